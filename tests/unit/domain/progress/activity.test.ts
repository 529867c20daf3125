import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../../../../src/domain/calendar/study-day.ts';
import { effort, mondayOf, recentWeeks } from '../../../../src/domain/progress/activity.ts';
import type { DayTally } from '../../../../src/domain/progress/learner.ts';

const day = (date: string): number => dayOfIsoDate(date) ?? NaN;
const tally = (answers: number): DayTally => ({
  answers,
  introduced: 0,
  reviewed: 0,
  recalled: 0,
  took: answers * 10_000,
});
/** Tuesday, 24 November 2026. */
const TODAY = day('2026-11-24');

describe('the Monday of a week', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['1970-01-01', '1969-12-29'],
    ['1969-12-28', '1969-12-22'],
  ])('of %s is %s', (date, monday) => {
    expect(mondayOf(day(date))).toBe(day(monday));
  });
});

describe('recent weeks', () => {
  it('come oldest first, and end today', () => {
    const weeks = recentWeeks(new Map(), TODAY, 12);
    expect(weeks.map(({ days }) => days.length)).toEqual([...Array<number>(11).fill(7), 2]);
    expect(weeks[0]?.monday).toBe(TODAY - 1 - 11 * 7);
    expect(weeks.at(-1)?.days.at(-1)?.day).toBe(TODAY);
  });

  it('sum what was done in each', () => {
    const days = new Map([
      [TODAY, tally(5)],
      [TODAY - 1, tally(7)],
      [TODAY - 3, tally(2)],
    ]);
    const [before, now] = recentWeeks(days, TODAY, 2);
    expect(now).toMatchObject({ daysStudied: 2, answers: 12, took: 120_000 });
    expect(before).toMatchObject({ daysStudied: 1, answers: 2, took: 20_000 });
  });

  it('tell nothing from something, and little from much, whatever one marathon was', () => {
    const amounts = [0, 1, 5, 10, 15, 20, 20, 20, 500];
    const days = new Map(amounts.map((answers, i) => [TODAY - i, tally(answers)]));
    const level = new Map(
      recentWeeks(days, TODAY, 2)
        .flatMap((week) => week.days)
        .map(({ answers, level: found }) => [answers, found]),
    );
    expect([0, 1, 5, 10, 15, 20, 500].map((answers) => level.get(answers))).toEqual([
      0, 1, 1, 2, 3, 4, 4,
    ]);
  });
});

describe('effort', () => {
  it('counts days with answers from one day to another, ends included', () => {
    const days = new Map([
      [TODAY - 3, tally(1)],
      [TODAY - 2, tally(2)],
      [TODAY - 1, tally(0)],
      [TODAY, tally(4)],
      [TODAY + 1, tally(8)],
    ]);
    expect(effort(days, TODAY - 2, TODAY)).toEqual({ daysStudied: 2, answers: 6, took: 60_000 });
    expect(effort(days, -Infinity, TODAY).answers).toBe(7);
  });
});
