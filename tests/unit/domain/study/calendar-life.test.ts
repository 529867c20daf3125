/** What calendars and clocks do to a card: days of 23 and 25 hours, leap days, a clock set back, a century. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIsoDate, isoDate, studyDay } from '../../../../src/domain/calendar/study-day.ts';
import type { Fact, KnownEvent, Rating } from '../../../../src/domain/log/event.ts';
import { nextClock } from '../../../../src/domain/log/clock.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { dueOn } from '../../../../src/domain/study/queue.ts';
import { outcomesOf } from '../../../../src/domain/study/outcomes.ts';
import { DAY, HOUR, MINUTE, review, START, START_DAY, writer } from '../support/events.ts';
import { graphOf, noon, set, skill } from './support.ts';

const index = graphOf([skill('a.1')]);
const CARD = 'a.1/0';
const daily = (rolloverHour: number): readonly Fact[] => [
  set('rolloverHour', rolloverHour),
  set('learningSteps', []),
  set('relearningSteps', []),
  set('maximumInterval', 1),
];

/** Looks in whenever the clock shows these times, ms, and answers the card when it is due. @returns the times at which it was */
const answeredAt = (
  settings: readonly Fact[],
  zone: string,
  walls: readonly number[],
): readonly number[] => {
  const write = writer('a', zone);
  const before = (walls[0] ?? 0) - DAY;
  let seen = before;
  const log: KnownEvent[] = [];
  const record = (fact: Fact, wall: number): void => {
    seen = nextClock(wall, seen);
    log.push(write(fact, wall, { h: seen }));
  };
  for (const fact of settings) record(fact, before);
  let learner = fold(NOBODY, log);
  return walls.flatMap((wall, i) => {
    const day = studyDay(wall, zone, learner.settings.rolloverHour);
    if (i > 0 && !dueOn(index, learner, day).reviews.includes(CARD)) return [];
    record(review(CARD, 3), wall);
    learner = fold(NOBODY, log);
    return [wall];
  });
};

const rollover = fc.integer({ min: 0, max: 23 });
const every = (step: number, from: number, until: number): readonly number[] =>
  Array.from({ length: Math.ceil((until - from) / step) }, (_, i) => from + i * step);

describe('a daily card', () => {
  /** Zones and days on which their clocks change. */
  const changes = fc.constantFrom(
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['America/Santiago', '2026-09-06'],
  );
  /** Leap days, and days where only some rules have one. */
  const leaps = fc.tuple(
    fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles'),
    fc.constantFrom('2028-02-29', '2000-02-29', '2100-02-28', '2027-02-28', '2028-12-31'),
  );

  it('comes once on every study day, whichever day is longer, shorter or a leap day', () => {
    fc.assert(
      fc.property(fc.oneof(changes, leaps), rollover, fc.nat(59), ([zone, date], hour, minute) => {
        const middle = (dayOfIsoDate(date) ?? Number.NaN) * DAY;
        const looks = every(30 * MINUTE, middle - 3 * DAY, middle + 4 * DAY).map(
          (at) => at + minute * MINUTE,
        );
        const dayOf = (at: number): number => studyDay(at, zone, hour);
        const days = looks.map(dayOf);
        const answered = answeredAt(daily(hour), zone, looks).map(dayOf);
        expect(answered).toEqual([...new Set(days)]);
        expect(answered.map(isoDate)).toContain(date);
        expect(answered.map((day) => day - (answered[0] ?? 0))).toEqual(answered.map((_, i) => i));
      }),
      { numRuns: 60 },
    );
  });

  it('comes never twice on a day that the clock shows again, and once a day when it is right again', () => {
    const back = fc.oneof(
      fc.integer({ min: 1, max: 47 }).map((half) => half * 30 * MINUTE),
      fc.integer({ min: 1, max: 2000 }).map((days) => days * DAY),
    );
    const hours = fc.integer({ min: 24, max: 72 });
    fc.assert(
      fc.property(back, hours, hours, rollover, (by, from, length, hour) => {
        const mended = START + (from + length) * HOUR;
        const walls = every(HOUR, START, mended + 4 * DAY).map((at) =>
          at >= START + from * HOUR && at < mended ? at - by : at,
        );
        const answered = answeredAt(daily(hour), 'UTC', walls).map((wall) =>
          studyDay(wall, 'UTC', hour),
        );
        // Neither twice on one day, nor on a day before the last answer.
        expect(answered).toEqual([...new Set(answered)].toSorted((a, b) => a - b));
        const since = studyDay(mended, 'UTC', hour) + 1;
        const last = studyDay(mended + 4 * DAY - HOUR, 'UTC', hour);
        expect(answered.filter((day) => day >= since)).toEqual(every(1, since, last + 1));
      }),
      { numRuns: 60 },
    );
  });
});

