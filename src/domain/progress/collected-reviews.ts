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
  const cards = new Map<CardId, number>();
  const cardOf = new Int32Array(capacity);
  /** Day and rating in one number. */
  const reviews = new Int32Array(capacity);
  const counts: number[] = [];
  const lastTimes: number[] = [];
  let collected = 0;
  return {
    add: (id, rating, time, day) => {
      let card = cards.get(id);
      if (card === undefined) {
        card = cards.size;
        cards.set(id, card);
        counts.push(0);
        lastTimes.push(time);
      }
      counts[card] = (counts[card] as number) + 1;
      lastTimes[card] = time;
      cardOf[collected] = card;
      reviews[collected++] = day * 4 + rating - 1;
    },
    handOut: (open, review, close) => {
      const byCard = new Int32Array(collected);
      const next = new Int32Array(cards.size);
      for (let card = 1; card < next.length; card++) {
        next[card] = (next[card - 1] as number) + (counts[card - 1] as number);
      }
      for (let i = 0; i < collected; i++) {
        const card = cardOf[i] as number;
        const position = next[card] as number;
        next[card] = position + 1;
        byCard[position] = reviews[i] as number;
      }
      let at = 0;
      for (const [id, card] of cards) {
        open(id);
        for (const end = at + (counts[card] as number); at < end; at++) {
          const packed = byCard[at] as number;
          review(((packed & 3) + 1) as Rating, packed >> 2);
        }
        close(id, lastTimes[card] as number);
      }
      cards.clear();
      counts.length = 0;
      lastTimes.length = 0;
      collected = 0;
    },
  };
};
