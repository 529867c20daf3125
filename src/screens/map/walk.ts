/**
 * Walking the trail by keys: along the climb by the paths, across it to the neighbours, Home and End to the ends. Across, the
 * way goes on with the next column, so that it comes by every skill.
 */
import type { TrailEdge } from '../../domain/curriculum/trail.ts';
import type { SkillId } from '../../domain/curriculum/types.ts';
import type { Climb, World } from './world.ts';

/** Skills and flags in the order in which they are walked: column by column, and in each lane by lane. */
export const walkOrder = (world: World): readonly string[] =>
  [...world.skills.values(), ...world.flags]
    .toSorted((a, b) => a.start - b.start || a.middle - b.middle)
    .map(({ of }) => of.id);

const KEYS: Readonly<Record<Climb, Readonly<Record<string, 'on' | 'back' | 'next' | 'before'>>>> = {
  right: { ArrowRight: 'on', ArrowLeft: 'back', ArrowDown: 'next', ArrowUp: 'before' },
  up: { ArrowUp: 'on', ArrowDown: 'back', ArrowRight: 'next', ArrowLeft: 'before' },
};

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
  switch (KEYS[world.climb][key]) {
    case 'next':
      return order[at + 1];
    case 'before':
      return at > 0 ? order[at - 1] : undefined;
    case 'on':
      return nearest(
        world,
        from,
        edges.filter((edge) => edge.from === from).map(({ to }) => to),
      );
    case 'back':
      return nearest(
        world,
        from,
        edges.filter((edge) => edge.to === from).map((edge) => edge.from),
      );
    default:
      return undefined;
  }
};

/** Of some skills, the one that lies closest to the lane of another. */
const nearest = (world: World, from: SkillId, ids: readonly SkillId[]): SkillId | undefined => {
  const middle = world.skills.get(from)?.middle ?? 0;
  const off = (id: SkillId): number => Math.abs((world.skills.get(id)?.middle ?? 0) - middle);
  return ids.toSorted((a, b) => off(a) - off(b))[0];
};
