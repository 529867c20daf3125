/**
 * Walking the trail by keys: along the climb by the paths, across it to the neighbours, Home and End to the ends. Across, the
 * way goes on with the next column, so that it comes by every skill.
 */
import type { TrailEdge } from '../../domain/curriculum/trail.ts';
import type { Milestone, Skill } from '../../domain/curriculum/types.ts';
import type { Climb, Spot, World } from './world.ts';

/** Skills and flags in the order in which they are walked: column by column, and in each lane by lane. */
export const walkOrder = (world: World): readonly string[] =>
  [...world.skills.values(), ...world.flags]
    .toSorted((a, b) => a.start - b.start || a.middle - b.middle)
    .map(({ of }) => of.id);

const KEYS: Readonly<Record<Climb, Readonly<Record<string, 'on' | 'back' | 'next' | 'before'>>>> = {
  right: { ArrowRight: 'on', ArrowLeft: 'back', ArrowDown: 'next', ArrowUp: 'before' },
  up: { ArrowUp: 'on', ArrowDown: 'back', ArrowRight: 'next', ArrowLeft: 'before' },
};

/** Where a skill or flag stands. */
export const spotOf = (world: World, id: string): Spot<Skill | Milestone> | undefined =>
  world.skills.get(id) ?? world.flags.find(({ of }) => of.id === id);

/** The skill or flag that a key leads to from another, or `undefined` when it leads nowhere. */
export const spotByKey = (
  world: World,
  order: readonly string[],
  edges: readonly TrailEdge[],
  from: string,
  key: string,
): string | undefined => {
  if (key === 'Home') return order[0];
  if (key === 'End') return order.at(-1);
  const at = order.indexOf(from);
  const way = KEYS[world.climb][key];
  switch (way) {
    case 'next':
      return order[at + 1];
    case 'before':
      return at > 0 ? order[at - 1] : undefined;
    case 'on':
    case 'back': {
      const spot = spotOf(world, from);
      const ends = spot ? beside(world, edges, spot, from, way === 'on') : [];
      const off = ({ middle }: Spot<Skill>): number => Math.abs(middle - (spot?.middle ?? 0));
      return ends.toSorted((a, b) => off(a) - off(b))[0]?.of.id;
    }
    default:
      return undefined;
  }
};

/** Where the climb leads on or back to: by the paths of a skill; where there is none, to the next column. */
const beside = (
  world: World,
  edges: readonly TrailEdge[],
  from: Spot<unknown>,
  id: string,
  isOn: boolean,
): readonly Spot<Skill>[] => {
  const skills = [...world.skills.values()];
  const ends = edges.filter((edge) => (isOn ? edge.from : edge.to) === id);
  const ids = new Set(ends.map((edge) => (isOn ? edge.to : edge.from)));
  if (ids.size > 0) return skills.filter(({ of }) => ids.has(of.id));
  const off = ({ start }: Spot<Skill>): number => (isOn ? start - from.start : from.start - start);
  const further = skills.filter((spot) => off(spot) > 0);
  const next = Math.min(...further.map(off));
  return further.filter((spot) => off(spot) === next);
};
