/** The whole map: where one stands, what is next, and how to read it. */
import { createMemo, lazy, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { tally } from '../../domain/progress/tally.ts';
import { MapExtras } from './MapExtras.tsx';
import { useMap } from './map-state.ts';
import { ProgressionTable } from './ProgressionTable.tsx';
import { tallyWords } from './tally-words.ts';

// The table first; what stands around it follows.
const SkillSearch = lazy(() => import('./SkillSearch.tsx'));
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
  const here = (): string => {
    const { stage, targetStage } = map.person().settings;
    const aim = stage === targetStage ? '' : `, aiming for ${stageName(targetStage)}`;
    return `You stand at ${stageName(stage)}${aim}.`;
  };

  return (
    <>
      <header class="map-top">
        <div class="grow">
          <h1 tabindex="-1">Map</h1>
          <p class="soft">
            {here()} {tallyWords(all())}.
          </p>
        </div>
        <Suspense fallback={<span class="map-search" />}>
          <SkillSearch />
        </Suspense>
      </header>
      <ProgressionTable width={props.width} />
      <MapExtras />
      <Suspense>
        <Below />
      </Suspense>
    </>
  );
};

export default Overview;
