/**
 * The whole climb as one table: stages × tracks. With room, each stage is a row and one climbs upward; on a phone each track
 * is a row and one climbs to the right. Both are drawn as they are read, so the table says to a screen reader what it shows.
 */
import { For, Show, type JSX } from 'solid-js';
import type { Stage } from '../../domain/curriculum/types.ts';
import { useCairn } from '../../app/context.ts';
import { FlagCell, SkillCell, StageHead, TrackHead } from './cells.tsx';
import { createSize } from './create-size.ts';
import { onSheet } from './on-sheet.ts';
import { Terrain } from './Terrain.tsx';
import './progression.css';

/** Twelve tracks side by side need this much room, rem. */
const ROOM_FOR_TRACKS = 60;

export const ProgressionTable = (props: {
  /** Room, rem. */
  readonly width: number;
}): JSX.Element => {
  const cairn = useCairn();
  let box!: HTMLDivElement;
  const room = createSize(() => box);
  const climbsUp = (): boolean => props.width >= ROOM_FOR_TRACKS;
  const isHere = (stage: Stage): boolean => stage.id === cairn.learner().settings.stage;
  const { stages, tracks } = cairn.index.graph;

  return (
    <div
      ref={box}
      class="progression"
      data-climbs={climbsUp() ? 'up' : 'right'}
      style={onSheet(room())}
    >
      <Terrain box={() => box} climbs={climbsUp() ? 'up' : 'right'} />
      <table aria-label="Progression map">
        <Show
          when={climbsUp()}
          fallback={
            <>
              <thead>
                <tr>
                  <th scope="col" class="corner">
                    <span class="visually-hidden">Track</span>
                  </th>
                  <For each={stages}>
                    {(stage) => (
                      <th
                        scope="col"
                        data-stage={stage.id}
                        data-ridge={stage.id}
                        data-here={isHere(stage)}
                      >
                        <StageHead stage={stage} isHere={isHere(stage)} />
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={tracks}>
                  {(track) => (
                    <tr>
                      <th scope="row">
                        <TrackHead track={track} />
                      </th>
                      <For each={stages}>
                        {(stage) => (
                          <td data-stage={stage.id} data-here={isHere(stage)}>
                            <SkillCell stage={stage} track={track} />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
                <tr class="flags">
                  <th scope="row">Milestones</th>
                  <For each={stages}>
                    {(stage) => (
                      <td data-stage={stage.id} data-here={isHere(stage)}>
                        <FlagCell stage={stage} />
                      </td>
                    )}
                  </For>
                </tr>
              </tbody>
            </>
          }
        >
          <thead>
            <tr>
              <th scope="col" class="corner">
                <span class="visually-hidden">Stage</span>
              </th>
              <For each={tracks}>
                {(track) => (
                  <th scope="col">
                    <TrackHead track={track} />
                  </th>
                )}
              </For>
              <th scope="col" class="flags">
                Milestones
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={stages.toReversed()}>
              {(stage) => (
                <tr data-stage={stage.id} data-ridge={stage.id} data-here={isHere(stage)}>
                  <th scope="row">
                    <StageHead stage={stage} isHere={isHere(stage)} />
                  </th>
                  <For each={tracks}>
                    {(track) => (
                      <td>
                        <SkillCell stage={stage} track={track} />
                      </td>
                    )}
                  </For>
                  <td class="flags">
                    <FlagCell stage={stage} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </Show>
      </table>
    </div>
  );
};
