/**
 * The one order in which events are folded: by clock, then device, then number.
 *
 * A device numbers its events without gaps, so its numbers are the truth about their order even where its clock was
 * wrong. Clocks that go back from one number to the next contradict each other; then the days most in agreement are
 * believed, and every other event stands between its believed neighbours. The result depends on the set of events only.
 */
import { CREDIBLE_LEAD_MS } from './clock.ts';
import { eventSet, type EventSet } from './event-set.ts';
import {
  eventId,
  type DeviceId,
  type Envelope,
  type EventId,
  type KnownEvent,
  type Undo,
} from './event.ts';

/** An event with the time that scheduling goes by. */
export interface Placed<E extends Envelope = Envelope> {
  readonly event: E;
  /** Position in the order, ms: the hybrid clock, corrected by other events of the same device. */
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
  const byDevice = new Map<DeviceId, E[]>();
  for (const event of events) {
    const own = byDevice.get(event.d);
    if (own) own.push(event);
    else byDevice.set(event.d, [event]);
  }
  const placed: Placed<E>[] = [];
  for (const own of byDevice.values()) {
    const numbered = byNumber(own);
    const clocks = ascendingClocks(numbered);
    for (let i = 0; i < numbered.length; i++) {
      const event = numbered[i] as E;
      const clock = clocks[i] as number;
      placed.push({ event, clock, time: happened(event.w, clock) });
    }
  }
  return byDevice.size === 1 ? placed : placed.sort(compare);
};

/** One device's events by number, each once. */
const byNumber = <E extends Envelope>(own: readonly E[]): readonly E[] => {
  if (own.every((event, i) => i === 0 || event.n > (own[i - 1] as E).n)) return own;
  const once: E[] = [];
  for (const event of own.toSorted((a, b) => a.n - b.n)) {
    const twin = once.at(-1);
    if (twin?.n !== event.n) once.push(event);
    else if (twin !== event && canonical(event) < canonical(twin)) once[once.length - 1] = event;
  }
  return once;
};

/** Two different events under one id exist only where a whole profile was cloned; both sides must then pick the same. */
const canonical = (event: Envelope): string =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The clocks of one device's events, by number, corrected so that none is behind the one before. */
const ascendingClocks = (own: readonly Envelope[]): readonly number[] => {
  const clocks = own.map(({ h }) => h);
  if (clocks.every((clock, i) => i === 0 || clock >= (clocks[i - 1] as number))) return clocks;
  const believed = believedDays(clocks);
  let ceiling = Infinity;
  for (let i = clocks.length - 1; i >= 0; i--) {
    const clock = clocks[i] as number;
    if (believed[i]) ceiling = Math.min(ceiling, clock);
    clocks[i] = Math.min(ceiling, clock);
  }
  let floor = -Infinity;
  return clocks.map((clock) => (floor = Math.max(floor, clock)));
};

const CLOCK_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which clocks to believe: those of the longest series of days that never goes back. Days are counted, not events, so that one
 * long sitting under a wrong date does not outvote a short one under the right date; of equally long series, the
 * one that ends earliest, as a date ahead is found out and corrected.
 */
const believedDays = (clocks: readonly number[]): readonly boolean[] => {
  const dayOf = (i: number): number => Math.floor((clocks[i] as number) / CLOCK_DAY_MS);
  /** For each length, the first event of the day that ends the series of that length soonest. */
  const ends: number[] = [];
  /** For the first event of each stretch within a day: that of the stretch before it in its series. */
  const before = new Map<number, number | undefined>();
  for (let i = 0; i < clocks.length; i++) {
    if (i > 0 && dayOf(i) === dayOf(i - 1)) continue;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dayOf(ends[middle] as number) <= dayOf(i)) low = middle + 1;
      else high = middle;
    }
    before.set(i, ends[low - 1]);
    ends[low] = i;
  }
  const series = new Set<number>();
  for (let i = ends.at(-1); i !== undefined; i = before.get(i)) series.add(i);
  let isBelieved = false;
  return clocks.map((_, i) => (before.has(i) ? (isBelieved = series.has(i)) : isBelieved));
};

/** A place in the order. */
export interface Position {
  readonly clock: number;
  readonly device: DeviceId;
  readonly number: number;
}

export const positionOf = ({ event, clock }: Omit<Placed, 'time'>): Position => ({
  clock,
  device: event.d,
  number: event.n,
});

/** Below 0 when `a` comes first. */
export const comparePositions = (a: Position, b: Position): number =>
  a.clock - b.clock || compareIds(a.device, a.number, b.device, b.number);

const compare = (a: Placed, b: Placed): number =>
  a.clock - b.clock || compareIds(a.event.d, a.event.n, b.event.d, b.event.n);

const compareIds = (d: DeviceId, n: number, otherD: DeviceId, otherN: number): number =>
  d < otherD ? -1 : d > otherD ? 1 : n - otherN;

/** For each device the highest number up to which nothing is missing. */
export type VersionVector = Readonly<Record<DeviceId, number>>;

/** Leaves out the undone and the undos themselves. Undoing an undo redoes, in any order of arrival. */
export const withoutUndone = <P extends { readonly event: KnownEvent }>(
  known: readonly P[],
): readonly P[] => {
  const undos: (Envelope & Undo)[] = [];
  for (const { event } of known) if (event.t === 'undo') undos.push(event);
  if (undos.length === 0) return known;
  const undone = undoneBy(undos);
  return known.filter(({ event }) => event.t !== 'undo' && !undone.has(event));
};

/**
 * The events that undos take back. An undo counts when every undo aimed at it has been taken back itself, so one is
 * decided after those aimed at it. Undos in a circle, which only a forged log has, are never decided and count for nothing.
 */
const undoneBy = (undos: readonly (Envelope & Undo)[]): EventSet => {
  const targets = new Map(undos.map((undo) => [eventId(undo), undo.target]));
  const undecided = new Map<EventId, number>();
  for (const target of targets.values()) undecided.set(target, (undecided.get(target) ?? 0) + 1);
  const decided = [...targets.keys()].filter((id) => !undecided.has(id));
  const takenBack = new Set<EventId>();
  const undone = eventSet();
  for (let id = decided.pop(); id !== undefined; id = decided.pop()) {
    const target = targets.get(id) as EventId;
    const left = (undecided.get(target) as number) - 1;
    undecided.set(target, left);
    if (!takenBack.has(id)) undone.add(target);
    if (!targets.has(target) || takenBack.has(target)) continue;
    if (!takenBack.has(id)) takenBack.add(target);
    if (left === 0 || takenBack.has(target)) decided.push(target);
  }
  return undone;
};
