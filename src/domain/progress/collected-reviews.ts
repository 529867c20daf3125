/**
 * Reviews, collected in order and handed out card by card.
 *
 * Cards do not depend on each other, and a card that is replayed in one go stays in the processor's cache: following the
 * order of the log takes three times as long. Columns of numbers, for the same reason.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import type { Rating } from '../log/event.ts';

export interface CollectedReviews {
  /**
   * @param card a number below the count of cards
   * @param time ms since the epoch
   * @param choice see `packChoice`
   */
  readonly add: (card: number, rating: Rating, time: number, day: StudyDay, choice: number) => void;
  /** Hands out what was collected and forgets it: cards by number, the reviews of each in order. */
  readonly handOut: (
    open: (card: number) => void,
    review: (rating: Rating, day: StudyDay) => void,
    close: (card: number, lastTime: number, lastChoice: number) => void,
  ) => void;
}

/**
 * @param cards how many cards there are
 * @param capacity how many reviews there will be at most
 */
export const collectReviews = (cards: number, capacity: number): CollectedReviews => {
  const cardOf = new Int32Array(capacity);
  const times = new Float64Array(capacity);
  /** Day and rating in one number. */
  const reviews = new Int32Array(capacity);
  const choices = new Int32Array(capacity);
  let collected = 0;
  return {
    add: (card, rating, time, day, choice) => {
      choices[collected] = choice;
      cardOf[collected] = card;
      times[collected] = time;
      reviews[collected] = day * 4 + rating - 1;
      collected++;
    },
    handOut: (open, review, close) => {
      /** Where the reviews of each card end when they lie card by card, and which one is its last. */
      const ends = new Int32Array(cards);
      const lasts = new Int32Array(cards);
      for (let i = 0; i < collected; i++) {
        const card = cardOf[i] as number;
        ends[card] = (ends[card] as number) + 1;
        lasts[card] = i;
      }
      for (let card = 1; card < cards; card++) {
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
      for (let card = 0; card < cards; card++) {
        const start = starts[card] as number;
        const end = ends[card] as number;
        if (start === end) continue;
        open(card);
        for (let i = start; i < end; i++) {
          const packed = byCard[i] as number;
          review(((packed & 3) + 1) as Rating, packed >> 2);
        }
        const last = lasts[card] as number;
        close(card, times[last] as number, choices[last] as number);
      }
    },
  };
};
