/** The map at its two upper levels of zoom: all of it, or the trail through a stage, a track or a cell. */
import { useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, on, Show, untrack, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { standings } from '../../domain/progress/standing.ts';
import { createWidth } from './create-width.ts';
import { Overview } from './Overview.tsx';
import { placeOf } from './place.ts';
import { TrailPage } from './TrailPage.tsx';
import './map.css';

const MapScreen = (): JSX.Element => {
  const cairn = useCairn();
  const [query] = useSearchParams<{ stage?: string; track?: string }>();
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const place = createMemo(() => placeOf(cairn.index, query.stage, query.track), undefined, {
    equals: (a, b) => a?.stage === b?.stage && a?.track === b?.track,
  });
  let screen!: HTMLDivElement;
  const width = createWidth(() => screen);
  let before = untrack(place);

  // A new level of zoom is a new page to the eye and to a screen reader: begin at its heading, or, coming back
  // to all of it, at the cell that one came from.
  createEffect(
    on(
      place,
      (now) => {
        const from = `${before?.stage?.id ?? ''} ${before?.track?.id ?? ''}`;
        before = now;
        const cells = screen.querySelectorAll<HTMLElement>('[data-place]');
        const cell = [...cells].find(({ dataset }) => dataset['place'] === from);
        if (!now && cell) return cell.focus();
        window.scrollTo(0, 0);
        screen.querySelector('h1')?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (
    <div ref={screen} class="map">
      <Show when={place()} keyed fallback={<Overview standing={standing()} width={width()} />}>
        {(chosen) => <TrailPage place={chosen} standing={standing()} width={width()} />}
      </Show>
    </div>
  );
};

export default MapScreen;
