import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Rating } from '../../../../src/domain/log/event.ts';
import { isoDate } from '../../../../src/domain/calendar/study-day.ts';
import { NOT_STARTED } from '../../../../src/domain/milestones/fold.ts';
import {
  ATTESTATION_CAP,
  ATTESTATION_FLOOR,
  CHECKIN_CAP,
  CHECKIN_FLOOR,
  FIRST_ATTESTATION,
  FIRST_STORY,
  afterCheckin,
  firstCheckin,
} from '../../../../src/domain/milestones/schedule.ts';
import { learnerAfter, noon, set, TODAY, type Days } from '../study/support.ts';

const ID = 'm';
const progress = (...days: Readonly<Days>) =>
  learnerAfter(...days).milestones.get(ID) ?? NOT_STARTED;

const start: Fact = { t: 'milestone-started', milestone: ID };
const achieve: Fact = { t: 'milestone-achieved', milestone: ID };
const checkin = (rating: 2 | 3 | 4): Fact => ({ t: 'milestone-checkin', milestone: ID, rating });
const tell = (what: 'story' | 'attestation', rating: Rating): Fact => ({
  t: 'milestone-recalled',
  milestone: ID,
  what,
  rating,
});
const checkinRating = fc.constantFrom<2 | 3 | 4>(2, 3, 4);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const waits = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 });

describe('a check-in', () => {
  it('comes first a week after the start', () => {
    expect(progress([TODAY, [start]]).checkin.dueDay).toBe(TODAY + CHECKIN_FLOOR);
  });

  it('comes no sooner than a week and no later than three, whatever was answered when', () => {
    fc.assert(
      fc.property(waits, fc.infiniteStream(checkinRating), (gaps, ratings) => {
        let day = TODAY;
        const days: Days = [[day, [start]]];
        for (const gap of gaps) {
          days.push([(day += gap), [checkin(ratings.next().value as 2 | 3 | 4)]]);
          const after = progress(...days).checkin.dueDay - day;
          expect(after).toBeGreaterThanOrEqual(CHECKIN_FLOOR);
          expect(after).toBeLessThanOrEqual(CHECKIN_CAP);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reaches both: no progress asks again in a week, going well in three', () => {
    expect(progress([TODAY, [start, checkin(2)]]).checkin.dueDay).toBe(TODAY + CHECKIN_FLOOR);
    const well: Days = [
      [TODAY, [checkin(4)]],
      [TODAY + 20, [checkin(4)]],
    ];
    expect(progress(...well).checkin.dueDay).toBe(TODAY + 20 + CHECKIN_CAP);
  });

  it.each([
    ['leaves three weeks far from it', 200, CHECKIN_CAP],
    ['is a third of the time to it', 50, 16],
    ['rounds that down', 47, 15],
    ['is not below a week close to it', 10, CHECKIN_FLOOR],
    ['is not below a week on it', 0, CHECKIN_FLOOR],
    ['no longer counts when it is over', -1, CHECKIN_CAP],
  ])('with a target date: %s', (_, left, interval) => {
    const target = set('targetDate', isoDate(TODAY + 20 + left));
    const days: Days = [
      [TODAY, [target, checkin(4)]],
      [TODAY + 20, [checkin(4)]],
    ];
    expect(progress(...days).checkin.dueDay).toBe(TODAY + 20 + interval);
  });

  it('has no Again: it counts as Hard', () => {
    const after = (given: Rating) =>
      afterCheckin(ID, firstCheckin(TODAY), given, noon(TODAY + 7), TODAY + 7, undefined);
    expect(after(1)).toEqual(after(2));
    expect(after(3)).not.toEqual(after(2));
  });

  it('never has steps within a day', () => {
    fc.assert(
      fc.property(fc.array(checkinRating, { minLength: 1, maxLength: 6 }), (ratings) => {
        const after = progress([TODAY, [set('learningSteps', ['1m']), ...ratings.map(checkin)]]);
        expect(after.checkin).toMatchObject({ dueAt: 0, phase: 'review' });
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on what is set for cards', () => {
    const days: Days = [
      [TODAY, [start, checkin(3)]],
      [TODAY + 9, [checkin(3)]],
    ];
    const other = set('retention', 0.97);
    expect(progress([TODAY - 1, [other, set('maximumInterval', 1)]], ...days)).toEqual(
      progress(...days),
    );
  });
});

describe('the story', () => {
  it('is asked for a week after the milestone is achieved', () => {
    expect(progress([TODAY, [achieve]]).story.dueDay).toBe(TODAY + FIRST_STORY);
  });

  it('comes the day after it would not come, and later the better it goes', () => {
    const told = (given: Rating) =>
      progress([TODAY, [achieve]], [TODAY + 7, [tell('story', given)]]).story.dueDay - TODAY - 7;
    const intervals = ([1, 2, 3, 4] as const).map(told);
    expect(intervals[0]).toBe(1);
    expect(intervals).toEqual(intervals.toSorted((a, b) => a - b));
    expect(intervals[3]).toBeGreaterThan(intervals[2] as number);
  });

  it('comes once a year at least', () => {
    const gap = 300;
    const days: Days = [[TODAY, [achieve]]];
    for (let i = 1; i <= 6; i++) days.push([TODAY + i * gap, [tell('story', 4)]]);
    const interval = progress(...days).story.dueDay - TODAY - 6 * gap;
    expect(interval).toBeLessThanOrEqual(365);
    expect(interval).toBeGreaterThan(330);
  });
});

describe('attesting again', () => {
  it('is asked for after half a year', () => {
    expect(progress([TODAY, [achieve]]).attestation.dueDay).toBe(TODAY + FIRST_ATTESTATION);
  });

  it('comes every quarter at most, every year at least', () => {
    fc.assert(
      fc.property(waits, fc.infiniteStream(rating), (gaps, ratings) => {
        let day = TODAY;
        const days: Days = [[day, [achieve]]];
        for (const gap of gaps) {
          days.push([(day += 7 * gap), [tell('attestation', ratings.next().value as Rating)]]);
        }
        const after = progress(...days).attestation.dueDay - day;
        expect(after).toBeGreaterThanOrEqual(ATTESTATION_FLOOR);
        expect(after).toBeLessThanOrEqual(ATTESTATION_CAP);
      }),
      { numRuns: 200 },
    );
  });
});
