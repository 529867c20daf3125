/**
 * The ledger: a settled state, the events since, and the state they make together.
 *
 * The settled state is a cache (it is what a snapshot holds); the events since it stay at hand so that undo and
 * late arrivals fold again in milliseconds. What reaches back behind the settled state calls for a replay of the whole log.
 */
import { eventId, type EventId, type StoredEvent } from '../log/event.ts';
import { inOrder, type Placed } from '../log/order.ts';
import { upcast } from '../log/upcast.ts';
import { REPLAY_SETTINGS } from '../settings/settings.ts';
import { fold, NOBODY, type Successors } from './fold.ts';
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
  const known = new Set(tail.map(eventId));
  const fresh = events.filter(
    (event) => !isSettled(base, event.d, event.n) && !known.has(eventId(event)),
  );
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

const isSettled = (base: Learner, device: string, number: number): boolean =>
  number <= (base.covers[device] ?? 0);

const isAfter = ({ frontier }: Learner, event: StoredEvent): boolean =>
  (event.h - frontier.clock ||
    (event.d < frontier.device ? -1 : event.d > frontier.device ? 1 : event.n - frontier.number)) >
  0;

/** Whether an event changes what others before it mean. */
const reachesBack = (event: StoredEvent): boolean => {
  const known = upcast(event);
  return (
    known?.t === 'undo' ||
    known?.t === 'redact' ||
    (known?.t === 'setting' && (REPLAY_SETTINGS as readonly string[]).includes(known.key))
  );
};

const reachesBehind = (base: Learner, event: StoredEvent): boolean => {
  if (base === NOBODY) return false;
  if (!isAfter(base, event)) return true;
  const known = upcast(event);
  if (known?.t === 'undo' || known?.t === 'redact') return targetsSettled(base, known.target);
  return known !== undefined && reachesBack(event);
};

const targetsSettled = (base: Learner, target: EventId): boolean => {
  const colon = target.lastIndexOf(':');
  return isSettled(base, target.slice(0, colon), Number(target.slice(colon + 1)));
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
  const cut = settleable(ordered, ordered.length - keep);
  if (cut <= 0) return ledger;
  const events = ordered.map(({ event }) => event);
  return {
    base: fold(ledger.base, events.slice(0, cut), successors),
    tail: events.slice(cut),
    learner: ledger.learner,
  };
};

/** The most events, up to `wanted`, that can be settled without one left over reaching back among them. */
const settleable = (ordered: readonly Placed<StoredEvent>[], wanted: number): number => {
  let cut = Math.max(0, wanted);
  const position = new Map(ordered.map(({ event }, index) => [eventId(event), index]));
  for (let i = ordered.length - 1; i >= 0; i--) {
    const { event } = ordered[i] as Placed<StoredEvent>;
    if (i < cut || !reachesBack(event)) continue;
    const target = upcast(event);
    const at = target && 'target' in target ? position.get(target.target) : 0;
    cut = Math.min(cut, at ?? cut);
  }
  return cut;
};
