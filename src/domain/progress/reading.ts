/**
 * The first look at a log: what each event is. Reviews, of which there are a million, become the number of their card;
 * all other events, of which there are hundreds, are read in full.
 */
import type { CardId } from '../curriculum/types.ts';
import type { Envelope, KnownEvent, Review, StoredEvent } from '../log/event.ts';
import { upcast } from '../log/upcast.ts';

/** Where retired cards' history goes: successor by id, `null` for none. */
export type Successors = Readonly<Record<CardId, CardId | null>>;

export type OtherEvent = Exclude<KnownEvent, Envelope & Review>;

export interface Reading {
  /** For each event, the number of the card that it reviews, or `NO_CARD`. */
  readonly cardOf: Int32Array;
  /** The cards by number: those that hold the history today. */
  readonly cards: readonly CardId[];
  /** The events without a card number, in order; `undefined` for what this version does not understand. */
  readonly others: readonly (OtherEvent | undefined)[];
}

export const NO_CARD = -1;

export const read = (
  events: readonly StoredEvent[],
  currentId: (id: CardId) => CardId,
): Reading => {
  const cardOf = new Int32Array(events.length);
  const cards: CardId[] = [];
  const others: (OtherEvent | undefined)[] = [];
  const numbers = new Map<CardId, number>();
  const numberOf = (id: CardId): number => {
    let number = numbers.get(id);
    if (number === undefined) {
      const current = currentId(id);
      number = current === id ? cards.push(id) - 1 : numberOf(current);
      numbers.set(id, number);
    }
    return number;
  };
  // By index, and with nothing else in between: the map of cards has to stay in the processor's cache.
  for (let i = 0; i < events.length; i++) {
    const event = upcast(events[i] as StoredEvent);
    if (event?.t === 'review') cardOf[i] = numberOf(event.card);
    else {
      cardOf[i] = NO_CARD;
      others.push(event);
    }
  }
  return { cardOf, cards, others };
};

/** Finds the card that holds the history of a card today: the end of its line of successors. A circle leads nowhere. */
export const followSuccessors = (successors: Successors): ((id: CardId) => CardId) => {
  const next = new Map(Object.entries(successors));
  return (id) => {
    const line = [id];
    for (;;) {
      const last = line.at(-1) as CardId;
      const successor = next.get(last);
      if (!successor) return last;
      if (line.includes(successor)) return id;
      line.push(successor);
    }
  };
};
