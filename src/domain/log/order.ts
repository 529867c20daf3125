/**
 * The one order in which events are folded: by clock, then device, then number.
 *
 * A device numbers its events without gaps, so its numbers are the truth about their order even where its clock was
 * set back. An event whose clock is ahead of a later one of the same device was written under a wrong date: it
 * counts as no later than its successor. The result depends on the set of events only.
 */
import { CREDIBLE_LEAD_MS } from './clock.ts';
import { eventId, type DeviceId, type Envelope, type EventId, type KnownEvent } from './event.ts';

/** An event with the time that scheduling goes by. */
export interface Placed<E extends Envelope = Envelope> {
  readonly event: E;
  /** Position in the order, ms: the hybrid clock, corrected by later events of the same device. */
  readonly clock: number;
  /** When it happened as far as can be known, ms since the epoch. */
  readonly time: number;
}

/**
 * When an event happened: its wall clock, unless the clock was behind or ahead of what the log knows by more than a
 * day; then the corrected hybrid clock, which is the best bound there is.
 */
const happened = (wall: number, clock: number): number =>
  wall <= clock && clock - wall <= CREDIBLE_LEAD_MS ? wall : clock;

/** Removes repeated events and sorts the rest. Neither input order nor repetition matters. O(n log n). */
export const inOrder = <E extends Envelope>(events: Iterable<E>): Placed<E>[] => {
  const byDevice = new Map<DeviceId, Map<number, E>>();
  for (const event of events) {
    let own = byDevice.get(event.d);
    if (!own) byDevice.set(event.d, (own = new Map()));
    const twin = own.get(event.n);
    if (!twin || (twin !== event && canonical(event) < canonical(twin))) own.set(event.n, event);
  }
  const placed: Placed<E>[] = [];
  for (const own of byDevice.values()) {
    const ascending = [...own.values()].sort((a, b) => a.n - b.n);
    let ceiling = Infinity;
    for (let i = ascending.length - 1; i >= 0; i--) {
      const event = ascending[i] as E;
      ceiling = Math.min(ceiling, event.h);
      placed.push({ event, clock: ceiling, time: happened(event.w, ceiling) });
    }
  }
  return placed.sort(compare);
};

/** Two different events under one id exist only where a whole profile was cloned; both sides must then pick the same. */
const canonical = (event: Envelope): string =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

const compare = (a: Placed, b: Placed): number =>
  a.clock - b.clock ||
  (a.event.d < b.event.d ? -1 : a.event.d > b.event.d ? 1 : a.event.n - b.event.n);

/** For each device the highest number up to which nothing is missing. */
export type VersionVector = Readonly<Record<DeviceId, number>>;

/**
 * Leaves out the undone and the undos themselves. Undoing an undo redoes, in any order of arrival.
 * @param placed in order, so that even a circle of undos, which only a forged log has, resolves the same everywhere
 */
export const withoutUndone = <P extends { readonly event: KnownEvent }>(
  placed: readonly P[],
): P[] => {
  const undos = new Map<EventId, EventId[]>();
  for (const { event } of placed) {
    if (event.t !== 'undo') continue;
    const list = undos.get(event.target);
    if (list) list.push(eventId(event));
    else undos.set(event.target, [eventId(event)]);
  }
  if (undos.size === 0) return [...placed];
  const verdicts = new Map<EventId, boolean>();
  const isUndone = (id: EventId): boolean => {
    const known = verdicts.get(id);
    if (known !== undefined) return known;
    verdicts.set(id, false);
    const verdict = (undos.get(id) ?? []).some((undo) => !isUndone(undo));
    verdicts.set(id, verdict);
    return verdict;
  };
  return placed.filter(({ event }) => event.t !== 'undo' && !isUndone(eventId(event)));
};
