/** A picture of one's map, as SVG that stands on its own: the climb, a stone for each skill, and flags for milestones. */
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Skill, Stage } from '../../domain/curriculum/types.ts';
import { SHOWN_STATES, type ShownState } from '../../domain/progress/tally.ts';
import { STATE_NAMES } from '../../ui/skill-words.ts';
import type { FlagCount } from './flags.ts';
import { layOut, type Layout, type Shape } from './picture-layout.ts';
import { drawFlag, drawStone, emsOf, sizeFor, text } from './picture-marks.ts';
import { HEIGHT, pile, WIDTH } from './pile.ts';

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  /** By stage, from the start: its hue and its wash. */
  readonly stages: readonly { readonly hue: string; readonly wash: string }[];
}

export interface PictureOptions {
  readonly shape: Shape;
  readonly colours: Colours;
  readonly stateOf: (skill: Skill) => ShownState;
  readonly flagsAt: (stage: Stage) => FlagCount;
  /** Lines that the person chose to have on it. */
  readonly lines: readonly string[];
}

const EDGE = 40;
/** Contour lines below each ridge, as shares of a stage's depth. */
const CONTOURS = [0.14, 0.3, 0.5, 0.74] as const;
const KEY_SIZE = 20;

/** The picture as an SVG document. */
export const drawPicture = (index: GraphIndex, options: PictureOptions): string => {
  const { stages, tracks, title } = index.graph;
  const { paper, ink, soft, accent } = options.colours;
  const names = [...tracks.map((track) => track.title), 'Milestones'];
  const layout = layOut(options.shape, stages.length, names.length, options.lines.length);
  const { width, height, isUp } = layout;
  // Beside the title where there is room, else below it.
  const room = isUp ? width / 2 - 2 * EDGE : width - 2 * EDGE;
  const lineAt = (words: string, i: number): string => {
    const look = { size: sizeFor(isUp ? 26 : 30, room, [words]), fill: i === 0 ? ink : soft };
    return isUp
      ? text(words, { ...look, x: width - EDGE, y: 64 + i * 34, anchor: 'end' })
      : text(words, { ...look, x: EDGE, y: 208 + i * 44 });
  };
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    drawGround(layout, options.colours, names.length),
    drawNames(layout, options.colours, stages, names),
    drawCairns(layout, index, options),
    text('My climb', { x: EDGE, y: isUp ? 84 : 104, size: isUp ? 46 : 64, fill: ink, weight: 700 }),
    text(title, {
      x: EDGE,
      y: isUp ? 124 : 156,
      size: sizeFor(isUp ? 24 : 30, 1.15 * room, [title]),
      fill: soft,
      weight: 400,
    }),
    ...options.lines.map(lineAt),
    drawKey(layout, options.colours, new Set(index.graph.skills.map(options.stateOf))),
    text('Cairn', {
      x: width - EDGE,
      y: height - 36,
      size: 22,
      fill: accent,
      weight: 700,
      anchor: 'end',
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">${parts.join('')}</svg>`;
};

/** The slopes, cut off where the ground ends. */
const drawGround = (layout: Layout, { stages, paper, ink }: Colours, lanes: number): string => {
  const { width, height, isUp, top, ground } = layout;
  const slopes = stages.map(({ hue, wash }, stage) => {
    const end = isUp ? `V${height}H-16Z` : `H${width + 16}V-16Z`;
    const lines = CONTOURS.map(
      (share) =>
        `<path d="${layout.wave(stage, share)}" fill="none" stroke="${hue}" stroke-width="1.5" stroke-opacity="0.16"/>`,
    );
    return `<path d="${layout.wave(stage, 0)}${end}" fill="${wash}" stroke="${hue}" stroke-width="2.5" stroke-opacity="0.6"/>${lines.join('')}`;
  });
  const rows = Array.from(
    { length: isUp ? 0 : lanes },
    (_, lane) => `M0 ${layout.rowOf(lane)}H${width}`,
  );
  return [
    // The farthest first, each nearer one over it.
    ...(isUp ? slopes.toReversed() : slopes),
    `<path d="M0 0H${width}V${isUp ? 0 : top}H0ZM0 ${ground}H${width}V${height}H0Z" fill="${paper}"/>`,
    `<path d="${rows.join('')}" stroke="${ink}" stroke-opacity="0.1" stroke-width="1.5"/>`,
  ].join('');
};

const drawNames = (
  { isUp, cell, footOf, left, top, ground }: Layout,
  colours: Colours,
  stages: readonly Stage[],
  lanes: readonly string[],
): string => {
  const titles = stages.map((stage) => stage.title);
  const stageSize = sizeFor(28, isUp ? left - EDGE - 10 : cell.width - 16, titles);
  const laneSize = sizeFor(isUp ? 19 : 26, isUp ? 2 * cell.width - 20 : left - EDGE - 30, lanes);
  return [
    ...titles.map((name, i) => {
      const [x, y] = footOf(i, 0);
      const look = { size: stageSize, fill: colours.stages[i]?.hue ?? colours.ink, weight: 700 };
      return isUp
        ? text(name, { ...look, x: EDGE, y: y - 0.3 * cell.height })
        : text(name, { ...look, x, y: top + 42, anchor: 'middle' });
    }),
    ...lanes.map((name, i) => {
      const [x, y] = footOf(0, i);
      const look = { size: laneSize, fill: colours.ink };
      // Side by side, every other one stands lower.
      return isUp
        ? text(name, { ...look, x, y: ground + (i % 2 === 0 ? 34 : 62), anchor: 'middle' })
        : text(name, { ...look, x: EDGE, y: y - 0.2 * cell.height });
    }),
  ].join('');
};

const drawCairns = (
  { cell, footOf }: Layout,
  index: GraphIndex,
  { colours, stateOf, flagsAt }: PictureOptions,
): string => {
  const { stages, tracks, skills } = index.graph;
  const scale = Math.min(cell.width / (WIDTH + 4), (cell.height - 30) / HEIGHT);
  return stages
    .flatMap((stage, i) => {
      const hue = colours.stages[i]?.hue ?? colours.soft;
      const cairns = tracks.flatMap((track, lane) => {
        const [x, y] = footOf(i, lane);
        const states = skills
          .filter((skill) => skill.stage === stage.id && skill.track === track.id)
          .map(stateOf)
          .toSorted((a, b) => SHOWN_STATES.indexOf(a) - SHOWN_STATES.indexOf(b));
        return pile(states).map((stone) =>
          drawStone(stone, x - (WIDTH / 2) * scale, y - HEIGHT * scale, scale, hue, colours.paper),
        );
      });
      const { raised, all } = flagsAt(stage);
      if (all === 0) return cairns;
      const [x, y] = footOf(i, tracks.length);
      return [
        ...cairns,
        drawFlag(x - 4, y - 26, 2, hue, raised > 0 ? colours.accent : undefined),
        text(`${raised}/${all}`, { x, y, size: 21, fill: colours.ink, anchor: 'middle' }),
      ];
    })
    .join('');
};

/** What the signs mean that are on it. What is still to come is drawn alike, and named once. */
const drawKey = (
  { width, ground, isUp }: Layout,
  { stages, soft, paper, accent }: Colours,
  states: ReadonlySet<ShownState>,
): string => {
  const hue = stages[0]?.hue ?? soft;
  const isAhead = (state: ShownState): boolean => state === 'next-up' || state === 'locked';
  const shown = SHOWN_STATES.filter((state) => states.has(state) && !isAhead(state));
  let x = EDGE;
  let y = ground + (isUp ? 115 : 60);
  const item = (words: string, mark: (x: number, y: number) => string): string => {
    const long = 48 + emsOf(words) * KEY_SIZE;
    // The name of the app stands at the right.
    if (x + long > width - EDGE - 90) [x, y] = [EDGE, y + 46];
    const at = x;
    x += long + 22;
    return mark(at, y) + text(words, { x: at + 48, y, size: KEY_SIZE, fill: soft, weight: 500 });
  };
  const stone = (state: ShownState, words: string): string =>
    item(words, (left, foot) =>
      drawStone({ state, x: 0, y: -7, width: 18, height: 8 }, left, foot, 2, hue, paper),
    );
  return [
    ...shown.map((state) => stone(state, STATE_NAMES[state])),
    [...states].some(isAhead) ? stone('locked', 'Ahead') : '',
    item('Milestone achieved', (left, foot) => drawFlag(left + 20, foot + 4, 1.3, hue, accent)),
  ].join('');
};
