import { describe, expect, it } from 'vitest';
import { forgettingCurve } from '../../../../src/domain/memory/fsrs6.ts';
import { intervalRatio } from '../../../../src/domain/memory/interval-ratio.ts';
import { DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';

describe('the relative length of intervals', () => {
  it('is one at the reference', () => {
    expect(intervalRatio(DEFAULT_PARAMETERS, 0.9)).toBe(1);
    expect(intervalRatio(DEFAULT_PARAMETERS, 0.8, 0.8)).toBe(1);
  });

  it('falls as more is to be recalled', () => {
    const ratios = [0.7, 0.8, 0.9, 0.95, 0.97].map((r) => intervalRatio(DEFAULT_PARAMETERS, r));
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
  });

  it.each([0.7, 0.85, 0.97])('is where the forgetting curve falls to %s', (retention) => {
    // At a stability of S days, recall is 90 % after S days.
    const days = 100 * intervalRatio(DEFAULT_PARAMETERS, retention);
    expect(forgettingCurve(DEFAULT_PARAMETERS)(days, 100)).toBeCloseTo(retention, 6);
  });

  it('uses parameters as the scheduler does: within the model’s bounds', () => {
    const decay = (w20: number) => DEFAULT_PARAMETERS.map((w, i) => (i === 20 ? w20 : w));
    expect(intervalRatio(decay(7), 0.7)).toBe(intervalRatio(decay(0.8), 0.7));
  });
});
