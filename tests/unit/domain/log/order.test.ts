import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextClock } from '../../../../src/domain/log/clock.ts';
import type { StoredEvent } from '../../../../src/domain/log/event.ts';
import {
  clockOf,
  comparePositions,
  inOrder,
  positionOf,
  timeOf,
} from '../../../../src/domain/log/order.ts';
import { DAY, HOUR, START, envelope } from '../support/events.ts';
import { forgedLogs, logs } from '../support/logs.ts';

const YEAR = 365 * DAY;

const event = (d: string, n: number, h: number, w = h): StoredEvent => ({
  ...envelope({ d, n, h, w }),
  t: 'x',
});
/** A device's events with the clocks it writes under given wall clocks. */
const under = (walls: readonly number[], d = 'a'): StoredEvent[] => {
  let seen = 0;
  return walls.map((w, i) => {
    seen = nextClock(w, seen);
    return event(d, i + 1, seen, w);
  });
};
const ids = (events: Iterable<StoredEvent>): string[] =>
  inOrder(events).events.map(({ d, n }) => `${d}${n}`);
/** When events happened, in days after the start, by number. */
const days = (events: readonly StoredEvent[]): number[] => {
  const ordered = inOrder(events);
  return ordered.events.map((one) => Math.round((timeOf(ordered, one) - START) / DAY));
};

describe('the order of events', () => {
  it('is by clock, then device, then number', () => {
    expect(ids([event('b', 1, 5), event('a', 1, 5), event('a', 2, 5), event('c', 1, 4)])).toEqual([
      'c1',
      'a1',
      'a2',
      'b1',
    ]);
  });

  it('is that of plain sorting where no device contradicts itself', () => {
    const line = (d: string) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 })
        .map((hs) => hs.toSorted((a, b) => a - b).map((h, i) => event(d, i + 1, h)));
    fc.assert(
      fc.property(line('a'), line('b'), line('c'), (a, b, c) => {
        const { events, corrected } = inOrder([...c, ...a, ...b]);
        expect(corrected.size).toBe(0);
        const place = (one: StoredEvent) => positionOf(one, one.h);
        expect(events).toEqual(
          [...a, ...b, ...c].toSorted((x, y) => comparePositions(place(x), place(y))),
        );
      }),
    );
  });

  it('keeps the numbers of a device, never goes back, and keeps each event once', () => {
    fc.assert(
      fc.property(fc.oneof(logs(), forgedLogs()), (log) => {
        const ordered = inOrder([...log, ...log]);
        expect(ordered.events).toHaveLength(log.length);
        const numbers = new Map<string, number>();
        let before = -Infinity;
        for (const one of ordered.events) {
          expect(one.n).toBe((numbers.get(one.d) ?? 0) + 1);
          numbers.set(one.d, one.n);
          const clock = clockOf(ordered, one);
          expect(clock).toBeGreaterThanOrEqual(before);
          before = clock;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for no events', () => {
    expect(inOrder([]).events).toEqual([]);
  });

  it('picks the same of two different events under one id, whichever comes first', () => {
    const [one, other] = [event('a', 1, 5, 5), event('a', 1, 6, 6)];
    expect(inOrder([one, other]).events).toEqual(inOrder([other, one]).events);
    expect(inOrder([one, other, one]).events).toHaveLength(1);
  });
});

describe('a date that was wrong', () => {
  it('in 2040 for a while: the order by number stands, and days lie between the neighbours’', () => {
    const ahead = 14 * YEAR;
    const walls = [0, 1, 1 + ahead / DAY, 2 + ahead / DAY, 3, 4, 5].map((day) => START + day * DAY);
    const log = under(walls);
    expect(ids(log)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']);
    expect(days(log)).toEqual([0, 1, 3, 3, 3, 4, 5]);
  });

  it('does not make another device’s events older or younger', () => {
    const log = under([0, 14 * YEAR, 2 * DAY].map((at) => START + at));
    const other = under([START + DAY, START + 3 * DAY], 'b');
    expect(ids([...log, ...other])).toEqual(['a1', 'b1', 'a2', 'a3', 'b2']);
  });

  it('set back to 2020: events stay after those before them, on the last day that is known', () => {
    const log = under([0, DAY, -6 * YEAR, -6 * YEAR + HOUR, 4 * DAY].map((at) => START + at));
    expect(ids(log)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(days(log)).toEqual([0, 1, 1, 1, 4]);
  });

  it('at the very beginning is found out by what follows', () => {
    expect(days(under([14 * YEAR, 0, DAY].map((at) => START + at)))).toEqual([0, 0, 1]);
  });

  it('under which much was done in one sitting does not outvote two right days', () => {
    const sitting = Array.from({ length: 50 }, (_, i) => START + 14 * YEAR + i * 1000);
    const log = under([START, ...sitting, START + DAY, START + 2 * DAY]);
    expect(days(log).slice(0, 2)).toEqual([0, 1]);
    expect(days(log).at(-1)).toBe(2);
  });

  it('by less than a day leaves wall clocks standing', () => {
    const log = under([START, START - 3 * HOUR, START + HOUR]);
    const ordered = inOrder(log);
    expect(ordered.corrected.size).toBe(0);
    expect(ordered.events.map((one) => timeOf(ordered, one))).toEqual(log.map(({ w }) => w));
  });
});
