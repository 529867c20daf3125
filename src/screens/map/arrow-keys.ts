/** Arrow keys on the trail: sideways along the edges, up and down to the neighbours, Home and End to the ends. */
import type { SkillId } from '../../domain/curriculum/types.ts';
import type { TrailView } from './trail-view.ts';

/** The skill that a key leads to from another, or `undefined` when it leads nowhere. */
export const skillByKey = (view: TrailView, from: SkillId, key: string): SkillId | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return view.edges.find((edge) => edge.to === from)?.from;
    case 'ArrowRight':
      return view.edges.find((edge) => edge.from === from)?.to;
    case 'ArrowUp':
      return neighbour(view, from, -1);
    case 'ArrowDown':
      return neighbour(view, from, 1);
    case 'Home':
      return view.order[0];
    case 'End':
      return view.order.at(-1);
    default:
      return undefined;
  }
};

/** In a climb, the line above or below. In lanes, the nearest skill of the same column, or the next in reading order. */
const neighbour = (view: TrailView, from: SkillId, step: 1 | -1): SkillId | undefined => {
  const at = view.order.indexOf(from);
  if (view.layout === 'climb') return view.order[at + step];
  const column = view.spots.get(from)?.column;
  for (let i = at + step; i >= 0 && i < view.order.length; i += step) {
    const id = view.order[i];
    if (id !== undefined && view.spots.get(id)?.column === column) return id;
  }
  return view.order[at + step];
};
