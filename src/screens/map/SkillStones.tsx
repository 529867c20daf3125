/** A group of skills as a small cairn: a stone for each, the firmest at the bottom. */
import { For, Match, Switch, type JSX } from 'solid-js';
import { SHOWN_STATES, type ShownState, type Tally } from '../../domain/progress/tally.ts';
import { HEIGHT, pile, WIDTH, type Stone } from './pile.ts';

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
