/** How far the log has been folded into a state, and what has to be folded anew when more of it arrives. */
import { eventSet } from '../log/event-set.ts';
import {
  eventId,
  parseEventId,
  type DeviceId,
  type Envelope,
  type EventId,
  type KnownEvent,
  type StoredEvent,
} from '../log/event.ts';
import { clockOf, comparePositions, positionOf, type Ordered } from '../log/order.ts';
import type { Learner } from './learner.ts';

type Coverage = Pick<Learner, 'covers' | 'strays' | 'awaited' | 'frontier'>;

/**
 * Coverage after folding further events.
 * @param reaching those of the events that aim at others
 */
export const coverageOf = (
  base: Coverage,
  ordered: Ordered<StoredEvent>,
  reaching: readonly KnownEvent[],
): Coverage => {
  const last = ordered.events.at(-1);
  return {
    ...numbersOf(base, ordered.events),
    awaited: awaitedAfter(base, ordered.events, reaching),
    frontier: last ? positionOf(last, clockOf(ordered, last)) : base.frontier,
  };
};

const numbersOf = (
  base: Coverage,
  events: readonly StoredEvent[],
): Pick<Coverage, 'covers' | 'strays'> => {
  const covers = new Map(Object.entries(base.covers));
  const strays = new Map([...base.strays].map(([device, numbers]) => [device, [...numbers]]));
  let device: DeviceId | undefined;
  let upTo = 0;
  for (const { d, n } of events) {
    if (d !== device) {
      device = d;
      upTo = covers.get(d) ?? 0;
    }
    if (n === upTo + 1) covers.set(d, ++upTo);
    else if (!strays.get(d)?.push(n)) strays.set(d, [n]);
  }
  return { covers: Object.fromEntries(covers), strays };
};

const awaitedAfter = (
  base: Coverage,
  events: readonly StoredEvent[],
  reaching: readonly KnownEvent[],
): ReadonlySet<EventId> => {
  const awaited = new Set(base.awaited);
  const targets = eventSet();
  for (const event of reaching) {
    if ((event.t !== 'undo' && event.t !== 'redact') || isCovered(base, event.target)) continue;
    awaited.add(event.target);
    targets.add(event.target);
  }
  if (targets.isEmpty()) return awaited;
  for (const event of events) if (targets.has(event)) awaited.delete(eventId(event));
  return awaited;
};

/** Whether an event has been folded in. What is no id of any event counts as folded in. */
export const isCovered = (state: Coverage, id: EventId): boolean => {
  const named = parseEventId(id);
  return !named || covers(state, named);
};

export const covers = (state: Coverage, { d, n }: Pick<Envelope, 'd' | 'n'>): boolean =>
  n <= coveredUpTo(state, d) || (state.strays.get(d)?.includes(n) ?? false);

const coveredUpTo = (state: Coverage, device: DeviceId): number =>
  // A device may be called `constructor`.
  Object.hasOwn(state.covers, device) ? (state.covers[device] as number) : 0;

/** Whether an event that is not covered comes after all that is: folding it on top gives what folding everything gives. */
export const isAfter = (state: Coverage, event: StoredEvent): boolean => {
  const highest = state.strays.get(event.d)?.at(-1) ?? coveredUpTo(state, event.d);
  return (
    event.n > highest &&
    !state.awaited.has(eventId(event)) &&
    comparePositions(positionOf(event, event.h), state.frontier) > 0
  );
};
