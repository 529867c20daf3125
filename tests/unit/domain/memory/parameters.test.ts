import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bounded,
  DEFAULT_PARAMETERS,
  isParameters,
} from '../../../../src/domain/memory/parameters.ts';
import { anyParameters, BOUNDS } from '../support/parameters.ts';

const changed = (index: number, value: unknown): unknown[] =>
  DEFAULT_PARAMETERS.map((w, i) => (i === index ? value : w));

describe('parameters from outside', () => {
  it('are usable when they are 21 finite numbers', () => {
    expect(isParameters(DEFAULT_PARAMETERS)).toBe(true);
    expect(isParameters(changed(0, -1e9))).toBe(true);
  });

  it('are not when there are fewer or more, as in older models', () => {
    for (const length of [0, 17, 19, 20, 22]) {
      expect(isParameters(Array.from({ length }, () => 0.5))).toBe(false);
    }
  });

  it('are not when one of them is no finite number', () => {
    for (const value of [NaN, Infinity, -Infinity, '0.5', null, undefined, [0.5], {}]) {
      expect(isParameters(changed(7, value))).toBe(false);
    }
  });

  it('are not when they are no array', () => {
    const alike = Object.assign({ length: 21, every: () => true }, DEFAULT_PARAMETERS);
    for (const value of [undefined, null, 21, 'x'.repeat(21), alike, new Float64Array(21)]) {
      expect(isParameters(value)).toBe(false);
    }
  });
});

describe('bounded parameters', () => {
  const wild = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    minLength: 21,
    maxLength: 21,
  });
  const relearningSteps = fc.nat({ max: 6 });

  it('are within the bounds of the model, whatever they were', () => {
    fc.assert(
      fc.property(fc.oneof(wild, anyParameters), relearningSteps, (w, steps) => {
        const within = bounded(w, steps);
        expect(within).toHaveLength(21);
        for (const [i, [low, high]] of BOUNDS.entries()) {
          expect(within[i]).toBeGreaterThanOrEqual(low);
          expect(within[i]).toBeLessThanOrEqual(high);
        }
        expect(bounded(within, steps)).toEqual(within);
      }),
    );
  });

  it('are the same when they were within them', () => {
    expect(bounded(DEFAULT_PARAMETERS, 1)).toEqual(DEFAULT_PARAMETERS);
    fc.assert(
      fc.property(anyParameters, (w) => {
        expect(bounded(w, 1)).toEqual(w);
      }),
    );
  });

  it('leave the given ones as they are', () => {
    const given = Array.from({ length: 21 }, () => 1e6);
    bounded(given, 3);
    expect(new Set(given)).toEqual(new Set([1e6]));
  });

  it('keep several relearning steps on one day from making a lapse pay', () => {
    const steep = DEFAULT_PARAMETERS.map((w, i) => (i === 17 || i === 18 ? 2 : w));
    const [once, thrice] = [bounded(steep, 1), bounded(steep, 3)];
    for (const i of [17, 18]) expect(thrice[i]).toBeLessThan(once[i] as number);
  });
});
