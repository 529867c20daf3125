import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUpAt, pacesFor } from '../../../../src/domain/study/catch-up.ts';
import { paceOn, reviewLimit } from '../../../../src/domain/study/review-limit.ts';
import { dueOn } from '../../../../src/domain/study/queue.ts';
import { cards, graphOf, learnerAfter, rated, set, skill, TODAY } from './support.ts';

const EASY = 4;
const index = graphOf([skill('a.1', { cards: 999 })]);
const after = (count: number, ...facts: readonly ReturnType<typeof set>[]) =>
  learnerAfter([TODAY - 200, rated(cards('a.1', count), EASY)], [TODAY, facts]);

describe('a pace after a break', () => {
  it('is offered for more than a day’s usual reviews: a gentle one and a brisk one', () => {
    expect(pacesFor(after(142), 142, TODAY)).toEqual([
      { perDay: 20, days: 8 },
      { perDay: 50, days: 3 },
    ]);
    expect(pacesFor(after(60), 60, TODAY)).toEqual([]);
  });

  it('reckons with what comes due in the meantime', () => {
    const learner = learnerAfter(
      [TODAY - 200, rated(cards('a.1', 142), EASY)],
      [TODAY - 3, rated(cards('b.1', 60), EASY)],
    );
    const [gentle] = pacesFor(learner, 142, TODAY);
    expect(gentle?.perDay).toBeGreaterThan(20);
    expect(gentle?.days).toBeLessThanOrEqual(8);
  });

  it('clears what waits in the days it says, when nothing else comes due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2000 }), (due) => {
        for (const { perDay, days } of pacesFor(learnerAfter(), due, TODAY)) {
          expect(perDay * days).toBeGreaterThanOrEqual(due);
          expect(perDay * (days - 1)).toBeLessThan(due);
          expect(perDay).toBeLessThan(Math.min(due, 200));
        }
      }),
    );
  });

  it('limits the day while it holds, and not before or after', () => {
    const plan = catchUpAt({ perDay: 20, days: 8 }, TODAY);
    const learner = after(142, set('catchUp', plan));
    expect(dueOn(index, learner, TODAY)).toMatchObject({ dueInAll: 142 });
    expect(dueOn(index, learner, TODAY).reviews).toHaveLength(20);
    expect(reviewLimit(learner.settings, TODAY + 7)).toBe(20);
    expect(reviewLimit(learner.settings, TODAY + 8)).toBe(200);
    expect(reviewLimit(learner.settings, TODAY - 1)).toBe(200);
    expect(paceOn(learner.settings, TODAY)).toEqual(plan);
    const low = after(142, set('catchUp', plan), set('reviewsPerDay', 5));
    expect(reviewLimit(low.settings, TODAY)).toBe(5);
  });

  it('is not offered again while one holds, or after the choice to do all', () => {
    for (const pace of [{ perDay: 20, days: 8 }, undefined]) {
      const learner = after(142, set('catchUp', catchUpAt(pace, TODAY)));
      expect(pacesFor(learner, 142, TODAY)).toEqual([]);
      expect(pacesFor(learner, 142, TODAY + 30)).not.toEqual([]);
    }
    const all = after(142, set('catchUp', catchUpAt(undefined, TODAY)));
    expect(paceOn(all.settings, TODAY)).toBeUndefined();
    expect(dueOn(index, all, TODAY).reviews).toHaveLength(142);
  });

  it('may be taken back', () => {
    const learner = after(142, set('catchUp', catchUpAt({ perDay: 20, days: 8 }, TODAY)));
    const back = after(142, set('catchUp', learner.settings.catchUp), set('catchUp', null));
    expect(reviewLimit(back.settings, TODAY)).toBe(200);
  });
});
