/**
 * The whole climb as one table: stages × tracks. With room, each stage is a row and one climbs upward; on a phone each track
 * is a row and one climbs to the right. Both are drawn as they are read, so the table says to a screen reader what it shows.
 */
import { createEffect, createSignal, For, on, onMount, Show, type JSX } from 'solid-js';
import type { Stage } from '../../domain/curriculum/types.ts';
import { useCairn } from '../../app/context.ts';
import { FlagCell, SkillCell, StageHead, TrackHead } from './cells.tsx';
import { createSize } from './create-size.ts';
import { useMap } from './map-state.ts';
import { onSheet } from './on-sheet.ts';
import { Terrain } from './Terrain.tsx';
import './progression.css';

/** Twelve tracks side by side need this much room, rem. */
const ROOM_FOR_TRACKS = 60;

/** A track, or the milestones: what crosses the stages. */
interface Lane {
  readonly class: string | undefined;
  readonly head: () => JSX.Element;
  readonly cell: (stage: Stage) => JSX.Element;
}

export const ProgressionTable = (props: {
  /** Room, rem. */
  readonly width: number;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  let table!: HTMLTableElement;
  let box!: HTMLDivElement;
  const room = createSize(() => box);
  const climbsUp = (): boolean => props.width >= ROOM_FOR_TRACKS;
  const isHere = (stage: Stage): boolean => !map.day() && stage.id === map.hereStage();
  const { stages, tracks } = cairn.index.graph;
  const at = (stage: Stage) => ({ 'data-stage': stage.id, 'data-here': isHere(stage) });
  const lanes: readonly Lane[] = [
    ...tracks.map((track) => ({
      class: undefined,
      head: () => <TrackHead track={track} />,
      cell: (stage: Stage) => <SkillCell stage={stage} track={track} />,
    })),
    {
      class: 'flags',
      head: () => 'Milestones',
      cell: (stage) => <FlagCell stage={stage} />,
    },
  ];
  // What the keys do comes when the table stands. The other way round, it is another table.
  const [makeOneStop, setMakeOneStop] = createSignal<() => void>();
  onMount(
    () =>
      void import('./walk-cells.ts').then(({ walkCells }) =>
        setMakeOneStop(() => walkCells(table)),
      ),
  );
  createEffect(on([makeOneStop, climbsUp], ([make]) => make?.()));

  return (
    <div
      ref={box}
      class="progression"
      data-climbs={climbsUp() ? 'up' : 'right'}
      style={onSheet(room())}
    >
      <Terrain box={() => box} climbs={climbsUp() ? 'up' : 'right'} />
      <table ref={table} aria-label="Progression map">
        <Show
          when={climbsUp()}
          fallback={
            <>
              <thead>
                <tr>
                  <Corner>Track</Corner>
                  <For each={stages}>
                    {(stage) => (
                      <th scope="col" {...at(stage)} data-ridge={stage.id}>
                        <StageHead stage={stage} isHere={isHere(stage)} />
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={lanes}>
                  {(lane) => (
                    <tr class={lane.class}>
                      <th scope="row">{lane.head()}</th>
                      <For each={stages}>
                        {(stage) => <td {...at(stage)}>{lane.cell(stage)}</td>}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </>
          }
        >
          <thead>
            <tr>
              <Corner>Stage</Corner>
              <For each={lanes}>
                {(lane) => (
                  <th scope="col" class={lane.class}>
                    {lane.head()}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={stages.toReversed()}>
              {(stage) => (
                <tr {...at(stage)} data-ridge={stage.id}>
                  <th scope="row">
                    <StageHead stage={stage} isHere={isHere(stage)} />
                  </th>
                  <For each={lanes}>{(lane) => <td class={lane.class}>{lane.cell(stage)}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </Show>
      </table>
    </div>
  );
};

const Corner = (props: { readonly children: string }): JSX.Element => (
  <th scope="col" class="corner">
    <span class="visually-hidden">{props.children}</span>
  </th>
);
