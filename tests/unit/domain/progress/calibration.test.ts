import { describe, expect, it } from 'vitest';
import type { Fact, Rating } from '../../../../src/domain/log/event.ts';
import { calibrations } from '../../../../src/domain/progress/calibration.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { logOf } from '../support/events.ts';

/** So many answers of one sureness, of which so many are recalled. */
const said = (confidence: number, answers: number, recalled: number): readonly Fact[] =>
  Array.from({ length: answers }, (_, i): Fact => ({
    t: 'review',
    card: `s/${confidence}-${i}`,
    rating: (i < recalled ? 2 + (i % 3) : 1) as Rating,
    took: 5000,
    confidence,
  }));
const after = (...facts: readonly (readonly Fact[])[]) =>
  calibrations(fold(NOBODY, logOf(facts.flat())).confidence);

describe('how sure one was', () => {
  it('is nothing before anything was said', () => {
    expect(after([{ t: 'review', card: 's/a', rating: 3, took: 1 }])).toEqual({
      each: [],
      all: undefined,
    });
  });

  it('stands beside what was recalled, the least sure first, and on average', () => {
    const { each, all } = after(said(80, 34, 25), said(20, 6, 3));
    expect(each.map(({ sure, reviewed, recalled }) => [sure, reviewed, recalled])).toEqual([
      [0.2, 6, 3],
      [0.8, 34, 25],
    ]);
    expect(each[1]?.rate).toBeCloseTo(25 / 34);
    expect(all).toMatchObject({ reviewed: 40, recalled: 28, rate: 0.7 });
    expect(all?.sure).toBeCloseTo((34 * 0.8 + 6 * 0.2) / 40);
  });

  it.each([
    ['too-few', 80, 5, 5],
    ['on-target', 80, 34, 25],
    ['below', 99, 40, 30],
    ['above', 20, 30, 20],
    ['on-target', 50, 21, 10],
    ['too-few', 50, 20, 10],
  ] as const)(
    'is judged %s at %i %% sure, with %i answers of which %i recalled',
    (verdict, sure, answers, recalled) => {
      expect(after(said(sure, answers, recalled)).each).toMatchObject([{ verdict }]);
    },
  );
});
