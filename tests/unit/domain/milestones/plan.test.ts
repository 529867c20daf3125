import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../../../../src/domain/calendar/study-day.ts';
import type { Milestone, MilestoneContent } from '../../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { AT_A_TIME, plan, type Plan } from '../../../../src/domain/milestones/plan.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { DAY, logOf, setting } from '../support/events.ts';

const STAGES = ['entry', 'mid', 'senior'];
const TODAY = dayOfIsoDate('2026-11-23') ?? NaN;

const milestone = (id: string, stage: string): Milestone => ({
  id,
  title: id,
  stage,
  track: 'code',
  class: 'durable',
  skills: [],
});
const content = (id: string, weeks: number): MilestoneContent => ({
  id,
  summary: '',
  criteria: [],
  strong: [],
  weak: [],
  competencies: [],
  weeks,
  story: '',
  covers: [],
});

/** A plan for milestones of given lengths, all of the stage `mid`. */
const planned = (weeks: readonly number[], facts: readonly Fact[] = [], start = TODAY * DAY) =>
  plan({
    learner: fold(
      NOBODY,
      logOf([setting('stage', 'mid'), setting('targetStage', 'mid'), ...facts], start),
    ),
    day: TODAY,
    stages: STAGES,
    milestones: weeks.map((_, i) => milestone(`m${i}`, 'mid')),
    contents: new Map(weeks.map((length, i) => [`m${i}`, content(`m${i}`, length)])),
  });
const by = (date: string): Fact => setting('targetDate', date);
const starts = (made: Plan): readonly string[] => made.milestones.map(({ start }) => start);

describe('the plan back from a target', () => {
  it('takes the open milestones from where one stands up to the target', () => {
    const learner = fold(
      NOBODY,
      logOf([
        setting('stage', 'mid'),
        setting('targetStage', 'senior'),
        { t: 'milestone-achieved', milestone: 'b' },
      ]),
    );
    const milestones = [
      milestone('a', 'entry'),
      milestone('b', 'mid'),
      milestone('c', 'mid'),
      milestone('d', 'senior'),
    ];
    const made = plan({ learner, day: TODAY, stages: STAGES, milestones, contents: new Map() });
    expect(made.milestones.map(({ milestone: { id }, weeks }) => [id, weeks])).toEqual([
      ['c', 12],
      ['d', 12],
    ]);
    expect(made.verdict).toBe('open');
  });

  it('works on a few at a time', () => {
    expect(planned([4, 4, 4]).doneBy).toBe(TODAY + 28);
    expect(planned([4, 4, 4, 4]).doneBy).toBe(TODAY + 56);
    expect(planned([10, 4, 4, 4]).doneBy).toBe(TODAY + 70);
    expect(planned([]).doneBy).toBe(TODAY);
  });

  it('says when each has to begin, and which of them this quarter', () => {
    const made = planned([4, 8, 4, 8, 4, 8], [by('2027-04-30')]);
    const target = dayOfIsoDate('2027-04-30') ?? NaN;
    const last = made.milestones.at(-1);
    expect(last?.latestStart).toBe(target - 56);
    expect(starts(made)).toEqual([
      'next-quarter',
      'next-quarter',
      'next-quarter',
      'next-quarter',
      'later',
      'next-quarter',
    ]);
    expect(starts(planned([20], [by('2027-04-30')]))).toEqual(['this-quarter']);
    expect(starts(planned([40], [by('2027-04-30')]))).toEqual(['overdue']);
  });

  it('puts first what is under way, with what is left of it', () => {
    const facts: readonly Fact[] = [{ t: 'milestone-started', milestone: 'm1' }];
    const made = planned([4, 10], facts, (TODAY - 21) * DAY);
    expect(made.milestones.map(({ milestone: { id }, weeks }) => [id, weeks])).toEqual([
      ['m1', 7],
      ['m0', 4],
    ]);
    expect(starts(made)[0]).toBe('under-way');
    expect(planned([4, 2], facts, (TODAY - 60) * DAY).milestones[0]?.weeks).toBe(1);
  });

  it.each([
    ['2027-12-01', 'roomy'],
    ['2027-02-20', 'tight'],
    ['2027-01-20', 'late'],
    ['', 'open'],
    ['2025-01-01', 'late'],
  ])('judges %s as %s', (date, verdict) => {
    expect(planned([12, 12, 12], [by(date)]).verdict).toBe(verdict);
  });

  it('keeps the date when everything begins by its latest start, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 }), (weeks) => {
        const made = planned(weeks, [by('2040-01-01')]);
        const target = made.target ?? NaN;
        for (const { latestStart, weeks: length } of made.milestones) {
          expect(latestStart + 7 * length).toBeLessThanOrEqual(target);
        }
        // At no time are more under way than fit.
        for (const { latestStart } of made.milestones) {
          const others = made.milestones.filter(
            (one) =>
              one.latestStart <= latestStart && latestStart < one.latestStart + 7 * one.weeks,
          );
          expect(others.length).toBeLessThanOrEqual(AT_A_TIME);
        }
      }),
    );
  });
});
