import { describe, expect, it } from 'vitest';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { atPace, PACE_DAYS, paceOf } from '../../../../src/domain/study/pace.ts';
import { cards, graphOf, learnerAfter, rated, skill, TODAY, type Days } from './support.ts';

const index = graphOf([
  skill('a.one', { cards: 20 }),
  skill('b.two', { cards: 20 }),
  skill('a.next', { cards: 20, requires: ['a.one'] }),
]);
/** Four weeks of two new cards every other day. */
const steadyDays: Days = Array.from(
  { length: 7 },
  (_, i) => [TODAY - 28 + 4 * i, rated([`a.one/${2 * i}`, `a.one/${2 * i + 1}`], 4)] as const,
);
const learner = learnerAfter(...steadyDays);
const after = (days: number, pace = paceOf(learner, TODAY)) => {
  const later = atPace(index, learner, pace, TODAY, TODAY + days);
  return { later, standing: standings(index, later, TODAY + days) };
};

describe('the pace of a person', () => {
  it('is an average over four weeks, today and what was before left out', () => {
    expect(paceOf(learner, TODAY)).toEqual({ answers: 14 / PACE_DAYS, fresh: 14 / PACE_DAYS });
    expect(paceOf(learner, TODAY + PACE_DAYS)).toEqual({ answers: 0, fresh: 0 });
    expect(paceOf(learnerAfter([TODAY, rated(['a.one/1'])]), TODAY).answers).toBe(0);
  });
});

describe('a day to come', () => {
  it('is the present when no day passes or nothing is done', () => {
    expect(after(0).later.cards).toEqual(learner.cards);
    expect(after(60, { answers: 0, fresh: 0 }).later.cards).toEqual(learner.cards);
  });

  it('has more known the longer the pace is kept, and no skill with more cards than it has', () => {
    const known = [10, 40, 90].map((days) => {
      const { standing } = after(days, { answers: 6, fresh: 1 });
      for (const now of standing.values()) expect(now.seen).toBeLessThanOrEqual(now.cards);
      return [...standing.values()].reduce((sum, { seen }) => sum + seen, 0);
    });
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    expect(known[2]).toBe(60);
  });

  it('begins a skill only once what it requires is ready', () => {
    const early = after(3, { answers: 4, fresh: 1 }).standing.get('a.next');
    expect(early?.seen).toBe(0);
    const late = after(90, { answers: 6, fresh: 1 }).standing;
    expect(late.get('a.next')?.seen).toBeGreaterThan(0);
    expect(['ready', 'mastered']).toContain(late.get('a.one')?.state);
  });

  it('keeps to the answers of a day: what is due beyond them waits, the surest longest', () => {
    const many = learnerAfter([TODAY - 40, rated(cards('a.one', 20))]);
    const later = atPace(index, many, { answers: 3, fresh: 0 }, TODAY, TODAY + 1);
    const answered = [...later.cards].filter(([, card]) => card.lastDay === TODAY + 1);
    expect(answered.length).toBeGreaterThanOrEqual(2);
    expect(answered.length).toBeLessThanOrEqual(3);
  });

  it('is the same each time it is asked for', () => {
    expect(after(50).later.cards).toEqual(after(50).later.cards);
  });
});
