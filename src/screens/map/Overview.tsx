/** The whole map: where one stands, what is next, and how to read it. */
import { createMemo, lazy, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { tally } from '../../domain/progress/tally.ts';
import { plural } from '../../ui/format.ts';
import { MapExtras } from './MapExtras.tsx';
import { useMap } from './map-state.ts';
import { ProgressionTable } from './ProgressionTable.tsx';

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
  const sum = (): string => {
    const { skills, ready, byState, due } = all();
    const parts = [`${ready} of ${plural(skills, 'skill')} ready`];
    if (byState.learning) parts.push(`${byState.learning} learning`);
    if (byState.fading) parts.push(`${byState.fading} fading`);
    if (due) parts.push(`${plural(due, 'card')} due`);
    return `${parts.join(', ')}.`;
  };

  return (
    <>
      <header class="map-top">
        <div class="grow">
          <h1 tabindex="-1">Map</h1>
          <p class="soft">
            {here()} {sum()}
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