describe('new cards under a clock that was set back', () => {
  const many = graphOf([skill('a.1', { cards: 999 })]);
  /** Meets all the new cards that are allowed, some times a day. @returns how many on each day that the clock showed */
  const metOn = (walls: readonly number[], newPerDay: number, ratings: readonly Rating[]) => {
    const write = writer();
    let seen = 0;
    let met = 0;
    const log: KnownEvent[] = [];
    const record = (fact: Fact, wall: number): void => {
      seen = nextClock(wall, seen);
      log.push(write(fact, wall, { h: seen }));
    };
    record(set('newPerDay', newPerDay), walls[0] ?? 0);
    const on = new Map<number, number>();
    for (const wall of walls) {
      const learner = fold(NOBODY, log);
      const day = studyDay(wall, 'UTC', learner.settings.rolloverHour);
      const { newAllowance } = dueOn(many, learner, day);
      on.set(day, (on.get(day) ?? 0) + newAllowance);
      for (let i = 0; i < newAllowance; i++, met++) {
        for (const [j, rating] of ratings.entries()) {
          record(review(`a.1/${met}`, rating), wall + (i * 10 + j) * 1000);
        }
      }
    }
    return on;
  };

  it('are a day’s share on each day that it shows, no more and no less', () => {
    // A clock that has been right for two days at least: of a single one nobody could say which was wrong.
    const days = fc.integer({ min: 2, max: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 4000 }),
        days,
        fc.integer({ min: 1, max: 4 }),
        days,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom<Rating>(1, 3, 4), { minLength: 1, maxLength: 3 }),
        (by, right, behind, mended, newPerDay, ratings) => {
          const looks = (from: number, count: number, shift: number): readonly number[] =>
            every(5 * HOUR, START + from * DAY, START + (from + count) * DAY)
              // Noon to late evening, so that a look and what it leads to are on one day.
              .filter((at) => (at - START) % DAY <= 10 * HOUR)
              .map((at) => at - shift * DAY);
          const walls = [
            ...looks(0, right, 0),
            ...looks(right, behind, by),
            ...looks(right + behind, mended, 0),
          ];
          const met = metOn(walls, newPerDay, ratings);
          expect([...met.values()]).toEqual([...met.values()].map(() => newPerDay));
          expect(met.size).toBe(right + behind + mended);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('an interval', () => {
  it('ends on the date that the calendar has so many days later, over leap days and centuries', () => {
    const date = fc.integer({ min: Date.UTC(1996, 0) / DAY, max: Date.UTC(2196, 0) / DAY });
    fc.assert(
      fc.property(date, fc.nat({ max: 36_500 }), (day, days) => {
        const calendar = new Date(`${isoDate(day)}T00:00:00Z`);
        calendar.setUTCDate(calendar.getUTCDate() + days);
        expect(isoDate(day + days)).toBe(calendar.toISOString().slice(0, 10));
        expect(dayOfIsoDate(isoDate(day + days))).toBe(day + days);
      }),
    );
  });

  it('is never beyond 36,500 days however often and however well a card is known, and reaches them', () => {
    let longest = 0;
    const life = fc.record({
      ratings: fc.array(fc.constantFrom<Rating>(3, 4, 4, 4), { minLength: 6, maxLength: 20 }),
      late: fc.nat({ max: 2000 }),
      aim: fc.constantFrom(undefined, 0.7, 0.9),
      highest: fc.boolean(),
    });
    fc.assert(
      fc.property(life, ({ ratings, late, aim, highest }) => {
        const write = writer();
        const settings = aim === undefined ? [] : [set('retentionByTrack', { a: aim })];
        let learner = fold(
          NOBODY,
          [set('learningSteps', []), ...settings].map((fact) => write(fact, START)),
        );
        for (const rating of ratings) {
          const day = Math.max(learner.cards.get(CARD)?.dueDay ?? START_DAY, START_DAY) + late;
          const choose = highest ? ({ high }: { readonly high: number }) => high : undefined;
          const outcomes = outcomesOf(learner, CARD, 'a', noon(day), day, choose);
          const intervals = outcomes.map(({ memory }) => memory.dueDay - memory.lastDay);
          expect(intervals).toEqual(intervals.toSorted((a, b) => a - b));
          const chosen = outcomes[rating - 1];
          learner = fold(learner, [
            write({ ...review(CARD, rating), ...chosen?.choice }, noon(day)),
          ]);
          // What is kept is what the button said, and a date that can be written.
          const card = learner.cards.get(CARD);
          const interval = (card?.dueDay ?? Number.NaN) - (card?.lastDay ?? 0);
          expect(interval).toBe(intervals[rating - 1]);
          expect(interval).toBeLessThanOrEqual(36_500);
          expect(isoDate(card?.dueDay ?? Number.NaN)).toMatch(/^\d{4}-\d\d-\d\d$/);
          longest = Math.max(longest, interval);
        }
      }),
      { numRuns: 100 },
    );
    expect(longest).toBe(36_500);
  });
});

describe('a card answered twice in a day', () => {
  it('counts once, by its first answer, and no time passes in between', () => {
    const answers = fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { minLength: 2, maxLength: 5 });
    const pause = fc.integer({ min: 1, max: 4 * 60 });
    fc.assert(
      fc.property(answers, fc.array(pause, { minLength: 5, maxLength: 5 }), (ratings, pauses) => {
        const write = writer();
        const steps = [set('learningSteps', []), set('relearningSteps', [])];
        const before = fold(NOBODY, [
          ...steps.map((fact) => write(fact, START)),
          write(review(CARD, 4), START),
        ]);
        const day = before.cards.get(CARD)?.dueDay ?? Number.NaN;
        const rateAt = (apart: readonly number[]) => {
          let at = day * DAY + 4 * HOUR;
          const again = writer('b');
          return fold(
            before,
            ratings.map((rating, i) =>
              again(review(CARD, rating), (at += (apart[i] ?? 0) * MINUTE)),
            ),
          );
        };
        const after = rateAt(pauses);
        expect(after.days.get(day)).toMatchObject({
          answers: ratings.length,
          introduced: 0,
          reviewed: 1,
          recalled: ratings[0] === 1 ? 0 : 1,
        });
        const card = after.cards.get(CARD);
        // Minutes or hours apart: the memory is the same, and it is due on a later day.
        const close = rateAt(ratings.map(() => 1)).cards.get(CARD);
        expect({ ...card, last: 0 }).toEqual({ ...close, last: 0 });
        expect(card?.lastDay).toBe(day);
        expect(card?.dueDay).toBeGreaterThan(day);
        expect(dueOn(index, after, day).reviews).toEqual([]);
      }),
    );
  });
});
