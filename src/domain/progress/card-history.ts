/** The answers to one card, read from the log. */
import type { CardId } from '../curriculum/types.ts';
import { eventId, type EventId, type Rating, type StoredEvent } from '../log/event.ts';
import { undoneBy } from '../log/order.ts';
import { upcast } from '../log/upcast.ts';
import { followSuccessors, type Successors } from './reading.ts';

export interface Answer {
  readonly event: EventId;
  /** ms since the epoch, by the clock of the device that wrote it */
  readonly at: number;
  readonly rating: Rating;
  /** Time from prompt to rating, ms. */
  readonly took: number;
  /** How sure the person was before the answer showed, whole percent, where they were asked. */
  readonly confidence: number | undefined;
  /** It was given in a cram session, and counts for nothing else. */
  readonly isCram: boolean;
}

/** The answers that stand, newest first; those to a card that this one has replaced among them. Linear in the log. */
export const answersTo = (
  id: CardId,
  events: readonly StoredEvent[],
  successors: Successors,
): readonly Answer[] => {
  const currentId = followSuccessors(successors);
  const known = events.map(upcast).filter((event) => event !== undefined);
  const withdrawn = undoneBy(known.filter((event) => event.t === 'undo'));
  return known
    .filter((event) => event.t === 'review' || event.t === 'cram')
    .filter((event) => (event.card === id || currentId(event.card) === id) && !withdrawn.has(event))
    .toSorted((a, b) => b.h - a.h)
    .map((event) => ({
      event: eventId(event),
      at: event.w,
      rating: event.rating,
      took: event.took,
      confidence: event.t === 'review' ? event.confidence : undefined,
      isCram: event.t === 'cram',
    }));
};
