/** What lies between a person and a goal. */
import { goalSkills, neededFor } from '../curriculum/goal.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import type { Skill, SkillId } from '../curriculum/types.ts';
import type { Standing } from '../progress/standing.ts';
import { shownState, type Person, type ShownState } from '../progress/tally.ts';

const BEHIND: ReadonlySet<ShownState> = new Set(['ready', 'mastered', 'fading', 'assumed']);

/** The skills that have yet to be made ready for a goal, in an order in which each comes after what it requires. */
export const wayAhead = (
  index: GraphIndex,
  person: Person,
  standing: ReadonlyMap<SkillId, Standing>,
  goal: string,
): readonly Skill[] => {
  const needed = neededFor(index, goalSkills(index, goal));
  return index.graph.skills.filter(
    (skill) =>
      needed.has(skill.id) && !BEHIND.has(shownState(index, person, skill, standing.get(skill.id))),
  );
};
