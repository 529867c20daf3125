/** Zoom and the way back to where one stands, for hands that neither pinch nor turn a wheel. */
import { Show, type JSX } from 'solid-js';
import { HereMark } from './marks.tsx';

const STEP = 1.5;

export const ZoomButtons = (props: {
  readonly onZoom: (factor: number) => void;
  readonly onHere: (() => void) | undefined;
}): JSX.Element => (
  <div class="world-tools" role="group" aria-label="Zoom">
    <Show when={props.onHere}>
      {(go) => (
        <button type="button" aria-label="Go to where you are" onClick={() => go()()}>
          <HereMark />
        </button>
      )}
    </Show>
    <button type="button" aria-label="Zoom in" onClick={() => props.onZoom(STEP)}>
      <Sign path="M4 10h12M10 4v12" />
    </button>
    <button type="button" aria-label="Zoom out" onClick={() => props.onZoom(1 / STEP)}>
      <Sign path="M4 10h12" />
    </button>
  </div>
);

const Sign = (props: { readonly path: string }): JSX.Element => (
  <svg class="world-sign" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d={props.path} />
  </svg>
);
