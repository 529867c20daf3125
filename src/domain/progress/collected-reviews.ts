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

/**
 * Reviews whose cards are looked up in one go. Between two reviews there is much else to read, which drives the map of
 * cards from the cache.
 */
const BATCH = 1024;

/** @param capacity how many reviews there will be at most */
export const collectReviews = (capacity: number): CollectedReviews => {
  const numbers = new Map<CardId, number>();
  const batch: CardId[] = [];
  const cardOf = new Int32Array(capacity);
  const times = new Float64Array(capacity);
  /** Day and rating in one number. */
  const reviews = new Int32Array(capacity);
  let collected = 0;

  const numberBatch = (): void => {
    const first = collected - batch.length;
    for (const [i, id] of batch.entries()) {
      let number = numbers.get(id);
      if (number === undefined) numbers.set(id, (number = numbers.size));
      cardOf[first + i] = number;
    }
    batch.length = 0;
  };

  return {
    add: (id, rating, time, day) => {
      times[collected] = time;
      reviews[collected] = day * 4 + rating - 1;
      collected++;
      if (batch.push(id) === BATCH) numberBatch();
    },
    handOut: (open, review, close) => {
      numberBatch();
      const lastTimes = new Float64Array(numbers.size);
      /** Where the reviews of each card start and end when they lie card by card. */
      const ends = new Int32Array(numbers.size);
      for (let i = 0; i < collected; i++) {
        const card = cardOf[i] as number;
        lastTimes[card] = times[i] as number;
        ends[card] = (ends[card] as number) + 1;
      }
      for (let card = 1; card < ends.length; card++) {
        ends[card] = (ends[card] as number) + (ends[card - 1] as number);
      }
      const starts = ends.slice();
      const byCard = new Int32Array(collected);
      for (let i = collected - 1; i >= 0; i--) {
        const card = cardOf[i] as number;
        const start = (starts[card] as number) - 1;
        starts[card] = start;
        byCard[start] = reviews[i] as number;
      }
      for (const [id, card] of numbers) {
        open(id);
        for (let i = starts[card] as number; i < (ends[card] as number); i++) {
          const packed = byCard[i] as number;
          review(((packed & 3) + 1) as Rating, packed >> 2);
        }
        close(id, lastTimes[card] as number);
      }
      numbers.clear();
      collected = 0;
    },
  };
};
