/** A picture of one's map, as SVG that stands on its own: the climb from below, a stone for each skill. */
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { SHOWN_STATES, type ShownState } from '../../domain/progress/tally.ts';
import { contour, stray } from './contour.ts';
import { CORE, HEIGHT, INSET, pile, WIDTH, type Stone } from './pile.ts';

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  /** By stage, from the start: its hue and its wash. */
  readonly stages: readonly { readonly hue: string; readonly wash: string }[];
}

export interface PictureOptions {
  readonly colours: Colours;
  readonly stateOf: (skill: Skill) => ShownState;
  /** Lines that the person chose to have on it. */
  readonly lines: readonly string[];
}

export const PICTURE = { width: 1600, height: 1120 } as const;
const TOP = 190;
const BOTTOM = 130;
const LEFT = 170;
const RIGHT = 40;
/** Contour lines below each ridge, as shares of a stage's depth. */
const CONTOURS = [0.14, 0.3, 0.5, 0.74] as const;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The picture is so much larger than the table. */
const GRAIN = 2.2;
const SWAY = 32;

const wave = (level: number, phase: number): string =>
  contour(PICTURE.width, 16, (x) => [x, level + SWAY * stray(x / GRAIN, phase)]);

const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escape(words)}</text>`;

/** How the body of a stone is drawn, by its state; a core adds to it. */
const bodyOf = (state: ShownState, hue: string, paper: string): string => {
  switch (state) {
    case 'mastered':
      return `fill="${hue}"`;
    case 'assumed':
      return `fill="${hue}" opacity="0.3"`;
    case 'next-up':
    case 'locked':
      return `fill="${paper}" stroke="${hue}" stroke-width="2" opacity="0.55"`;
    default: {
      const broken = state === 'fading' ? ' stroke-dasharray="5 4"' : '';
      return `fill="${paper}" stroke="${hue}" stroke-width="2.5"${broken}`;
    }
  }
};

const drawStone = (
  stone: Stone,
  x: number,
  y: number,
  scale: number,
  hue: string,
  paper: string,
): string => {
  const px = (length: number, from = 0): string => (from + length * scale).toFixed(1);
  const box = (inset: number, share: number, style: string): string => {
    const thick = stone.height - 2 * inset;
    const at = `x="${px(stone.x + inset, x)}" y="${px(stone.y + inset, y)}"`;
    const long = share * (stone.width - 2 * inset);
    return `<rect ${at} width="${px(long)}" height="${px(thick)}" rx="${px(thick / 2)}" ${style}/>`;
  };
  const core = CORE[stone.state];
  const faint = stone.state === 'fading' ? ' opacity="0.45"' : '';
  return (
    box(0, 1, bodyOf(stone.state, hue, paper)) +
    (core ? box(INSET, core, `fill="${hue}"${faint}`) : '')
  );
};

/** The picture as an SVG document. */
export const drawPicture = (index: GraphIndex, options: PictureOptions): string => {
  const { colours, stateOf, lines } = options;
  const { stages, tracks, skills, title } = index.graph;
  const { width, height } = PICTURE;
  const ground = height - BOTTOM;
  const depth = (ground - TOP) / stages.length;
  const pitch = (width - LEFT - RIGHT) / tracks.length;
  const scale = Math.min(2.1, pitch / 56);
  const parts: string[] = [`<rect width="${width}" height="${height}" fill="${colours.paper}"/>`];

  const fromTop = stages.toReversed().map((stage, i) => {
    const at = stages.length - 1 - i;
    const { hue = colours.soft, wash = colours.paper } = colours.stages[at] ?? {};
    return { stage, at, hue, wash, y: TOP + i * depth };
  });
  // The slopes first: a nearer ridge must not hide the stones above it.
  for (const { at, hue, wash, y } of fromTop) {
    parts.push(
      `<path d="${wave(y, at)}V${ground}H-16Z" fill="${wash}" stroke="${hue}" stroke-width="2.5" stroke-opacity="0.6"/>`,
      ...CONTOURS.map(
        (share) =>
          `<path d="${wave(y + share * depth, at + share / 2)}" fill="none" stroke="${hue}" stroke-width="1.5" stroke-opacity="0.16"/>`,
      ),
    );
  }
  for (const { stage, hue, y } of fromTop) {
    parts.push(text(40, y + depth * 0.66, 28, hue, stage.title, 'font-weight="700"'));
    tracks.forEach((track, column) => {
      const states = skills
        .filter((skill) => skill.stage === stage.id && skill.track === track.id)
        .map(stateOf)
        .toSorted((a, b) => SHOWN_STATES.indexOf(a) - SHOWN_STATES.indexOf(b));
      const x = LEFT + (column + 0.5) * pitch - (WIDTH / 2) * scale;
      const top = y + depth - HEIGHT * scale - 30;
      for (const stone of pile(states)) {
        parts.push(drawStone(stone, x, top, scale, hue, colours.paper));
      }
    });
  }
  parts.push(`<rect y="${ground}" width="${width}" height="${BOTTOM}" fill="${colours.paper}"/>`);
  tracks.forEach((track, column) => {
    const x = LEFT + (column + 0.5) * pitch;
    const y = ground + (column % 2 === 0 ? 34 : 60);
    parts.push(text(x, y, 19, colours.ink, track.title, 'text-anchor="middle" font-weight="600"'));
  });
  parts.push(
    text(40, 84, 46, colours.ink, 'My climb', 'font-weight="700" letter-spacing="-1"'),
    text(40, 124, 24, colours.soft, title),
    ...lines.map((line, i) =>
      text(
        width - 40,
        78 + i * 36,
        26,
        i === 0 ? colours.ink : colours.soft,
        line,
        'text-anchor="end" font-weight="600"',
      ),
    ),
    text(
      width - 40,
      height - 28,
      22,
      colours.accent,
      'Cairn',
      'text-anchor="end" font-weight="700"',
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">${parts.join('')}</svg>`;
};
