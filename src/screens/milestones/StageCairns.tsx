/** The climb as cairns on a rising ridge: a stone for each milestone, laid when it is achieved. */
import { For, Show, type JSX } from 'solid-js';
import type { Row, StageRows } from './overview.ts';
import { stackStones } from './stones.ts';

const COLUMN = 80;
const STEP = 10;
const STONE = { widest: 54, narrowest: 20, height: 8 } as const;

/** Mountains far behind, on a field of 100 × 100. */
const RANGES = [
  'M-2 102 V74 L10 62 L19 68 L33 44 L40 52 L52 30 L60 40 L76 12 L86 26 L94 20 L102 34 V102 Z',
  'M-2 102 V86 L14 76 L26 82 L44 62 L56 70 L70 50 L80 58 L92 44 L102 52 V102 Z',
] as const;

const LEGEND = [
  ['achieved', 'achieved'],
  ['needs-refreshing', 'needs refreshing'],
  ['in-progress', 'in progress'],
] as const;

/** Laid stones lie below those in progress, and those below the ones to come. */
const ORDER: readonly Row['state'][] = [
  'achieved',
  'needs-refreshing',
  'in-progress',
  'not-started',
];

export const StageCairns = (props: {
  readonly climb: readonly StageRows[];
  readonly here: string;
}): JSX.Element => {
  const tallest = () => Math.max(1, ...props.climb.map(({ rows }) => rows.length));
  const width = () => COLUMN * props.climb.length;
  const height = () => tallest() * (STONE.height + 1) + STEP * props.climb.length + 24;
  const ground = (i: number) => height() - 10 - STEP * i;
  const ridge = () =>
    `M0 ${height()} V${ground(0)} ${props.climb
      .map((_, i) => {
        const x = COLUMN * i;
        const from = ground(i);
        const to = ground(Math.min(i + 1, props.climb.length - 1));
        return `H${x + COLUMN - 14} C${x + COLUMN - 6} ${from} ${x + COLUMN - 8} ${to} ${x + COLUMN} ${to}`;
      })
      .join(' ')} V${height()} Z`;
  const said = () => {
    const all = props.climb.reduce((sum, { rows }) => sum + rows.length, 0);
    const achieved = props.climb.reduce((sum, one) => sum + one.achieved, 0);
    const parts = props.climb.map(
      (one) => `${one.stage.title} ${one.achieved} of ${one.rows.length}`,
    );
    return `${achieved} of ${all} milestones achieved. ${parts.join(', ')}.`;
  };

  return (
    <figure class="stage-cairns">
      <svg viewBox={`0 0 ${width()} ${height()}`} role="img" aria-label={said()}>
        <For each={RANGES}>
          {(range) => (
            <path
              class="far-range"
              d={range}
              transform={`scale(${width() / 100} ${height() / 100})`}
            />
          )}
        </For>
        <path class="ridge" d={ridge()} />
        <For each={props.climb}>
          {(one, i) => (
            <Pile
              rows={one.rows}
              stage={one.stage.id}
              middle={COLUMN * i() + 36}
              ground={ground(i())}
            />
          )}
        </For>
      </svg>
      <div class="cairn-names" aria-hidden="true">
        <For each={props.climb}>
          {(one) => (
            <span data-stage={one.stage.id} classList={{ 'is-here': one.stage.id === props.here }}>
              <span class="cairn-name">{one.stage.title}</span>
              <span class="number cairn-count">
                {one.achieved} of {one.rows.length}
              </span>
            </span>
          )}
        </For>
      </div>
      <figcaption class="cairn-legend" aria-hidden="true">
        <For each={LEGEND}>
          {([state, words]) => (
            <span>
              <svg width="24" height="10" viewBox="0 0 24 10">
                <rect
                  class="stage-stone"
                  data-state={state}
                  x="1.5"
                  y="1.5"
                  width="21"
                  height="7"
                  rx="3.5"
                />
              </svg>
              {words}
            </span>
          )}
        </For>
      </figcaption>
    </figure>
  );
};

const Pile = (props: {
  readonly rows: readonly Row[];
  readonly stage: string;
  readonly middle: number;
  readonly ground: number;
}): JSX.Element => {
  const states = () =>
    props.rows.map(({ state }) => state).toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const stones = () => stackStones(props.rows.length, props.middle, props.ground, STONE);
  const isDone = () => props.rows.length > 0 && states().every((state) => ORDER.indexOf(state) < 2);
  return (
    <g data-stage={props.stage}>
      <For each={stones()}>
        {(stone, i) => (
          <rect
            class="stage-stone"
            data-state={states()[i()]}
            x={stone.x}
            y={stone.y}
            width={stone.width}
            height={STONE.height}
            rx={STONE.height / 2}
          />
        )}
      </For>
      <Show when={isDone()}>
        <g transform={`translate(${props.middle} ${stones().at(-1)?.y ?? 0})`}>
          <path class="cairn-pole" d="M0 0 V-16" />
          <path class="cairn-flag" d="M0.8 -16 L13 -12 L0.8 -8 Z" />
        </g>
      </Show>
    </g>
  );
};
