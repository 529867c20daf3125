import fc from 'fast-check';
import { FSRS, S_MAX, S_MIN } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { forgettingCurve, fsrs6, type Memory } from '../../../../src/domain/memory/fsrs6.ts';
import { bounded, DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';
import { anyParameters } from '../support/parameters.ts';

const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
/** Days between reviews: the same day, as a person has them, or any. */
const elapsed = fc.oneof(fc.constant(0), fc.nat({ max: 60 }), fc.nat({ max: 40_000 }));
const history = fc.array(fc.tuple(elapsed, rating), { minLength: 1, maxLength: 30 });
const unseen = (): Memory => ({ stability: 0, difficulty: 0 });

describe('the step of the memory model', () => {
  it('gives the states of ts-fsrs to the last bit, for all parameters and histories', () => {
    const relearningSteps = fc.array(fc.constant('10m' as const), { maxLength: 4 });
    fc.assert(
      fc.property(anyParameters, relearningSteps, history, (w, relearning_steps, reviews) => {
        const theirs = new FSRS({ w, relearning_steps });
        const step = fsrs6(bounded(w, relearning_steps.length));
        const memory = unseen();
        let state = null;
        for (const [days, grade] of reviews) {
          state = theirs.next_state(state, days, grade);
          step(memory, days, grade);
          expect(memory).toEqual(state);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('stays within the bounds of the model', () => {
    fc.assert(
      fc.property(anyParameters, history, (w, reviews) => {
        const step = fsrs6(w);
        const memory = unseen();
        for (const [days, grade] of reviews) {
          step(memory, days, grade);
          expect(memory.stability).toBeGreaterThanOrEqual(S_MIN);
          expect(memory.stability).toBeLessThanOrEqual(S_MAX);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never remembers better for a worse rating, once a card was seen', () => {
    fc.assert(
      fc.property(anyParameters, history, elapsed, (w, reviews, days) => {
        const step = fsrs6(w);
        const memory = unseen();
        for (const review of reviews) step(memory, ...review);
        const after = ([1, 2, 3, 4] as const).map((grade) => {
          const next = { ...memory };
          step(next, days, grade);
          return next;
        });
        const by = (key: keyof Memory) => after.map((next) => next[key]);
        expect(by('stability')).toEqual(by('stability').toSorted((a, b) => a - b));
        expect(by('difficulty')).toEqual(by('difficulty').toSorted((a, b) => b - a));
      }),
      { numRuns: 400 },
    );
  });

  it('counts time that runs backwards as no time', () => {
    const step = fsrs6(DEFAULT_PARAMETERS);
    for (const grade of [1, 2, 3, 4] as const) {
      const back = { stability: 12, difficulty: 5 };
      const still = { ...back };
      step(back, -2200, grade);
      step(still, 0, grade);
      expect(back).toEqual(still);
    }
  });
});

describe('the forgetting curve', () => {
  const stability = fc.double({ min: S_MIN, max: S_MAX, noNaN: true });

  it('is the curve of ts-fsrs to the last bit', () => {
    fc.assert(
      fc.property(anyParameters, elapsed, stability, (w, days, s) => {
        const theirs = new FSRS({ w, relearning_steps: [] });
        expect(forgettingCurve(w)(days, s)).toBe(theirs.forgetting_curve(days, s));
      }),
      { numRuns: 400 },
    );
  });

  it('begins at certainty and is at 90 % once the stability has passed', () => {
    fc.assert(
      fc.property(anyParameters, stability, (w, s) => {
        const recall = forgettingCurve(w);
        expect(recall(0, s)).toBe(1);
        expect(recall(s, s)).toBeCloseTo(0.9, 6);
      }),
    );
  });
});
