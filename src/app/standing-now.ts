/** Where the person stands with each skill today: read from every card once, then the same for all screens. */
import type { StudyDay } from '../domain/calendar/study-day.ts';
import type { SkillId } from '../domain/curriculum/types.ts';
import type { Learner } from '../domain/progress/learner.ts';
import { standings, type Standing } from '../domain/progress/standing.ts';
import type { Cairn } from './context.ts';

interface Kept {
  readonly index: Cairn['index'];
  readonly day: StudyDay;
  readonly standing: ReadonlyMap<SkillId, Standing>;
}

const kept = new WeakMap<Learner, Kept>();

/** Follows the learner and the day where it is called in a tracking scope. */
export const standingNow = ({ index, learner, today }: Cairn): ReadonlyMap<SkillId, Standing> => {
  const now = learner();
  const day = today();
  const known = kept.get(now);
  if (known?.day === day && known.index === index) return known.standing;
  const standing = standings(index, now, day);
  kept.set(now, { index, day, standing });
  return standing;
};
