/**
 * What a person's memory will look like on a day to come, if they go on as they did in the last weeks: as many answers and as
 * many new cards a day, recalled as often as the memory model expects. One likely course, not a promise.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard, type CardId, type SkillId } from '../curriculum/types.ts';
import type { Rating } from '../log/event.ts';
import { inReplay, UNSEEN, type CardMemory } from '../memory/scheduler.ts';
import { schedulerFor } from '../progress/scheduler-for.ts';
import type { Learner } from '../progress/learner.ts';
import { standings } from '../progress/standing.ts';
import { aimOf } from '../settings/settings.ts';
import { frontier, OPEN_SKILLS } from './frontier.ts';

/** Days looked back on. */
export const PACE_DAYS = 28;
/** Which skills new cards come from is decided anew after so many days. */
const CHOICE_DAYS = 7;

export interface Pace {
  /** Answers and new cards a day, on average over all days, those off included. */
  readonly answers: number;
  readonly fresh: number;
}

/** The pace of the last four weeks before a day; both 0 for somebody who paused. */
export const paceOf = (learner: Learner, today: StudyDay): Pace => {
  let answers = 0;
  let fresh = 0;
  for (const [day, tally] of learner.days) {
    if (day >= today || day < today - PACE_DAYS) continue;
    answers += tally.answers;
    fresh += tally.introduced;
  }
  return { answers: answers / PACE_DAYS, fresh: fresh / PACE_DAYS };
};

/** A number from 0 to 1 that depends on nothing but the card and how often it was answered. */
const chance = (id: CardId, reps: number): number => {
  let hash = 2_166_136_261 ^ (reps * 374_761_393);
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16_777_619);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
};

/**
 * The learner on a day to come, at a pace. Cards that are not met yet get made-up ids of their skills.
 * @param until the last study day that is studied on
 */
export const atPace = (
  index: GraphIndex,
  learner: Learner,
  pace: Pace,
  today: StudyDay,
  until: StudyDay,
): Learner => {
  const scheduler = schedulerFor(learner.settings);
  const cards = new Map(learner.cards);
  let fresh = 0;
  let answers = 0;
  let choice: SkillId[] = [];

  const answer = (id: CardId, day: StudyDay, ratings: readonly Rating[]): void => {
    const card = inReplay(cards.get(id) ?? UNSEEN);
    for (const rating of ratings) scheduler.replay(card, rating, day);
    answers -= ratings.length;
    const aim = aimOf(learner.settings, index.skill(skillOfCard(id))?.track);
    cards.set(id, scheduler.settle(id, card, 0, { days: 0, aim }));
  };
  const review = (id: CardId, card: CardMemory, day: StudyDay): void => {
    const isKnown = chance(id, card.reps) < scheduler.retrievability(card, day);
    answer(id, day, isKnown ? [3] : [1, 3]);
  };
  const meetNew = (day: StudyDay): void => {
    if ((day - today - 1) % CHOICE_DAYS === 0) {
      const now = { ...learner, cards };
      const standing = standings(index, now, day);
      choice = frontier(index, now, standing)
        .slice(0, OPEN_SKILLS)
        .flatMap(({ id, cards: all }) =>
          Array.from({ length: all - (standing.get(id)?.seen ?? 0) }, () => id),
        );
    }
    for (; fresh >= 1 && choice.length > 0; fresh--) {
      answer(`${choice.shift() ?? ''}/ahead-${cards.size}`, day, [3, 3]);
    }
  };

  for (let day = today + 1; day <= until; day++) {
    // What is not used up of one day is not saved up for long.
    answers = Math.min(answers + pace.answers, 3 * pace.answers);
    fresh = Math.min(fresh + pace.fresh, 3 * Math.max(1, pace.fresh));
    const due = [...cards]
      .filter(([id, card]) => card.reps > 0 && card.dueDay <= day && !learner.suspended.has(id))
      .map(([id, card]) => ({ id, card, recall: scheduler.retrievability(card, day) }))
      .toSorted((a, b) => a.recall - b.recall);
    for (const { id, card } of due) {
      if (answers <= 0) break;
      review(id, card, day);
    }
    meetNew(day);
  }
  return { ...learner, cards };
};
