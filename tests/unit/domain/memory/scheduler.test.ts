import fc from 'fast-check';
import { createEmptyCard, FSRS, State, type Card, type StepUnit } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { DEFAULT_PARAMETERS } from '../../../../src/domain/memory/parameters.ts';
import {
  createScheduler,
  inReplay,
  UNSEEN,
  type CardMemory,
  type Phase,
} from '../../../../src/domain/memory/scheduler.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';
import { DAY, HOUR, MINUTE, START, START_DAY } from '../support/events.ts';
import { anyParameters } from '../support/parameters.ts';

const RATINGS = [1, 2, 3, 4] as const;
const CARD = 'ml.eval/roc~1';

const rating = fc.constantFrom<Rating>(...RATINGS);
const step = fc.constantFrom<StepUnit>('1m', '10m', '3h', '23h', '1d', '36h', '3d');
const steps = fc.array(step, { maxLength: 4 });
const wait = fc.constantFrom(0, MINUTE, HOUR, 11 * HOUR, DAY, 2 * DAY, 9 * DAY, 400 * DAY);
const reviews = fc.array(fc.tuple(wait, rating), { minLength: 1, maxLength: 20 });
const options = fc
  .tuple(anyParameters, fc.double({ min: 0.7, max: 0.97, noNaN: true }), steps, steps)
  .map(([parameters, retention, learningSteps, relearningSteps]) => ({
    parameters,
    retention,
    maximumInterval: 36_500,
    learningSteps,
    relearningSteps,
  }));

const utcDay = (time: number): number => Math.floor(time / DAY);

const PHASE_OF: Record<State, Phase> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

const defaults = createScheduler(DEFAULT_SETTINGS);

/** A card after ratings, each given when the one before had come due. */
const studied = (ratings: readonly Rating[], scheduler = defaults): CardMemory => {
  let card = UNSEEN;
  for (const grade of ratings) {
    const time = Math.max(card.dueAt, card.dueDay * DAY, START);
    card = scheduler.rate(CARD, card, grade, time, utcDay(time));
  }
  return card;
};

