/** What one device did with cards, read back from its events: what can be taken back, and which card was up. */
import type { CardId } from '../curriculum/types.ts';
import {
  eventId,
  parseEventId,
  type DeviceId,
  type KnownEvent,
  type StoredEvent,
} from '../log/event.ts';
import { undoneBy, type VersionVector } from '../log/order.ts';
import { upcast } from '../log/upcast.ts';
import type { Deed } from './sitting.ts';

type CardEvent = Extract<
  KnownEvent,
  { readonly t: 'review' | 'cram' | 'bury' | 'suspend' | 'flag' }
>;

const isOnCard = (event: KnownEvent): event is CardEvent =>
  event.t === 'review' ||
  event.t === 'cram' ||
  event.t === 'bury' ||
  event.t === 'suspend' ||
  event.t === 'flag';

const deedOf = (event: CardEvent): Deed => {
  const isAnswer = event.t === 'review' || event.t === 'cram';
  return {
    event: eventId(event),
    card: event.card,
    took: isAnswer ? event.took : 0,
    rating: isAnswer ? event.rating : undefined,
  };
};

export interface Traces {
  /** What stands of what was done with cards, oldest first. */
  readonly deeds: readonly Deed[];
  /** The card that was shown again because the last deed was taken back. */
  readonly shownAgain: CardId | undefined;
  /** When the card that was up was chosen: with the last answer, or whatever else led on. */
  readonly chosenAt: number | undefined;
}

/**
 * What a device did with cards, read from its events.
 * @param events in any order; others' are passed over
 */
export const tracesIn = (events: readonly StoredEvent[], device: DeviceId): Traces => {
  const mine = events
    .filter(({ d }) => d === device)
    .toSorted((a, b) => a.n - b.n)
    .map(upcast)
    .filter((event) => event !== undefined);
  const undone = undoneBy(mine.filter((event) => event.t === 'undo'));
  const onCards = mine.filter(isOnCard);
  const targets = new Map(onCards.map((event) => [eventId(event), event.card]));
  const last = mine.findLast((event) =>
    event.t === 'undo' ? targets.has(event.target) : isOnCard(event) && event.t !== 'flag',
  );
  return {
    deeds: onCards.filter((event) => !undone.has(event)).map(deedOf),
    shownAgain: last?.t === 'undo' ? targets.get(last.target) : undefined,
    chosenAt: last?.w,
  };
};

/** Whether a deed came after what a vector covers. */
export const isSince = (deed: Deed, covers: VersionVector): boolean => {
  const { d, n } = parseEventId(deed.event) ?? { d: '', n: 0 };
  return n > (covers[d] ?? 0);
};
