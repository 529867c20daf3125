/**
 * The ledger: a settled state, the events since, and the state they make together.
 *
 * The settled state is a cache (it is what a snapshot holds); the events since it stay at hand so that undo and
 * late arrivals fold again in milliseconds. What reaches back behind the settled state calls for a replay of the whole log.
 */
import { eventSet } from '../log/event-set.ts';
import { eventId, type EventId, type StoredEvent } from '../log/event.ts';
import { clockOf, comparePositions, inOrder, positionOf, type Ordered } from '../log/order.ts';
import { upcast } from '../log/upcast.ts';
import { isReplaySetting } from '../settings/settings.ts';
import { covers, isAfter, isCovered } from './coverage.ts';
import { fold, foldInOrder, NOBODY, type Successors } from './fold.ts';
import type { Learner } from './learner.ts';

export interface Ledger {
  /** The settled state. */
  readonly base: Learner;
  /** Events that `base` does not cover. */
  readonly tail: readonly StoredEvent[];
  /** `base` with `tail` folded in. */
  readonly learner: Learner;
}

export const EMPTY_LEDGER: Ledger = { base: NOBODY, tail: [], learner: NOBODY };

/** Events kept unsettled, so that at least so many can be undone at once. */
export const UNSETTLED = 300;

/** Opens a ledger on a settled state and the events since, or `undefined` when the whole log must be replayed. */
export const openLedger = (
  base: Learner,
  events: readonly StoredEvent[],
  successors: Successors = {},
): Ledger | undefined => extend({ base, tail: [], learner: base }, events, successors);

/**
 * The ledger with more events, of this device or another; known ones change nothing.
 * @returns `undefined` when an event reaches behind the settled state: replay the whole log then
 */
export const extend = (
  ledger: Ledger,
  events: readonly StoredEvent[],
  successors: Successors = {},
): Ledger | undefined => {
  const { base, tail, learner } = ledger;
  // Nothing that comes after all else is known: so it is with every answer, which must not wait for a look at the tail.
  const known = new Set(
    events.length === 1 && events.every((event) => isAfter(learner, event))
      ? []
      : tail.map(eventId),
  );
  const fresh = events.filter((event) => {
    const isNew = !covers(base, event) && !known.has(eventId(event));
    if (isNew) known.add(eventId(event));
    return isNew;
  });
  if (fresh.length === 0) return ledger;
  if (fresh.some((event) => reachesBehind(base, event))) return undefined;
  const longer = [...tail, ...fresh];
  const continues = fresh.every((event) => isAfter(learner, event) && !reachesBack(event));
  return {
    base,
    tail: longer,
    learner: continues ? fold(learner, fresh, successors) : fold(base, longer, successors),
  };
};

/** What an event changes of what came before it: one event, everything, or nothing. */
const reach = (event: StoredEvent): { readonly target: EventId } | 'everything' | undefined => {
  if (event.t !== 'undo' && event.t !== 'redact' && event.t !== 'setting') return undefined;
  const known = upcast(event);
  if (known?.t === 'undo' || known?.t === 'redact') return known;
  return known?.t === 'setting' && isReplaySetting(known.key) ? 'everything' : undefined;
};

const reachesBack = (event: StoredEvent): boolean => reach(event) !== undefined;

const reachesBehind = (base: Learner, event: StoredEvent): boolean => {
  // Nothing is settled, so nothing can lie behind.
  if (base.frontier.clock === -Infinity) return false;
  if (!isAfter(base, event)) return true;
  const back = reach(event);
  if (back === undefined) return false;
  return back === 'everything' || isCovered(base, back.target);
};

/**
 * Settles all but the last events, so that the next start has little to fold. The state stays the same.
 * @param keep how many events to leave unsettled at least
 */
export const settle = (
  ledger: Ledger,
  successors: Successors = {},
  keep: number = UNSETTLED,
): Ledger => {
  const ordered = inOrder(ledger.tail);
  const cut = settleable(ordered, keep);
  if (cut === 0) return ledger;
  return {
    base: foldInOrder(ledger.base, firstOf(ordered, cut), successors),
    tail: ordered.events.slice(cut),
    learner: ledger.learner,
  };
};

/** The settled state of a whole log: what `settle` would make of it, without the state on top. */
export const settledBase = (
  events: Iterable<StoredEvent>,
  successors: Successors = {},
  keep: number = UNSETTLED,
): Learner => {
  const ordered = inOrder(events);
  const cut = settleable(ordered, keep);
  return cut === 0 ? NOBODY : foldInOrder(NOBODY, firstOf(ordered, cut), successors);
};

const firstOf = (ordered: Ordered<StoredEvent>, count: number): Ordered<StoredEvent> => ({
  ...ordered,
  events: ordered.events.slice(0, count),
});

/** The most events that can be settled without one left over that belongs among them. */
const settleable = (ordered: Ordered<StoredEvent>, keep: number): number => {
  const stretches = inseparable(ordered).toSorted((a, b) => b.to - a.to);
  let cut = Math.max(0, ordered.events.length - keep);
  for (;;) {
    for (const { from, to } of stretches) if (from < cut && cut <= to) cut = from;
    const unsure = firstUnsure(ordered, cut);
    if (unsure < 0) return cut;
    cut = unsure;
  }
};

/** The first of `count` events whose clock was corrected otherwise than these events alone would have it; -1 for none. */
const firstUnsure = (ordered: Ordered<StoredEvent>, count: number): number => {
  if (ordered.corrected.size === 0) return -1;
  const alone = inOrder(ordered.events.slice(0, count));
  return ordered.events.findIndex(
    (event, index) => index < count && clockOf(alone, event) !== clockOf(ordered, event),
  );
};

/** A stretch of events, by index, of which either all are settled or none. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const inseparable = (ordered: Ordered<StoredEvent>): readonly Stretch[] => {
  const { events } = ordered;
  const indices = indicesOfTargets(events);
  const stretches: Stretch[] = [];
  for (const [index, event] of events.entries()) {
    const back = reach(event);
    if (back === 'everything') stretches.push({ from: 0, to: index });
    else if (back) {
      const target = indices.get(back.target) ?? index;
      stretches.push({ from: Math.min(target, index), to: Math.max(target, index) });
    }
    // By its own clock it belongs further back, and among later events alone that would be its place.
    if (event.h < clockOf(ordered, event)) {
      stretches.push({ from: placeByOwnClock(ordered, event), to: index });
    }
  }
  return stretches;
};

const indicesOfTargets = (events: readonly StoredEvent[]): ReadonlyMap<EventId, number> => {
  const targets = eventSet();
  for (const event of events) {
    const back = reach(event);
    if (back && back !== 'everything') targets.add(back.target);
  }
  const indices = new Map<EventId, number>();
  if (targets.isEmpty()) return indices;
  for (const [index, event] of events.entries()) {
    if (targets.has(event)) indices.set(eventId(event), index);
  }
  return indices;
};

const placeByOwnClock = (ordered: Ordered<StoredEvent>, event: StoredEvent): number => {
  const own = positionOf(event, event.h);
  return ordered.events.findIndex(
    (one) => comparePositions(positionOf(one, clockOf(ordered, one)), own) >= 0,
  );
};
