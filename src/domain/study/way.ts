/** The shortest way from where a person stands to a goal: what is not ready yet, and what it takes. */
import type { GraphIndex } from '../curriculum/graph.ts';
import type { Skill, SkillId, TrackId } from '../curriculum/types.ts';
import { inReplay, UNSEEN } from '../memory/scheduler.ts';
import { schedulerFor } from '../progress/scheduler-for.ts';
import type { Learner } from '../progress/learner.ts';
import { readyFrom, STEADY_DAYS, type Standing } from '../progress/standing.ts';
import { aimOf, recallAimedAt } from '../settings/settings.ts';
import { medianAnswerTime } from './session.ts';
import { wayAhead } from './way-ahead.ts';

export interface Way {
  /** Skills to be made ready, in an order in which each comes after what it requires. */
  readonly skills: readonly Skill[];
  /** Cards that have yet to become steady for all of them to be ready. */
  readonly cards: number;
  /** Time for the answers that this takes, ms, at the person's own pace; reviews of other cards are not in it. */
  readonly takes: number;
}

/** A card that takes more answers than this, under unusual parameters, is not counted further. */
const MOST_ANSWERS = 20;

/** Answers until a new card of a track is steady, if it is recalled each time it is due. */
export const answersUntilSteady = (learner: Learner, track: TrackId): number => {
  const aim = aimOf(learner.settings, track);
  const scheduler = schedulerFor(learner.settings);
  const card = inReplay(UNSEEN);
  let day = 0;
  let answers = 0;
  while (card.stability < STEADY_DAYS && answers < MOST_ANSWERS) {
    scheduler.replay(card, 3, day);
    answers++;
    day = Math.max(day, scheduler.settle('', card, 0, { days: 0, aim }).dueDay);
  }
  return answers;
};

/** The way to a goal: a skill, a milestone or a stage. Empty when everything it asks for is ready, or it is unknown. */
export const wayTo = (
  index: GraphIndex,
  learner: Learner,
  standing: ReadonlyMap<SkillId, Standing>,
  goal: string,
): Way => {
  const skills = wayAhead(index, learner, standing, goal);
  let cards = 0;
  let answers = 0;
  for (const skill of skills) {
    const { seen = 0, steady = 0 } = standing.get(skill.id) ?? {};
    const wanted = Math.max(0, readyFrom(skill) - steady);
    const halfway = Math.min(wanted, seen - steady);
    const fresh = (wanted - halfway) * answersUntilSteady(learner, skill.track);
    // A lapse costs an answer more; as many as the retention aimed at lets happen.
    const lapses = 2 - recallAimedAt(learner.settings, skill.track);
    cards += wanted;
    answers += (halfway + fresh) * lapses;
  }
  return { skills, cards, takes: answers * medianAnswerTime(learner) };
};
