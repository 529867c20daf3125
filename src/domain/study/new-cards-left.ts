/** A count of what new cards there are, for screens that have not loaded any. */
import type { StudyDay } from '../calendar/study-day.ts';
import { skillOfCard, type Skill, type SkillId } from '../curriculum/types.ts';
import type { Learner } from '../progress/learner.ts';
import type { Standing } from '../progress/standing.ts';
import { OPEN_SKILLS } from './frontier.ts';

/**
 * How many new cards the best skills of the frontier still hold today, without their content: what is suspended or put
 * off does not count.
 */
export const newCardsLeft = (
  skills: readonly Skill[],
  learner: Learner,
  standing: ReadonlyMap<SkillId, Standing>,
  day: StudyDay,
): number => {
  const asleep = [...learner.suspended].filter((id) => !learner.cards.has(id));
  const putOff = [...learner.buried].flatMap(([note, on]) =>
    on === day && !learner.cards.has(note) ? [note] : [],
  );
  const resting = new Map<SkillId, number>();
  for (const id of new Set([...asleep, ...putOff])) {
    const skill = skillOfCard(id);
    resting.set(skill, (resting.get(skill) ?? 0) + 1);
  }
  return skills
    .map(({ id, cards }) => cards - (standing.get(id)?.seen ?? 0) - (resting.get(id) ?? 0))
    .filter((left) => left > 0)
    .slice(0, OPEN_SKILLS)
    .reduce((sum, left) => sum + left, 0);
};
