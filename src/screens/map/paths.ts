/**
 * Paths between skills. They keep to the gaps of the grid, from the end of one box through the gap behind it, along the gap
 * between two rows, and through the gap before the other box into its start; so they cross each other, but never a box.
 */
import type { Skill } from '../../domain/curriculum/types.ts';
import type { Spot, World } from './world.ts';

type Point = readonly [along: number, across: number];

/** Always the same number from 0 to 1 for the same skill, so that paths of different skills keep apart in a gap. */
const share = (skill: Skill, by: number): number => ((skill.row + 1) * by) % 1;

const CORNER = 9;

/** The corners of the path from one skill to another, by the climb's own directions. */
export const corners = (world: World, from: Spot<Skill>, to: Spot<Skill>): readonly Point[] => {
  const { along, across, boxAlong, boxAcross } = world.pitch;
  const gap = along - boxAlong;
  const between = across - boxAcross;
  const start: Point = [from.end, from.middle];
  const end: Point = [to.start, to.middle];
  const out = from.end + gap * (0.2 + 0.6 * share(from.of, 0.382));
  if (to.start - from.end < 1.5 * gap) {
    return from.middle === to.middle
      ? [start, end]
      : [start, [out, from.middle], [out, to.middle], end];
  }
  const into = to.start - gap * (0.2 + 0.6 * share(to.of, 0.618));
  const side = from.middle <= to.middle ? -1 : 1;
  const run = to.middle + side * (across / 2) + between * (share(from.of, 0.618) - 0.5) * 0.7;
  return [start, [out, from.middle], [out, run], [into, run], [into, to.middle], end];
};

/** The path as SVG, its corners rounded. */
export const pathBetween = (world: World, from: Spot<Skill>, to: Spot<Skill>): string => {
  const points = corners(world, from, to).map(([u, v]) => world.toScreen(u, v));
  const text = ([x, y]: readonly [number, number]): string => `${round(x)} ${round(y)}`;
  let path = `M${text(points[0] ?? [0, 0])}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [before, at, after] = points.slice(i - 1, i + 2) as [Point, Point, Point];
    path += `L${text(toward(at, before))}Q${text(at)} ${text(toward(at, after))}`;
  }
  return `${path}L${text(points.at(-1) ?? [0, 0])}`;
};

const round = (x: number): number => Math.round(x * 2) / 2;

/** A corner's length from one point toward another, at most half way. */
const toward = (from: Point, to: Point): Point => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const part = Math.min(CORNER, length / 2) / length;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
};
