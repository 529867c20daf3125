/** Where everything stands on a picture of the map. */
import { contour, stray } from './contour.ts';

/** `wide`: climbing upward, the tracks side by side. `tall`, for phones: climbing to the right, a row for each track. */
export type Shape = 'wide' | 'tall';

/** px */
export const SIZES = {
  wide: { width: 1600, height: 1120 },
  tall: { width: 1080, height: 1920 },
} as const;

/** Around the ground, px, and how it looks: ridges sway, and names of stages stand at its head. */
const GROUNDS = {
  wide: { top: 170, bottom: 150, left: 185, right: 35, head: 0, foot: 30, sway: 32 },
  tall: { top: 200, bottom: 170, left: 300, right: 20, head: 64, foot: 20, sway: 13 },
} as const;
/** Each line that the person chose stands above the ground of a tall picture, px. */
const LINE = 46;
/** The picture is so much larger than the table. */
const GRAIN = 2.2;

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly isUp: boolean;
  /** Where the ground begins and ends, px. */
  readonly top: number;
  readonly left: number;
  readonly ground: number;
  /** The room of each stage in each lane, px. */
  readonly cell: { readonly width: number; readonly height: number };
  /** What stands in a cell stands here, in its middle. */
  readonly footOf: (stage: number, lane: number) => readonly [x: number, y: number];
  /** Where a lane of a tall picture begins, px. */
  readonly rowOf: (lane: number) => number;
  /** A line across the climb, as the `d` of a path. @param share of the stage's depth below its ridge */
  readonly wave: (stage: number, share: number) => string;
}

export const layOut = (shape: Shape, stages: number, lanes: number, lines: number): Layout => {
  const { width, height } = SIZES[shape];
  const { left, right, bottom, head, foot, sway, ...more } = GROUNDS[shape];
  const isUp = shape === 'wide';
  const top = more.top + (isUp ? 0 : LINE * lines);
  const ground = height - bottom;
  const [columns, rows] = isUp ? [lanes, stages] : [stages, lanes];
  const cell = { width: (width - left - right) / columns, height: (ground - top - head) / rows };
  const rowOf = (row: number): number => top + head + row * cell.height;
  return {
    width,
    height,
    isUp,
    top,
    left,
    ground,
    cell,
    rowOf,
    footOf: (stage, lane) => {
      const [column, row] = isUp ? [lane, stages - 1 - stage] : [stage, lane];
      return [left + (column + 0.5) * cell.width, rowOf(row + 1) - foot];
    },
    wave: (stage, share) => {
      const level = isUp
        ? top + (stages - 1 - stage + share) * cell.height
        : left + (stage + share) * cell.width;
      return contour(isUp ? width : height, 16, (at) => {
        const off = level + sway * stray(at / GRAIN, stage + share / 2);
        return isUp ? [at, off] : [off, at];
      });
    },
  };
};
