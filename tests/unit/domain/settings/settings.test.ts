import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isSettingKey,
  isStep,
  isValidSetting,
  MAX_STEPS,
  REPLAY_SETTINGS,
  SETTING_RANGES,
  withSetting,
  type SettingKey,
} from '../../../../src/domain/settings/settings.ts';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import { UNSEEN } from '../../../../src/domain/memory/scheduler.ts';
import { learnerAfter, noon, set, TODAY } from '../study/support.ts';

const keys = Object.keys(DEFAULT_SETTINGS) as SettingKey[];
const ranges = Object.entries(SETTING_RANGES) as [keyof typeof SETTING_RANGES, [number, number]][];
const PARAMETERS = DEFAULT_SETTINGS.parameters;

describe('a setting', () => {
  it.each(keys)('%s: its default fits', (key) => {
    expect(isSettingKey(key)).toBe(true);
    expect(isValidSetting(key, DEFAULT_SETTINGS[key])).toBe(true);
  });

  it.each(ranges)('%s: fits from end to end of its range, and not beyond', (key, [low, high]) => {
    const isWhole = key !== 'retention';
    const past = isWhole ? 1 : 0.001;
    expect([low, high].map((value) => isValidSetting(key, value))).toEqual([true, true]);
    expect([low - past, high + past].map((value) => isValidSetting(key, value))).toEqual([
      false,
      false,
    ]);
    expect(isValidSetting(key, (low + high) / 2 + 0.01)).toBe(!isWhole);
    expect(isValidSetting(key, String(low))).toBe(false);
    expect(isValidSetting(key, NaN)).toBe(false);
  });

  it.each<[SettingKey, readonly unknown[], readonly unknown[]]>([
    ['welcomedAt', [0, 1.7e12], [-1, Infinity, NaN, '0']],
    ['stage', ['entry', 'staff-2.b_c'], ['', 'a b', '<b>', 'x'.repeat(65), 3, null]],
    ['targetDate', ['', '2028-02-29'], ['2027-02-29', '2026-13-01', '26-01-01', 20_000, null]],
    ['learningSteps', [[], ['1m', '10m'], ['30d']], ['1m', [1], ['31d'], Array(7).fill('1m')]],
    ['relearningSteps', [['2h']], [['0m'], [null], {}]],
    [
      'parameters',
      [PARAMETERS, Array(21).fill(0.5)],
      [PARAMETERS.slice(1), [...PARAMETERS, 1], Array(21).fill(NaN), Array(21).fill('1'), null],
    ],
    ['keepAwake', [true, false], [1, 'true', null]],
    ['swipeUp', [0, 1, 4], [-1, 5, true]],
    [
      'retentionByTrack',
      [{}, { ml: 0.7, 'a-b': 0.97 }],
      [null, [], { ml: 0.69 }, { ml: 0.855 }, { ml: '0.9' }, { 'm l': 0.9 }, { '': 0.9 }],
    ],
    [
      'catchUp',
      [null, { perDay: 20, from: 20_000, until: 20_007 }],
      [undefined, 20, {}, { perDay: 0, from: 1, until: 2 }, { perDay: 20, from: 1.5, until: 2 }],
    ],
    [
      'easyDays',
      [[1, 1, 1, 1, 1, 0.5, 0]],
      [[], Array(8).fill(1), [1, 1, 1, 1, 1, 1, 1.1], [1, 1, 1, 1, 1, 1, -0.1], '1111111', null],
    ],
    ['balance', [true, false], [0, 1, 'true', null]],
    ['leechAction', ['tag', 'suspend'], ['', true, null]],
    ['ratingButtons', ['four', 'two'], [4, 2, 'three']],
    ['askConfidence', [true, false], ['yes', null]],
    ['interviewDate', ['', '2026-12-24'], ['2026-12-32', null]],
    ['theme', ['system', 'light', 'dark'], ['', 'blue', null]],
  ])('%s: fits or does not', (key, fitting, unfit) => {
    for (const value of fitting) expect([value, isValidSetting(key, value)]).toEqual([value, true]);
    for (const value of unfit) expect([value, isValidSetting(key, value)]).toEqual([value, false]);
  });

  it('has no key that only looks like one', () => {
    for (const key of ['', 'Theme', '__proto__', 'constructor', 'hasOwnProperty']) {
      expect(isSettingKey(key)).toBe(false);
    }
  });
});

describe('a step', () => {
  it.each([
    ['1m', true],
    ['43200m', true],
    ['43201m', false],
    ['720h', true],
    ['721h', false],
    ['30d', true],
    ['31d', false],
    ['0m', false],
    ['01m', false],
    ['1.5h', false],
    ['1s', false],
    ['m', false],
    ['1m ', false],
    ['1M', false],
    [10, false],
    [undefined, false],
  ])('%j: %s', (step, fits) => {
    expect(isStep(step)).toBe(fits);
  });

  it('is one that the scheduler takes: every valid list gives a due moment or a day', () => {
    const step = fc
      .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('m', 'h', 'd'))
      .map(([count, unit]) => `${count}${unit}`)
      .filter(isStep);
    fc.assert(
      fc.property(fc.array(step, { maxLength: MAX_STEPS }), (learningSteps) => {
        expect(isValidSetting('learningSteps', learningSteps)).toBe(true);
        const scheduler = schedulerFor({ ...DEFAULT_SETTINGS, learningSteps });
        for (const rating of [1, 2, 3, 4] as const) {
          const card = scheduler.rate('s/a', UNSEEN, rating, noon(TODAY), TODAY);
          const minutes = (card.dueAt - noon(TODAY)) / 60_000;
          if (card.phase === 'review') expect(card.dueDay).toBeGreaterThan(TODAY);
          else expect(minutes).toBeGreaterThan(0);
          expect(card.dueDay).toBeLessThan(TODAY + 40_000);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('changing a setting', () => {
  it('changes that one alone, in a copy', () => {
    const changed = withSetting(DEFAULT_SETTINGS, 'newPerDay', 3);
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 3 });
    expect(DEFAULT_SETTINGS.newPerDay).toBe(10);
  });

  it('leaves the settings as they are for any key or value that does not fit', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...keys)), fc.anything(), (key, value) => {
        const after = withSetting(DEFAULT_SETTINGS, key, value);
        if (isSettingKey(key) && isValidSetting(key, value)) expect(after[key]).toBe(value);
        else expect(after).toBe(DEFAULT_SETTINGS);
        expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
      }),
      { numRuns: 500 },
    );
  });

  it('holds from then on, the last one winning', () => {
    const { settings } = learnerAfter(
      [TODAY, [set('newPerDay', 3), set('newPerDay', 4), set('newPerDay', -1)]],
      [TODAY + 1, [set('unheard-of', 1), set('theme', 'dark')]],
    );
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      stage: 'mid',
      targetStage: 'high',
      newPerDay: 4,
      theme: 'dark',
    });
  });

  it('gives the whole history its meaning for real settings only', () => {
    expect(REPLAY_SETTINGS.every(isSettingKey)).toBe(true);
  });
});
