/**
 * Reviews, collected in order and handed out card by card.
 *
 * Cards do not depend on each other, and a card's memory that is replayed in one go stays in the processor's cache:
 * following the order of the log instead takes three times as long. Columns of whole numbers, for the same reason.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardId } from '../curriculum/types.ts';
import type { Rating } from '../log/event.ts';

export interface CollectedReviews {
  /** @param time ms since the epoch */
  readonly add: (card: CardId, rating: Rating, time: number, day: StudyDay) => void;
  /** Hands out what was collected and forgets it. Cards come in the order of their first review, reviews in theirs. */
  readonly handOut: (
    open: (card: CardId) => void,
    review: (rating: Rating, day: StudyDay) => void,
    close: (card: CardId, lastTime: number) => void,
  ) => void;
}

/** @param capacity how many reviews there will be at most */
export const collectReviews = (capacity: number): CollectedReviews => {
  const ids: CardId[] = [];
  const times = new Float64Array(capacity);
  /** Day and rating in one number. */
  const reviews = new Int32Array(capacity);
  return {
    add: (id, rating, time, day) => {
      times[ids.length] = time;
      reviews[ids.length] = day * 4 + rating - 1;
      ids.push(id);
    },
    handOut: (open, review, close) => {
      const { names, cardOf } = numbered(ids);
      const lastTimes = new Float64Array(names.length);
      /** Where the reviews of each card end when they lie card by card. */
      const ends = new Int32Array(names.length);
      for (const [i, card] of cardOf.entries()) {
        lastTimes[card] = times[i] as number;
        ends[card] = (ends[card] as number) + 1;
      }
      for (let card = 1; card < ends.length; card++) {
        ends[card] = (ends[card] as number) + (ends[card - 1] as number);
      }
      const byCard = new Int32Array(ids.length);
      const starts = ends.slice();
      for (let i = ids.length - 1; i >= 0; i--) {
        const card = cardOf[i] as number;
        const start = (starts[card] as number) - 1;
        starts[card] = start;
        byCard[start] = reviews[i] as number;
      }
      ids.length = 0;
      for (const [card, id] of names.entries()) {
        open(id);
        for (let i = starts[card] as number; i < (ends[card] as number); i++) {
          const packed = byCard[i] as number;
          review(((packed & 3) + 1) as Rating, packed >> 2);
        }
        close(id, lastTimes[card] as number);
      }
    },
  };
};

/** Numbers the cards by their first review. In a loop of its own, since nothing else then drives the map from the cache. */
const numbered = (ids: readonly CardId[]): { names: CardId[]; cardOf: Int32Array } => {
  const numbers = new Map<CardId, number>();
  const cardOf = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as CardId;
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    cardOf[i] = number;
  }
  return { names: [...numbers.keys()], cardOf };
};
