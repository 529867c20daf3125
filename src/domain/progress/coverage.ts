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
import { comparePositions, positionOf, type Placed } from '../log/order.ts';
import type { Learner } from './learner.ts';

type Coverage = Pick<Learner, 'covers' | 'strays' | 'awaited' | 'frontier'>;

/** Coverage after folding further events. */
export const coverageOf = (
  base: Coverage,
  placed: readonly Placed<StoredEvent>[],
  known: readonly Placed<KnownEvent>[],
): Coverage => {
  const covers = new Map(Object.entries(base.covers));
  const strays = new Map([...base.strays].map(([device, numbers]) => [device, [...numbers]]));
  for (const { event } of placed) {
    if (event.n === (covers.get(event.d) ?? 0) + 1) covers.set(event.d, event.n);
    else if (!strays.get(event.d)?.push(event.n)) strays.set(event.d, [event.n]);
  }
  const last = placed.at(-1);
  return {
    covers: Object.fromEntries(covers),
    strays,
    awaited: awaitedAfter(base, placed, known),
    frontier: last ? positionOf(last) : base.frontier,
  };
};

const awaitedAfter = (
  base: Coverage,
  placed: readonly Placed<StoredEvent>[],
  known: readonly Placed<KnownEvent>[],
): ReadonlySet<EventId> => {
  const awaited = new Set(base.awaited);
  const targets = eventSet();
  for (const { event } of known) {
    if ((event.t !== 'undo' && event.t !== 'redact') || isCovered(base, event.target)) continue;
    awaited.add(event.target);
    targets.add(event.target);
  }
  if (targets.isEmpty()) return awaited;
  for (const { event } of placed) if (targets.has(event)) awaited.delete(eventId(event));
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
    comparePositions(positionOf({ event, clock: event.h }), state.frontier) > 0
  );
};
