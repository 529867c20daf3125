/** The whole map: where one stands, what is next, and how to read it. */
import { createMemo, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { tally } from '../../domain/progress/tally.ts';
import type { Suggestion } from '../../domain/study/suggestions.ts';
import { reasonWords } from '../../ui/skill-words.ts';
import { MapLink } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { HereMark } from './marks.tsx';
import { ProgressionTable } from './ProgressionTable.tsx';
import { tallyWords } from './tally-words.ts';

// The table first; what stands around it follows.
const SkillSearch = lazy(() => import('./SkillSearch.tsx'));
const MapExtras = lazy(() => import('./MapExtras.tsx'));
const Below = lazy(() => import('./Below.tsx'));

const Overview = (props: {
  /** Room, rem. */
  readonly width: number;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const all = createMemo(() =>
    tally(cairn.index, map.person(), map.standing(), cairn.index.graph.skills),
  );
  const stageName = (id: string): string => cairn.index.stage(id)?.title ?? 'the start';
  const aim = (): string => {
    const { stage, targetStage } = map.person().settings;
    return `At ${stageName(stage)}${stage === targetStage ? '' : `, aiming for ${stageName(targetStage)}`}.`;
  };
  const next = (): Suggestion | undefined => (map.day() ? undefined : map.next()[0]);
  return (
    <>
      <header class="map-top">
        <div class="grow">
          <h1 tabindex="-1">Map</h1>
          <p class="soft">
            {aim()} {tallyWords(all())}.
          </p>
          <Show when={next()}>
            {(one) => (
              <p class="map-next-line soft">
                <HereMark /> Next:{' '}
                <MapLink to={`/skills/${one().skill.id}`}>{one().skill.title}</MapLink>.{' '}
                {reasonWords(one().reason)}.
              </p>
            )}
          </Show>
        </div>
        <Suspense fallback={<span class="map-search" />}>
          <SkillSearch />
        </Suspense>
      </header>
      <ProgressionTable width={props.width} />
      <Suspense>
        <MapExtras>
          <MapLink class="button" stage={cairn.index.stage(map.hereStage())}>
            Zoom in
          </MapLink>
        </MapExtras>
        <Below />
      </Suspense>
    </>
  );
};

export default Overview;
