/** A group of skills as a small cairn: a stone for each, the firmest at the bottom. */
import { For, Match, Switch, type JSX } from 'solid-js';
import { SHOWN_STATES, type ShownState, type Tally } from '../../domain/progress/tally.ts';

/** Stones in each layer, from the ground up, by their number. */
const LAYERS: readonly (readonly number[])[] = [
  [],
  [1],
  [1, 1],
  [2, 1],
  [2, 1, 1],
  [2, 2, 1],
  [3, 2, 1],
  [3, 2, 1, 1],
  [3, 2, 2, 1],
  [3, 3, 2, 1],
  [4, 3, 2, 1],
];

const WIDTH = 52;
const HEIGHT = 38;
const STEP = 9;

interface Stone {
  readonly state: ShownState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const layersOf = (count: number): readonly number[] => {
  const known = LAYERS[count];
  if (known) return known;
  // More than ten: as many broad layers as it takes, and a smaller one on top.
  const across = Math.ceil(count / 4);
  return [across, across, across, count - 3 * across].filter((n) => n > 0);
};

/** Where each stone lies. Stones higher up are a little smaller and lean a little, as on a real cairn. */
const pile = (states: readonly ShownState[]): readonly Stone[] => {
  const layers = layersOf(states.length);
  const across = Math.max(3, ...layers);
  const stones: Stone[] = [];
  let next = 0;
  layers.forEach((count, layer) => {
    const single = count === 1 ? 3 : 0;
    const width = (WIDTH - 2) / across - 1.6 + single - layer * 0.7;
    const lean = count === layers[layer - 1] ? 1.6 : layer % 2 === 0 ? 0 : -0.8;
    const left = (WIDTH - count * width - (count - 1) * 1.6) / 2 + lean;
    for (let i = 0; i < count; i++) {
      stones.push({
        state: states[next++] as ShownState,
        x: left + i * (width + 1.6),
        y: HEIGHT - 1 - (layer + 1) * STEP + 1,
        width,
        height: STEP - 1.2,
      });
    }
  });
  return stones;
};

/** The states of a tally, one for each skill, the firmest first. */
const statesOf = (tally: Tally): readonly ShownState[] =>
  SHOWN_STATES.flatMap((state) => Array.from({ length: tally.byState[state] }, () => state));

export const SkillStones = (props: { readonly tally: Tally }): JSX.Element => (
  <svg class="stones" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
    <For each={pile(statesOf(props.tally))}>{(stone) => <StoneShape {...stone} />}</For>
  </svg>
);

/** A single stone, for the legend. */
export const LoneStone = (props: { readonly state: ShownState }): JSX.Element => (
  <svg class="stones" width="26" height="14" viewBox="0 0 19 10" aria-hidden="true">
    <StoneShape state={props.state} x={1} y={1} width={17} height={8} />
  </svg>
);

/** Told apart by shape as well as by colour: full, cored, half full, broken, bare. */
const StoneShape = (props: Stone): JSX.Element => {
  const inset = 2.1;
  const core = () => ({
    x: props.x + inset,
    y: props.y + inset,
    width: props.width - 2 * inset,
    height: props.height - 2 * inset,
  });
  return (
    <g class="stone" data-state={props.state}>
      <rect
        class="stone-body"
        x={props.x}
        y={props.y}
        width={props.width}
        height={props.height}
        rx={props.height / 2}
      />
      <Switch>
        <Match when={props.state === 'ready' || props.state === 'fading'}>
          <rect class="stone-core" {...core()} rx={core().height / 2} />
        </Match>
        <Match when={props.state === 'learning'}>
          <rect class="stone-core" {...core()} width={core().width / 2} rx={core().height / 2} />
        </Match>
      </Switch>
    </g>
  );
};
