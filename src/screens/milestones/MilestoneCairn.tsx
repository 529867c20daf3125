/** A milestone as a cairn: a stone for each criterion, laid when evidence meets it, and a flag once it is achieved. */
import { For, Show, type JSX } from 'solid-js';
import type { MilestoneState } from '../../domain/milestones/standing.ts';
import { stackStones } from './stones.ts';
import './cairn.css';

const GROUND = 45;
/** What the stones fill together, which leaves room for the flag. */
const TALL = 32;

/** Decorative: the words beside it say the same. */
export const MilestoneCairn = (props: {
  readonly criteria: number;
  readonly met: number;
  readonly state: MilestoneState;
  readonly size: number;
}): JSX.Element => {
  const height = () => Math.min(11, TALL / Math.max(1, props.criteria) - 1);
  const stones = () =>
    stackStones(props.criteria, 24, GROUND, { widest: 36, narrowest: 17, height: height() });
  const top = () => GROUND - props.criteria * (height() + 1);
  const isAchieved = () => props.state === 'achieved' || props.state === 'needs-refreshing';
  return (
    <svg
      class="milestone-cairn"
      data-state={props.state}
      width={props.size}
      height={props.size}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      <path class="cairn-ground" d={`M3 ${GROUND + 0.5} H45`} />
      <For each={stones()}>
        {(stone, index) => (
          <rect
            class="cairn-stone"
            classList={{ laid: index() < props.met || isAchieved() }}
            x={stone.x}
            y={stone.y}
            width={stone.width}
            height={height()}
            rx={height() / 2}
          />
        )}
      </For>
      <Show when={isAchieved()}>
        <g transform={`translate(24 ${top()})`}>
          <path class="cairn-pole" d="M0 0 V-13" />
          <path class="cairn-flag" d="M0.8 -13 L11 -9.8 L0.8 -6.4 Z" />
        </g>
      </Show>
    </svg>
  );
};
