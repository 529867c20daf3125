/** The title of the page, as tabs, history and screen readers give it. */
import type { GraphIndex } from '../domain/curriculum/graph.ts';

/** @param path the address below the base, such as `/skills/math.prob` */
export const titleOf = (path: string, index: GraphIndex): string => {
  const [screen = '', id = ''] = path.slice(1).split('/');
  const thing =
    screen === 'skills'
      ? index.skill(id)?.title
      : screen === 'milestones'
        ? index.milestone(id)?.title
        : undefined;
  const name = screen === '' ? 'Today' : `${screen.charAt(0).toUpperCase()}${screen.slice(1)}`;
  return `${thing ?? name} · Cairn`;
};
