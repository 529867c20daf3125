/** What a picture of the map is made of, as pieces of SVG: words that keep to their room, stones and flags. */
import type { ShownState } from '../../domain/progress/tally.ts';
import { CORE, INSET, type Stone } from './pile.ts';

const escape = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** About how wide words are, em: as in the widest of system fonts, for what the picture is opened in is not known. */
export const emsOf = (words: string): number =>
  words.length - 0.36 * (words.match(/[a-z0-9 .,/'-]/g)?.length ?? 0);

/** The size, px, up to which all of some names keep to their room. */
export const sizeFor = (size: number, room: number, names: readonly string[]): number =>
  Math.min(size, room / Math.max(1, ...names.map(emsOf)));

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'middle' | 'end';
  readonly weight?: number;
}

export const text = (words: string, { x, y, size, fill, anchor, weight }: Words): string => {
  const align = anchor ? ` text-anchor="${anchor}"` : '';
  const look = `font-size="${size.toFixed(1)}" font-weight="${weight ?? 600}" fill="${fill}"`;
  return `<text x="${x}" y="${y}" ${look}${align}>${escape(words)}</text>`;
};

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

/** @param x where the pile begins, px; as `y` */
export const drawStone = (
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

/** A flag whose foot stands at (x, y). @param cloth its colour when it is raised */
export const drawFlag = (
  x: number,
  y: number,
  scale: number,
  pole: string,
  cloth: string | undefined,
): string => {
  const fill = cloth ? `fill="${cloth}" stroke="${cloth}"` : '';
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})`;
  return `<g transform="${place}" fill="none" stroke="${pole}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="M0 0V-21M-5 .5H6"/><path d="M0-20L11-16 0-11.5Z" ${fill}/></g>`;
};
