/** A group of skills as a small cairn: a stone for each, the firmest at the bottom. */
import { For, type JSX } from 'solid-js';
import { SHOWN_STATES, type ShownState, type Tally } from '../../domain/progress/tally.ts';
import { CORE, HEIGHT, INSET, pile, WIDTH, type Stone } from './pile.ts';

/** The states of a tally, one for each skill, the firmest first. */
const statesOf = (tally: Tally): readonly ShownState[] =>
  SHOWN_STATES.flatMap((state) => Array.from({ length: tally.byState[state] }, () => state));

export const SkillStones = (props: { readonly tally: Tally }): JSX.Element => (
  <svg class="stones" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
    <For each={pile(statesOf(props.tally))}>{drawStone}</For>
  </svg>
);

/** A single stone, for the legend. */
export const LoneStone = (props: { readonly state: ShownState }): JSX.Element => (
  <svg class="stones" width="26" height="14" viewBox="0 0 19 10" aria-hidden="true">
    {drawStone({ state: props.state, x: 1, y: 1, width: 17, height: 8 })}
  </svg>
);

/** Told apart by shape as well as by colour: full, cored, half full, broken, bare. A stone never changes: another is laid. */
const drawStone = ({ state, x, y, width, height }: Stone): JSX.Element => {
  const core = CORE[state];
  const thick = height - 2 * INSET;
  return (
    <g class="stone" data-state={state}>
      <rect class="stone-body" x={x} y={y} width={width} height={height} rx={height / 2} />
      {core && (
        <rect
          class="stone-core"
          x={x + INSET}
          y={y + INSET}
          width={core * (width - 2 * INSET)}
          height={thick}
          rx={thick / 2}
        />
      )}
    </g>
  );
};
