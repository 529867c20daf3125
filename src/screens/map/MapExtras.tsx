/** What one can do with the map as a whole: look at it on other days, share it, print it. */
import type { JSX } from 'solid-js';
import { useMap } from './map-state.ts';

const MapExtras = (props: { readonly children?: JSX.Element }): JSX.Element => {
  const map = useMap();
  return (
    <div class="map-extras">
      {props.children}
      <button
        type="button"
        class="button"
        aria-pressed={map.extra() === 'time' ? 'true' : 'false'}
        onClick={() => map.setExtra(map.extra() === 'time' ? undefined : 'time')}
      >
        Other days
      </button>
      <button type="button" class="button" onClick={() => map.setExtra('share')}>
        Share a picture
      </button>
      <button type="button" class="button" onClick={() => window.print()}>
        Print
      </button>
    </div>
  );
};

export default MapExtras;
