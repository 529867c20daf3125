/** What stands above the trail: where one looks, what of it is ready, the way that is shown, the search and the stages. */
import { useSearchParams } from '@solidjs/router';
import { createMemo, For, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { goalTitle } from '../../domain/curriculum/goal.ts';
import { tally } from '../../domain/progress/tally.ts';
import { BackIcon, CloseIcon } from '../../ui/icons.tsx';
import { flagsAt } from './flags.ts';
import { MapLink } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { PeakFlag } from './marks.tsx';
import { placeTitle, skillsAt, type Place } from './place.ts';
import { tallyWords } from './tally-words.ts';
import './trail-top.css';

const SkillSearch = lazy(() => import('./SkillSearch.tsx'));

export const TrailTop = (props: {
  readonly place: Place;
  readonly heading: (element: HTMLHeadingElement) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const [, setQuery] = useSearchParams();
  let heading!: HTMLHeadingElement;
  const count = createMemo(() =>
    tally(cairn.index, map.person(), map.standing(), skillsAt(cairn.index, props.place)),
  );
  const endWay = (): void => {
    // The button goes with it.
    heading.focus({ preventScroll: true });
    setQuery({ to: undefined }, { replace: true });
  };
  const words = (): string =>
    props.place.skill ? placeTitle({ ...props.place, skill: undefined }) : tallyWords(count());
  return (
    <header class="trail-top">
      <nav aria-label="Way back">
        <MapLink class="button quiet trail-back">
          <BackIcon />
          <span class="trail-back-word">Overview</span>
        </MapLink>
      </nav>
      <div class="trail-words">
        <h1
          ref={(element) => {
            heading = element;
            props.heading(element);
          }}
          tabindex="-1"
        >
          {placeTitle(props.place)}
        </h1>
        <p class="soft small">{words()}</p>
        <Show when={goalTitle(cairn.index, map.way())}>
          {(goal) => (
            <button
              type="button"
              class="trail-way small"
              aria-label={`Way to ${goal()}: show no longer`}
              onClick={endWay}
            >
              <span>Way to {goal()}</span>
              <CloseIcon />
            </button>
          )}
        </Show>
      </div>
      <Suspense fallback={<span class="map-search" />}>
        <SkillSearch />
      </Suspense>
      <nav aria-label="Elsewhere on the map" class="trail-stages">
        <For each={cairn.index.graph.stages}>
          {(stage) => {
            const flags = createMemo(() => flagsAt(cairn.index, map.person(), stage));
            return (
              <MapLink
                stage={stage}
                class="trail-stage"
                data-stage={stage.id}
                aria-current={props.place.stage?.id === stage.id ? 'true' : undefined}
              >
                {stage.title}
                <Show when={flags().all}>
                  <span class="trail-stage-flags">
                    <PeakFlag raised={flags().raised > 0} />
                    <span class="visually-hidden">, milestones achieved: </span>
                    {flags().raised}/{flags().all}
                  </span>
                </Show>
              </MapLink>
            );
          }}
        </For>
      </nav>
    </header>
  );
};
