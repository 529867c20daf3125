/** What a person may want to get to, a skill, a milestone or a stage, and everything that it takes. */
import type { GraphIndex } from './graph.ts';
import type { SkillId } from './types.ts';

/** The skills that a goal asks for: the skill itself, those behind a milestone, those of a stage; none for an unknown id. */
export const goalSkills = (index: GraphIndex, goal: string): readonly SkillId[] =>
  index.skill(goal)
    ? [goal]
    : (index.milestone(goal)?.skills ??
      index.graph.skills.filter(({ stage }) => stage === goal).map(({ id }) => id));

export const goalTitle = (index: GraphIndex, goal: string): string | undefined =>
  (index.skill(goal) ?? index.milestone(goal) ?? index.stage(goal))?.title;

/** Skills with everything that they require, directly or through others. */
export const neededFor = (index: GraphIndex, ids: readonly SkillId[]): ReadonlySet<SkillId> => {
  const needed = new Set(ids);
  // A set that grows while it is walked is walked to its end.
  for (const id of needed) index.skill(id)?.requires.forEach((required) => needed.add(required));
  return needed;
};
