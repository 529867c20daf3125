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
  const ids = new Array<CardId>(capacity);
  const times = new Float64Array(capacity);
  /** Day and rating in one number. */
  const reviews = new Int32Array(capacity);
  let collected = 0;
  return {
    add: (id, rating, time, day) => {
      ids[collected] = id;
      times[collected] = time;
      reviews[collected] = day * 4 + rating - 1;
      collected++;
    },
    handOut: (open, review, close) => {
      const { numbers, cardOf } = numberCards(ids, collected);
      /** Where the reviews of each card start and end when they lie card by card, and which one is its last. */
      const ends = new Int32Array(numbers.size);
      const lasts = new Int32Array(numbers.size);
      for (let i = 0; i < collected; i++) {
        const card = cardOf[i] as number;
        ends[card] = (ends[card] as number) + 1;
        lasts[card] = i;
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
      collected = 0;
      for (const [id, card] of numbers) {
        open(id);
        for (let i = starts[card] as number; i < (ends[card] as number); i++) {
          const packed = byCard[i] as number;
          review(((packed & 3) + 1) as Rating, packed >> 2);
        }
        close(id, times[lasts[card] as number] as number);
      }
    },
  };
};

/** Numbers the cards by their first review. In a loop of its own, where nothing else drives the map from the cache. */
const numberCards = (
  ids: readonly CardId[],
  count: number,
): { readonly numbers: ReadonlyMap<CardId, number>; readonly cardOf: Int32Array } => {
  const numbers = new Map<CardId, number>();
  const cardOf = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const id = ids[i] as CardId;
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    cardOf[i] = number;
  }
  return { numbers, cardOf };
};
