import fc from 'fast-check';
import { FSRS, get_fuzz_range } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  intervalIn,
  intervalRanges,
  packChoice,
  unpackChoice,
} from '../../../../src/domain/memory/interval.ts';
import { DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';
import { intervals } from '../support/intervals.ts';
import { anyParameters } from '../support/parameters.ts';

const retention = fc.double({ min: 0.7, max: 0.97, noNaN: true });
const maximum = fc.oneof(fc.constant(36_500), fc.integer({ min: 1, max: 400 }));
const elapsed = fc.oneof(fc.constant(0), fc.nat({ max: 50 }), fc.nat({ max: 40_000 }));
const id = fc.oneof(fc.constantFrom('ml.eval/roc~1', '__proto__', ''), fc.string());
const reps = fc.nat({ max: 500 });
const anyStability = fc.double({ min: 0.001, max: 36_500, noNaN: true });

/** The interval of ts-fsrs with its fuzz switched off. */
const unmoved = (w: number[], request_retention: number, maximum_interval: number, s: number) =>
  new FSRS({ w, request_retention, maximum_interval, relearning_steps: [] }).next_interval(s, 0);

/** The shortest and the longest that ts-fsrs may make of it. */
const range = (interval: number, elapsedDays: number, most: number): readonly [number, number] => {
  if (interval < 2.5) return [interval, interval];
  const { min_ivl, max_ivl } = get_fuzz_range(interval, elapsedDays, most);
  return [min_ivl, max_ivl];
};

describe('an interval', () => {
  it('lies where ts-fsrs may move its own to', () => {
    const options = fc.tuple(anyParameters, retention, maximum);
    fc.assert(
      fc.property(options, anyStability, elapsed, id, reps, ([w, r, most], s, days, card, n) => {
        const theirs = unmoved(w, r, most, s);
        const ours = intervals(w, r, most)(card, n, s, days);
        expect(Number.isInteger(ours)).toBe(true);
        expect(ours).toBeGreaterThanOrEqual(1);
        expect(ours).toBeLessThanOrEqual(most);
        const [low, high] = range(theirs, days, most);
        expect(ours).toBeGreaterThanOrEqual(low);
        expect(ours).toBeLessThanOrEqual(high);
      }),
      { numRuns: 1000 },
    );
  });

  it('reaches all of that range, no more and no less', () => {
    // The two ends of the range give the interval before it was moved: ours and theirs are the same.
    const stability = fc.double({ min: 2, max: 120, noNaN: true });
    fc.assert(
      fc.property(retention, stability, fc.nat({ max: 40 }), (r, s, days) => {
        const w = [...DEFAULT_PARAMETERS];
        const theirs = unmoved(w, r, 365, s);
        const interval = intervals(w, r, 365);
        const reached = new Set<number>();
        for (let n = 0; n < 1500; n++) reached.add(interval(`ml.eval/c${n % 300}`, n, s, days));
        const [low, high] = range(theirs, days, 365);
        const all = Array.from({ length: high - low + 1 }, (_, i) => low + i);
        expect([...reached].toSorted((a, b) => a - b)).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  it('does not fall as stability grows', () => {
    const interval = intervals(DEFAULT_PARAMETERS, 0.9, 36_500);
    fc.assert(
      fc.property(id, reps, elapsed, anyStability, anyStability, (card, n, days, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(interval(card, n, less, days)).toBeLessThanOrEqual(interval(card, n, more, days));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the longest allowed at a memory for life', () => {
    for (const most of [1, 2, 3, 4]) {
      const reached = Array.from({ length: 50 }, (_, n) =>
        intervals(DEFAULT_PARAMETERS, 0.9, most)('a.b/c', n, 36_500, 10),
      );
      expect(Math.max(...reached)).toBe(most);
    }
  });
});

describe('where in its range an interval falls', () => {
  /** At a stability of 100 days and an elapsed time of none, intervals of 93 to 107 days. */
  const [LOW, COUNT] = [93, 15];
  const interval = intervals(DEFAULT_PARAMETERS, 0.9, 36_500);
  const place = (card: string, n: number): number => interval(card, n, 100, 0) - LOW;

  /** Ids as curricula have them: skill, note, card of the note. */
  const cards = Array.from(
    { length: 1500 },
    (_, i) => `ml.skill${i % 50}/note${Math.floor(i / 50)}~${1 + (i % 3)}`,
  );

  /** How far counts are from all being the same (chi-squared). */
  const unevenness = (counts: readonly number[]): number => {
    const mean = counts.reduce((a, b) => a + b) / counts.length;
    return counts.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0);
  };
  const tally = (places: readonly number[], size: number): number[] => {
    const counts = Array.from({ length: size }, () => 0);
    for (const at of places) counts[at] = (counts[at] as number) + 1;
    return counts;
  };

  it.each([1, 2, 3, 10, 99])('is even over the cards at their review number %s', (n) => {
    const places = cards.map((card) => place(card, n));
    // Chance alone stays below 36.1 in 999 of 1000 cases (14 degrees of freedom).
    expect(unevenness(tally(places, COUNT))).toBeLessThan(36.1);
  });

  it('is even over the reviews of one card', () => {
    for (const card of cards.slice(0, 5)) {
      const places = Array.from({ length: 1500 }, (_, n) => place(card, n));
      expect(unevenness(tally(places, COUNT))).toBeLessThan(36.1);
    }
  });

  it.each([
    ['two reviews of a card', (card: string) => [place(card, 4), place(card, 5)] as const],
    ['two cards of a note', (card: string) => [place(card, 4), place(`${card}1`, 4)] as const],
  ])('says nothing of the other one of %s', (_, pair) => {
    const pairs = cards.map((card) => {
      const [one, other] = pair(card).map((at) => Math.floor(at / 3)) as [number, number];
      return 5 * one + other;
    });
    // 24 degrees of freedom.
    expect(unevenness(tally(pairs, 25))).toBeLessThan(51.2);
  });

  it('is the same whenever it is asked', () => {
    for (const card of cards.slice(0, 100)) expect(place(card, 3)).toBe(place(card, 3));
  });
});

describe('an interval that was chosen', () => {
  const rangeOf = intervalRanges(DEFAULT_PARAMETERS, 0.9, 36_500);

  it('is kept within the range, and brought to its nearer end from beyond', () => {
    fc.assert(
      fc.property(id, reps, elapsed, anyStability, fc.integer({ min: 1, max: 36_500 }), (...so) => {
        const [card, n, days, stability, chosen] = so;
        const { low, high } = rangeOf(stability, days, 0);
        const ours = intervalIn({ low, high }, card, n, chosen);
        expect(ours).toBe(chosen < low ? low : chosen > high ? high : chosen);
      }),
    );
  });

  it('is longer for a lower aim, and the same for the aim of the settings', () => {
    fc.assert(
      fc.property(anyStability, elapsed, fc.integer({ min: 70, max: 96 }), (s, days, aim) => {
        const [lower, higher] = [rangeOf(s, days, aim), rangeOf(s, days, aim + 1)];
        expect(lower.low).toBeGreaterThanOrEqual(higher.low);
        expect(lower.high).toBeGreaterThanOrEqual(higher.high);
        expect(rangeOf(s, days, 90)).toEqual(rangeOf(s, days, 0));
      }),
    );
  });

  it('goes into one number and comes out again', () => {
    const days = fc.integer({ min: 0, max: 36_500 });
    const aim = fc.oneof(fc.constant(0), fc.integer({ min: 70, max: 97 }));
    fc.assert(
      fc.property(days, aim, (d, a) => {
        const packed = packChoice(d, a);
        expect(new Int32Array([packed])[0]).toBe(packed);
        expect(unpackChoice(packed)).toEqual({ days: d, aim: a });
      }),
    );
  });

  it.each([undefined, -1, 0, 36_501, 2.5, NaN, Infinity, '3' as never, null as never])(
    'of %s days is none',
    (days) => {
      expect(unpackChoice(packChoice(days, undefined))).toEqual({ days: 0, aim: 0 });
    },
  );

  it.each([undefined, 0, 0.9, 69, 98, NaN, '90' as never])('aiming at %s is none', (aim) => {
    expect(unpackChoice(packChoice(undefined, aim))).toEqual({ days: 0, aim: 0 });
  });
});