describe('a card under the scheduler', () => {
  it('goes through the phases and steps of ts-fsrs, with its memory', () => {
    fc.assert(
      fc.property(options, reviews, (given, history) => {
        const ours = createScheduler(given);
        const theirs = new FSRS({
          w: given.parameters,
          request_retention: given.retention,
          learning_steps: given.learningSteps,
          relearning_steps: given.relearningSteps,
        });
        let time = START;
        let card = UNSEEN;
        let expected: Card = createEmptyCard(time);
        for (const [after, grade] of history) {
          time += after;
          expected = theirs.next(expected, time, grade).card;
          card = ours.rate(CARD, card, grade, time, utcDay(time));
          expect({
            memory: [card.stability, card.difficulty],
            phase: card.phase,
            step: card.step,
            reps: card.reps,
            lapses: card.lapses,
          }).toEqual({
            memory: [expected.stability, expected.difficulty],
            phase: PHASE_OF[expected.state],
            step: expected.learning_steps,
            reps: expected.reps,
            lapses: expected.lapses,
          });
          // Both due in minutes, or both in days: how many days is for interval.test.ts to say.
          if (card.phase !== 'review') expect(card.dueAt).toBe(expected.due.getTime());
          else expect(expected.scheduled_days).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('waits as many days as a step of days says', () => {
    const scheduler = createScheduler({ ...DEFAULT_SETTINGS, learningSteps: ['10m', '3d'] });
    const card = studied([3], scheduler);
    expect(card).toMatchObject({ phase: 'review', dueDay: START_DAY + 3, dueAt: 0 });
  });

  it('is due on a later day once it is in review, and at a moment while in steps', () => {
    fc.assert(
      fc.property(options, reviews, (given, history) => {
        const scheduler = createScheduler(given);
        let time = START;
        let card = UNSEEN;
        for (const [after, grade] of history) {
          time += after;
          card = scheduler.rate(CARD, card, grade, time, utcDay(time));
          expect([card.last, card.lastDay]).toEqual([time, utcDay(time)]);
          if (card.phase === 'review') {
            expect(card.dueDay).toBeGreaterThan(card.lastDay);
            expect(card.dueDay).toBeLessThanOrEqual(card.lastDay + 36_500);
            expect(card.dueAt).toBe(0);
          } else {
            expect(card.dueDay).toBe(card.lastDay);
            expect(card.dueAt).toBeGreaterThan(time);
            expect(card.dueAt).toBeLessThan(time + DAY);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is due the later the better it was known', () => {
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 12 }), fc.nat({ max: 300 }), (ratings, late) => {
        const card = studied(ratings);
        const day = Math.max(card.dueDay, START_DAY) + late;
        const due = RATINGS.map((grade) => {
          const next = defaults.rate(CARD, card, grade, day * DAY, day);
          return next.dueAt || next.dueDay * DAY;
        });
        expect(due).toEqual(due.toSorted((a, b) => a - b));
      }),
      { numRuns: 250 },
    );
  });

  it('becomes what the buttons said, however often and whenever they were drawn', () => {
    const card = Object.freeze(studied([3, 3, 3]));
    const day = card.dueDay + 2;
    for (const grade of RATINGS) {
      const shown = defaults.rate(CARD, card, grade, day * DAY, day);
      const kept = createScheduler(DEFAULT_SETTINGS).rate(
        CARD,
        card,
        grade,
        day * DAY + 40_000,
        day,
      );
      expect(kept).toEqual({ ...shown, last: kept.last, dueAt: kept.dueAt });
      expect(kept.dueAt - shown.dueAt).toBe(grade === 1 ? 40_000 : 0);
    }
  });

  it('is the same after a replay as after its ratings one by one', () => {
    fc.assert(
      fc.property(options, reviews, (given, history) => {
        const scheduler = createScheduler(given);
        const replayed = inReplay(UNSEEN);
        let time = START;
        let card = UNSEEN;
        for (const [after, grade] of history) {
          time += after;
          card = scheduler.rate(CARD, card, grade, time, utcDay(time));
          scheduler.replay(replayed, grade, utcDay(time));
        }
        expect(scheduler.settle(CARD, replayed, time)).toEqual(card);
      }),
      { numRuns: 150 },
    );
  });

  it('survives clocks that jump anywhere', () => {
    const moments = fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(0, -3e13, 2.5e14, Date.UTC(2020, 0), Date.UTC(2040, 0), START),
          fc.integer({ min: -3e13, max: 2.5e14 }),
        ),
        rating,
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(options, moments, (given, history) => {
        const scheduler = createScheduler(given);
        let card = UNSEEN;
        for (const [time, grade] of history) {
          card = scheduler.rate(CARD, card, grade, time, utcDay(time));
          const { phase: _phase, ...numbers } = card;
          for (const number of Object.values(numbers)) expect(Number.isFinite(number)).toBe(true);
          expect(card.dueDay).toBeGreaterThanOrEqual(utcDay(time));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does not count the days before its first review', () => {
    for (const id of Array.from({ length: 50 }, (_, i) => `a.b/c~${i}`)) {
      const [early, late] = [7, 20_000].map((day) => defaults.rate(id, UNSEEN, 4, day * DAY, day));
      expect((early?.dueDay ?? 0) - 7).toBe((late?.dueDay ?? 0) - 20_000);
    }
  });

  it('counts a review on an earlier day as one on the same day', () => {
    const card = studied([3, 3, 3]);
    const earlier = defaults.rate(CARD, card, 3, START - 9 * DAY, START_DAY - 9);
    const same = defaults.rate(CARD, card, 3, card.last, card.lastDay);
    expect([earlier.stability, earlier.difficulty]).toEqual([same.stability, same.difficulty]);
  });
});

describe('the chance of recall', () => {
  it('is none for a card that was never seen', () => {
    expect(defaults.retrievability(UNSEEN, START_DAY)).toBe(0);
  });

  it('is certain on the day of the review and before it, and falls from then on', () => {
    const card = studied([4]);
    const recall = [-5, 0, 1, 2, 10, 1000].map((days) =>
      defaults.retrievability(card, card.lastDay + days),
    );
    expect(recall.slice(0, 2)).toEqual([1, 1]);
    expect(recall.slice(1)).toEqual([...new Set(recall)].toSorted((a, b) => b - a));
  });

  it.each([0.7, 0.8, 0.9, 0.97])('has fallen to about %s when the card is due', (retention) => {
    const scheduler = createScheduler({ ...DEFAULT_SETTINGS, retention });
    const card = studied([4, 3], scheduler);
    expect(scheduler.retrievability(card, card.dueDay)).toBeCloseTo(retention, 1);
  });

  it('brings parameters within bounds first', () => {
    const wild = DEFAULT_PARAMETERS.map((w, i) => (i === 3 ? 1e9 : i === 20 ? -5 : w));
    const card = studied([4], createScheduler({ ...DEFAULT_SETTINGS, parameters: wild }));
    expect(card.stability).toBe(100);
  });
});
