import { get_fuzz_range, S_MIN } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { forgettingCurve, fsrs6, type Memory } from '../../../../src/domain/memory/fsrs6.ts';
import { intervals } from '../support/intervals.ts';
import { DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';
import { createScheduler, UNSEEN } from '../../../../src/domain/memory/scheduler.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';
import { DAY, START, START_DAY } from '../support/events.ts';
import {
  BY_RETENTION,
  DEFAULTS,
  INTERVALS,
  RECALLS,
  STABILITIES,
  STATES,
} from './fsrs6-vectors.ts';

/** Published values have 7 digits where they come from 32-bit floats. */
const expectClose = (actual: number, published: number): void => {
  expect(Math.abs(actual / published - 1)).toBeLessThan(2e-6);
};

describe('values published by the FSRS projects', () => {
  it('have our defaults', () => {
    expect(DEFAULT_PARAMETERS).toEqual(DEFAULTS);
  });

  it.each(STATES)('$source: state after $history', ({ parameters, from, history, state }) => {
    const step = fsrs6(parameters);
    const memory: Memory = { stability: from?.[0] ?? 0, difficulty: from?.[1] ?? 0 };
    for (const review of history.split(' ')) {
      const [rating, elapsedDays] = review.split('@').map(Number) as [Rating, number];
      step(memory, elapsedDays, rating);
    }
    expectClose(memory.stability, state[0]);
    expectClose(memory.difficulty, state[1]);
  });

  it.each(STABILITIES)(
    'ts-fsrs: $stability days after rating $rating at a recall of $recall',
    ({ difficulty, recall, rating, stability }) => {
      const decay = -(DEFAULTS[20] as number);
      // The time at which that recall is reached; the model takes fractions of days as well.
      const days = (5 * (recall ** (1 / decay) - 1)) / (0.9 ** (1 / decay) - 1);
      const memory: Memory = { stability: 5, difficulty };
      fsrs6(DEFAULTS)(memory, days, rating);
      expectClose(memory.stability, stability);
    },
  );

  it.each(RECALLS)('$source', ({ decay, points }) => {
    const recall = forgettingCurve(DEFAULTS.map((w, i) => (i === 20 ? decay : w)));
    for (const [days, stability, expected] of points) {
      expectClose(recall(days, stability), expected);
    }
  });

  it('ts-fsrs and py-fsrs: the intervals of a card with a lapse', () => {
    const scheduler = createScheduler(DEFAULT_SETTINGS);
    let card = UNSEEN;
    let day = START_DAY;
    let elapsed = 0;
    for (const [rating, days] of INTERVALS) {
      card = scheduler.rate('a.b/c', card, rating, START + (day - START_DAY) * DAY, day);
      expect(card.phase === 'review').toBe(days > 0);
      const { min_ivl, max_ivl } = get_fuzz_range(days, elapsed, 36_500);
      const [low, high] = days < 2.5 ? [days, days] : [min_ivl, max_ivl];
      expect(card.dueDay - day).toBeGreaterThanOrEqual(low);
      expect(card.dueDay - day).toBeLessThanOrEqual(high);
      // On with the published interval, not with ours: the next one depends on it.
      day += days;
      elapsed = days;
    }
  });

  it.each(BY_RETENTION.map((days, i) => ({ days, retention: (i + 1) / 10 })))(
    'ts-fsrs and fsrs-rs: $days days for a recall of $retention',
    ({ days, retention }) => {
      const ours = intervals(DEFAULTS, retention, Infinity)('a.b/c', 1, 1, 0);
      if (days < 2.5) expect(ours).toBe(days);
      const { min_ivl, max_ivl } = get_fuzz_range(days, 0, Infinity);
      expect(ours).toBeGreaterThanOrEqual(Math.min(days, min_ivl));
      expect(ours).toBeLessThanOrEqual(max_ivl);
    },
  );

  it('py-fsrs: ten times Easy on one day makes a card as easy as can be', () => {
    const memory: Memory = { stability: 0, difficulty: 0 };
    for (let i = 0; i < 10; i++) fsrs6(DEFAULTS)(memory, 0, 4);
    expect(memory.difficulty).toBe(1);
  });

  it('py-fsrs: a thousand times Again leaves the least stability', () => {
    const memory: Memory = { stability: 0, difficulty: 0 };
    for (let i = 0; i < 1000; i++) {
      fsrs6(DEFAULTS)(memory, 1, 1);
      expect(memory.stability).toBeGreaterThanOrEqual(S_MIN);
    }
  });
});
