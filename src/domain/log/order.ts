/**
 * The one order in which events are folded: by clock, then device, then number.
 *
 * A device numbers its events without gaps, so its numbers are the truth about their order even where its clock was
 * wrong. Clocks that go back from one number to the next contradict each other; then the days most in agreement are
 * believed, and every other event stands between its believed neighbours. The result depends on the set of events only.
 */
import { CREDIBLE_LEAD_MS } from './clock.ts';
import { eventSet, type EventSet } from './event-set.ts';
import { eventId, type DeviceId, type Envelope, type EventId, type Undo } from './event.ts';

/** Events in the order in which they are folded. */
export interface Ordered<E extends Envelope = Envelope> {
  readonly events: readonly E[];
  /** Clocks, ms, of the events whose own contradict others of the same device. Few, if any. */
  readonly corrected: ReadonlyMap<Envelope, number>;
}

/** What orders an event, ms: its hybrid clock, corrected if need be. */
export const clockOf = ({ corrected }: Pick<Ordered, 'corrected'>, event: Envelope): number =>
  corrected.size === 0 ? event.h : (corrected.get(event) ?? event.h);

/**
 * When an event happened, ms since the epoch: its wall clock, unless that was behind or ahead of what the log knows by
 * more than a day; then what orders it, which is the best bound there is.
 */
export const timeOf = (ordered: Pick<Ordered, 'corrected'>, event: Envelope): number => {
  const clock = clockOf(ordered, event);
  return event.w <= clock && clock - event.w <= CREDIBLE_LEAD_MS ? event.w : clock;
};

/** Removes repeated events and sorts the rest. Neither input order nor repetition matters. O(n log n). */
export const inOrder = <E extends Envelope>(events: Iterable<E>): Ordered<E> => {
  const corrected = new Map<Envelope, number>();
  const lines = linesOf(events).map(({ events: line, isAscending }) => {
    if (isAscending) return line;
    const numbered = byNumber(line);
    correctClocks(numbered, corrected);
    return numbered;
  });
  return { events: merge(lines, corrected), corrected };
};

/** The events of one device. */
interface Line<E> {
  readonly events: E[];
  /** Whether numbers and clocks agree: so it is, but where events repeat or a date was wrong. */
  isAscending: boolean;
}

const linesOf = <E extends Envelope>(events: Iterable<E>): readonly Line<E>[] => {
  const lines = new Map<DeviceId, Line<E>>();
  let device: DeviceId | undefined;
  let line: Line<E> = { events: [], isAscending: true };
  let last: E | undefined;
  for (const event of events) {
    // One comes after another of the same device as a rule.
    if (event.d !== device) {
      device = event.d;
      line = lines.get(device) ?? { events: [], isAscending: true };
      lines.set(device, line);
      last = line.events.at(-1);
    }
    if (last && (event.n <= last.n || event.h < last.h)) line.isAscending = false;
    line.events.push(event);
    last = event;
  }
  return [...lines.values()];
};

/** Merges lines that are in order each. Devices take turns seldom, so one line is followed as far as it leads. */
const merge = <E extends Envelope>(
  lines: readonly (readonly E[])[],
  corrected: ReadonlyMap<Envelope, number>,
): readonly E[] => {
  if (lines.length === 1) return lines[0] as readonly E[];
  const clock = (event: E): number => clockOf({ corrected }, event);
  const isBefore = (a: E, b: E): boolean =>
    (clock(a) - clock(b) || compareIds(a.d, a.n, b.d, b.n)) < 0;
  const merged: E[] = [];
  const waiting = lines.map((line) => ({ line, at: 0, head: line[0] as E }));
  while (waiting.length > 0) {
    waiting.sort((a, b) => (isBefore(a.head, b.head) ? -1 : 1));
    const [first, second] = waiting as [(typeof waiting)[number], ...typeof waiting];
    const { line } = first;
    const isNext = (event: E): boolean => !second || isBefore(event, second.head);
    let { at } = first;
    do merged.push(line[at++] as E);
    while (at < line.length && isNext(line[at] as E));
    if (at === line.length) waiting.shift();
    else Object.assign(first, { at, head: line[at] });
  }
  return merged;
};

/** One device's events by number, each once. */
const byNumber = <E extends Envelope>(line: readonly E[]): readonly E[] => {
  const once: E[] = [];
  for (const event of line.toSorted((a, b) => a.n - b.n)) {
    const twin = once.at(-1);
    if (twin?.n !== event.n) once.push(event);
    else if (twin !== event && canonical(event) < canonical(twin)) once[once.length - 1] = event;
  }
  return once;
};

/** Two different events under one id exist only where a whole profile was cloned; both sides must then pick the same. */
const canonical = (event: Envelope): string =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Notes better clocks for the events of one device where its clocks go back from one number to the next. */
const correctClocks = (line: readonly Envelope[], corrected: Map<Envelope, number>): void => {
  const clocks = line.map(({ h }) => h);
  const believed = believedDays(clocks);
  let ceiling = Infinity;
  for (let i = clocks.length - 1; i >= 0; i--) {
    const clock = clocks[i] as number;
    if (believed[i]) ceiling = Math.min(ceiling, clock);
    clocks[i] = Math.min(ceiling, clock);
  }
  let floor = -Infinity;
  for (const [i, event] of line.entries()) {
    floor = Math.max(floor, clocks[i] as number);
    if (floor !== event.h) corrected.set(event, floor);
  }
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

export const positionOf = (event: Envelope, clock: number): Position => ({
  clock,
  device: event.d,
  number: event.n,
});

/** Below 0 when `a` comes first. */
export const comparePositions = (a: Position, b: Position): number =>
  a.clock - b.clock || compareIds(a.device, a.number, b.device, b.number);

const compareIds = (d: DeviceId, n: number, otherD: DeviceId, otherN: number): number =>
  d < otherD ? -1 : d > otherD ? 1 : n - otherN;

/** For each device the highest number up to which nothing is missing. */
export type VersionVector = Readonly<Record<DeviceId, number>>;

/**
 * The events that undos take back, the other way round in any order of arrival: undoing an undo redoes. An undo counts
 * when every undo aimed at it is taken back itself, so it is decided after those. Undos in a circle, which only a forged
 * log has, are never decided and count for nothing.
 */
export const undoneBy = (undos: readonly (Envelope & Undo)[]): EventSet => {
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
