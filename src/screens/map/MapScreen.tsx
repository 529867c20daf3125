/** The map: one state, shown from far (the table), from near (the trail) and, on a page of its own, as one skill. */
import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, lazy, on, Show, Suspense, untrack, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { createSize } from './create-size.ts';
import { createMapState, MapContext } from './map-state.ts';
import Overview from './Overview.tsx';
import { placeOf, type PlaceQuery } from './place.ts';
import { TrailLevel } from './TrailLevel.tsx';
import './map.css';
import './forced-colours.css';
import './print.css';

// Seldom opened, so each comes when it is.
const TimeBar = lazy(() => import('./TimeBar.tsx'));
const ShareDialog = lazy(() => import('./ShareDialog.tsx'));

/** The detail stands beside the trail where there is this much room, rem. */
const ROOM_FOR_DETAIL = 62;

const one = (parameter: unknown): string => (typeof parameter === 'string' ? parameter : '');

const MapScreen = (): JSX.Element => {
  const cairn = useCairn();
  const [query] = useSearchParams();
  const map = createMapState(
    cairn,
    () => one(query['to']),
    () => one(query['show']),
  );
  const place = createMemo(() => placeOf(cairn.index, query as PlaceQuery), undefined, {
    equals: (a, b) => a?.stage === b?.stage && a?.track === b?.track && a?.skill === b?.skill,
  });
  let screen!: HTMLDivElement;
  const room = createSize(() => screen);
  /** Room in the person's own letters: text zoom takes it away just as a narrow window does. */
  const width = (): number => room().width / (room().letter || 16);
  let before = untrack(place);

  // A new level of zoom is a new page to the eye and to a screen reader: begin at its heading, or, coming back
  // to all of it, at the cell that one came from. Within the trail, a skill that is flown to has the focus.
  createEffect(
    on(
      place,
      (now) => {
        const isLevel = (now === undefined) !== (before === undefined);
        const from = `${before?.stage?.id ?? ''} ${before?.track?.id ?? ''}`;
        before = now;
        if (isLevel) screen.dataset['zoomed'] = now ? 'in' : 'out';
        const cells = screen.querySelectorAll<HTMLElement>('[data-place]');
        const cell = [...cells].find(({ dataset }) => dataset['place'] === from);
        if (!now && cell) return cell.focus();
        if (now?.skill) return;
        window.scrollTo(0, 0);
        screen.querySelector('h1')?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (
    <MapContext.Provider value={map}>
      <div ref={screen} class="map" data-ahead={map.day()?.isAhead}>
        <Suspense>
          <Show when={map.extra() === 'time'}>
            <TimeBar onClose={() => map.setExtra(undefined)} />
          </Show>
          <Show when={map.extra() === 'share'}>
            <ShareDialog onClose={() => map.setExtra(undefined)} />
          </Show>
        </Suspense>
        <Show when={place()} fallback={<Overview width={width()} />}>
          {(chosen) => <TrailLevel place={chosen()} hasRoom={width() >= ROOM_FOR_DETAIL} />}
        </Show>
      </div>
    </MapContext.Provider>
  );
};

export default MapScreen;
