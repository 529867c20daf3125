import { describe, expect, it } from 'vitest';
import { retentionSince } from '../../../../src/domain/progress/forecast.ts';
import { retentionVerdict } from '../../../../src/domain/progress/retention-verdict.ts';

const verdict = (recalled: number, reviewed: number, target: number) => {
  const day = { answers: reviewed, introduced: 0, reviewed, recalled, took: 0 };
  return retentionVerdict(retentionSince(new Map([[1, day]]), 0), target);
};

describe('what may be said of a retention', () => {
  it('is nothing on few reviews, however good they look', () => {
    expect(verdict(0, 0, 0.9)).toBe('too-few');
    expect(verdict(10, 10, 0.9)).toBe('too-few');
    expect(verdict(18, 20, 0.9)).toBe('too-few');
  });

  it('is a word as soon as some forty reviews are there', () => {
    expect(verdict(36, 40, 0.9)).toBe('on-target');
  });

  it('is a difference only where chance does not explain it', () => {
    expect(verdict(880, 1000, 0.9)).toBe('on-target');
    expect(verdict(850, 1000, 0.9)).toBe('below');
    expect(verdict(950, 1000, 0.9)).toBe('above');
  });

  it('agrees with the whole percents that people see', () => {
    expect(retentionVerdict({ low: 0.85, high: 0.8951 }, 0.9)).toBe('on-target');
    expect(retentionVerdict({ low: 0.85, high: 0.8949 }, 0.9)).toBe('below');
  });
});
