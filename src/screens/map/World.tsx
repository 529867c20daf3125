/** All skills on the ground of the map, with the paths between them: lists of links first; the lines are drawn behind. */
import { createMemo, For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { reducedEdges, type TrailEdge } from '../../domain/curriculum/trail.ts';
import { isRaised } from './flags.ts';
import { Ground } from './Ground.tsx';
import { MapLink } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { PeakFlag } from './marks.tsx';
import { pathBetween } from './paths.ts';
import { SkillMarks } from './SkillMarks.tsx';
import { placed, WorldNode } from './WorldNode.tsx';
import type { World as Survey } from './world.ts';
import './world-spots.css';

export const World = (props: {
  readonly world: Survey;
  /** The one skill or flag that the Tab key reaches. */
  readonly tabStop: string | undefined;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const lanes = createMemo(() =>
    cairn.index.graph.tracks.map((track) => ({
      track,
      spots: [...props.world.skills.values()].filter(({ of }) => of.track === track.id),
    })),
  );
  const edges = createMemo(() => reducedEdges(cairn.index, cairn.index.graph.skills));
  const lines = createMemo(() =>
    edges().flatMap((edge) => {
      const from = props.world.skills.get(edge.from);
      const to = props.world.skills.get(edge.to);
      return from && to ? [{ ...edge, path: pathBetween(props.world, from, to) }] : [];
    }),
  );
  const isLit = ({ from, to }: TrailEdge): boolean => map.lit().has(from) && map.lit().has(to);

  return (
    <>
      <Ground world={props.world} />
      <svg
        class="world-lines"
        classList={{ some: map.lit().size > 0 }}
        width={props.world.width}
        height={props.world.height}
        aria-hidden="true"
      >
        <For each={lines()}>
          {(line) => <path d={line.path} classList={{ lit: isLit(line) }} />}
        </For>
      </svg>
      <For each={lanes()}>
        {({ track, spots }) => (
          <ul aria-label={track.title}>
            <For each={spots}>
              {(spot) => (
                <WorldNode
                  spot={spot}
                  isHere={map.here() === spot.of}
                  isTabStop={props.tabStop === spot.of.id}
                />
              )}
            </For>
          </ul>
        )}
      </For>
      <SkillMarks world={props.world} />
      <ul aria-label="Milestones">
        <For each={props.world.flags}>
          {(spot) => (
            <li class="world-spot" style={placed(spot.box)} data-stage={spot.of.stage}>
              <MapLink
                to={`/milestones/${spot.of.id}`}
                class="world-flag"
                classList={{ dim: map.isDim(spot.of.id) }}
                data-spot={spot.of.id}
                tabindex={props.tabStop === spot.of.id ? 0 : -1}
                draggable={false}
              >
                <PeakFlag raised={isRaised(map.person(), spot.of)} />
                <span class="world-flag-title">
                  <span class="visually-hidden">
                    Milestone{isRaised(map.person(), spot.of) ? ', achieved' : ''}:{' '}
                  </span>
                  {spot.of.title}
                </span>
              </MapLink>
            </li>
          )}
        </For>
      </ul>
    </>
  );
};
