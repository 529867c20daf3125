/** What each rating would make of a card: what the buttons say, and what the review's event keeps of it. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardId, TrackId } from '../curriculum/types.ts';
import type { Rating, Review } from '../log/event.ts';
import type { IntervalRange } from '../memory/interval.ts';
import { inReplay, UNSEEN, type CardMemory } from '../memory/scheduler.ts';
import { schedulerFor } from '../progress/scheduler-for.ts';
import type { Learner } from '../progress/learner.ts';
import { aimOf } from '../settings/settings.ts';

export interface Outcome {
  readonly memory: CardMemory;
  /** To be written with the review, so that every device comes to the same day. */
  readonly choice: Pick<Review, 'ivl' | 'aim'>;
}

/** Picks the days until a card is due again from those that the fuzz allows; 0 picks none. */
export type ChooseInterval = (range: IntervalRange) => number;

const RATINGS: readonly Rating[] = [1, 2, 3, 4];

/**
 * The outcomes of the ratings 1 to 4, at index 0 to 3. A better rating never leads to a shorter interval, and to a longer
 * one wherever there is a choice that is longer.
 * @param time ms since the epoch, on the study day `day`
 * @param choose without it, the card's id and number of reviews decide
 */
export const outcomesOf = (
  learner: Learner,
  id: CardId,
  track: TrackId | undefined,
  time: number,
  day: StudyDay,
  choose?: ChooseInterval,
): readonly Outcome[] => {
  const scheduler = schedulerFor(learner.settings);
  const aim = aimOf(learner.settings, track);
  let shortest = 1;
  return RATINGS.map((rating) => {
    const next = inReplay(learner.cards.get(id) ?? UNSEEN);
    scheduler.replay(next, rating, day);
    const range = scheduler.range(next, aim);
    if (!range) return { memory: scheduler.settle(id, next, time), choice: {} };
    const { high } = range;
    const low = Math.min(high, Math.max(range.low, shortest));
    let days = choose && range.low < high ? choose({ low, high }) : 0;
    let memory = scheduler.settle(id, next, time, { days, aim });
    // Left to the id, it may fall short of what was chosen for the rating before.
    if (choose && memory.dueDay < memory.lastDay + low) {
      days = low;
      memory = scheduler.settle(id, next, time, { days, aim });
    }
    shortest = memory.dueDay - memory.lastDay + 1;
    return { memory, choice: { ...(days > 0 && { ivl: days }), ...(aim > 0 && { aim }) } };
  });
};
