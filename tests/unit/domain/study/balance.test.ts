import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { UNSEEN, type CardMemory } from '../../../../src/domain/memory/scheduler.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/domain/settings/settings.ts';
import { balanced } from '../../../../src/domain/study/balance.ts';
import { outcomesOf } from '../../../../src/domain/study/outcomes.ts';
import { writer } from '../support/events.ts';
import { noon, TODAY } from './support.ts';

const memory = (dueDay: number): CardMemory => ({
  ...UNSEEN,
  phase: 'review',
  stability: 20,
  difficulty: 5,
  reps: 3,
  lastDay: dueDay - 20,
  dueDay,
});

const person = (
  due: Readonly<Record<string, number>>,
  settings: Partial<Settings> = {},
): Learner => ({
  ...NOBODY,
  cards: new Map(Object.entries(due).map(([id, days]) => [id, memory(TODAY + days)])),
  settings: { ...DEFAULT_SETTINGS, ...settings },
});

/** So many cards due on each of the days ahead. */
const load = (...counts: readonly (readonly [days: number, count: number])[]) =>
  Object.fromEntries(
    counts.flatMap(([days, count]) =>
      Array.from({ length: count }, (_, i) => [`x.${days}/${i}`, days] as const),
    ),
  );

describe('the day of a card', () => {
  const choose = (learner: Learner, low: number, high: number, id = 'a.1/0', day = TODAY) =>
    balanced(learner, id, day)({ low, high });

  it('is the one with the least due on it', () => {
    const due = load([9, 3], [10, 2], [11, 1], [12, 5]);
    expect(choose(person(due), 9, 12)).toBe(11);
    expect(choose(person(due), 9, 10)).toBe(10);
  });

  it('is of equals the one that the memory itself gives', () => {
    expect(choose(person({}), 8, 12)).toBe(10);
    expect(choose(person(load([10, 1])), 8, 12)).toBe(9);
  });

  it('is left to the id far ahead, and where nothing is to be spread', () => {
    expect(choose(person({}), 110, 140)).toBe(0);
    expect(choose(person({}, { balance: false }), 8, 12)).toBe(0);
  });

  it('does not count what is suspended, not met, or the card itself', () => {
    const due = { 'x.1/0': 10, 'x.1/1': 10, 'a.1/0': 10, 'x.2/0': 9, 'x.3/0': 11 };
    const learner = person(due);
    const cards = new Map(learner.cards).set('x.1/1', UNSEEN);
    const less = { ...learner, cards, suspended: new Set(['x.1/0']) };
    expect(choose(less, 9, 11)).toBe(10);
    expect(choose(learner, 9, 11)).toBe(9);
  });

  /** TODAY is a Monday; Saturday and Sunday of the week after are 12 and 13 days ahead. */
  const weekendOff = { easyDays: [1, 1, 1, 1, 1, 0.5, 0] };

  it('is not a day off, unless there is no other', () => {
    const due = load([10, 9], [11, 9], [12, 20], [14, 9]);
    expect(choose(person(due, weekendOff), 10, 14)).not.toBe(13);
    expect(choose(person({}, weekendOff), 13, 13)).toBe(13);
    expect(choose(person(load([13, 500]), weekendOff), 13, 14)).toBe(14);
  });

  it('is an easy day with its share of the load', () => {
    const due = (saturday: number) => person(load([11, 9], [12, saturday]), weekendOff);
    expect(choose(due(3), 11, 12)).toBe(12);
    expect(choose(due(6), 11, 12)).toBe(11);
    const unbalanced = person(load([12, 1]), { ...weekendOff, balance: false });
    expect(choose(unbalanced, 12, 13)).toBe(12);
    expect(choose(unbalanced, 11, 13)).toBe(11);
  });

  it('is not the day of a sibling, nor the one beside it', () => {
    const due = { 'a.1/0~reversed': 10, ...load([8, 30], [12, 40]) };
    expect(choose(person(due), 8, 12)).toBe(8);
    expect(choose(person(due), 9, 11)).toBe(9);
    expect(choose(person(due), 8, 12, 'a.1/0~reversed')).not.toBe(8);
    expect(choose(person({ 'a.1/00': 10 }), 9, 11)).not.toBe(10);
    expect(choose(person({ 'a.1/0~1': 10, ...load([9, 5], [11, 5]) }), 9, 11, 'b.1/0')).toBe(10);
  });
});

describe('a load that is spread', () => {
  const ratings = fc.array(fc.constantFrom<Rating>(2, 3, 3, 4), { minLength: 150, maxLength: 150 });

  /** Cards of one day, answered one after the other, with and without balance. */
  const dueDays = (grades: readonly Rating[], balance: boolean): number[] => {
    const before = person(load([0, grades.length]), { balance });
    const write = writer();
    let learner = before;
    for (const [i, rating] of grades.entries()) {
      const id = `x.0/${i}`;
      const choose = balanced(learner, id, TODAY);
      const outcome = outcomesOf(learner, id, 'x', noon(TODAY), TODAY, choose)[rating - 1];
      const event = write(
        { t: 'review', card: id, rating, took: 1, ...outcome?.choice },
        noon(TODAY) + i,
      );
      learner = fold(learner, [event]);
      expect(learner.cards.get(id)?.dueDay).toBe(outcome?.memory.dueDay);
    }
    return [...learner.cards.values()].map(({ dueDay }) => dueDay);
  };
  const busiest = (days: readonly number[]): number => {
    const counts = new Map<number, number>();
    for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
    return Math.max(...counts.values());
  };

  it('has no busier days than one that is not, and the same memory', () => {
    fc.assert(
      fc.property(ratings, (grades) => {
        expect(busiest(dueDays(grades, true))).toBeLessThanOrEqual(busiest(dueDays(grades, false)));
      }),
      { numRuns: 25 },
    );
  });

  it('comes to the same days on every device, whatever was due there', () => {
    const learner = person(load([10, 5], [40, 5]));
    const empty = { ...learner, cards: new Map([['x.10/0', memory(TODAY + 10)]]) };
    const day = TODAY + 10;
    const choose = balanced(learner, 'x.10/0', day);
    const [, , good] = outcomesOf(learner, 'x.10/0', 'x', noon(day), day, choose);
    const event = writer()(
      { t: 'review', card: 'x.10/0', rating: 3, took: 1, ...good?.choice },
      noon(day),
    );
    const dueDay = (who: Learner) => fold(who, [event]).cards.get('x.10/0')?.dueDay;
    expect(good?.choice.ivl).toBeGreaterThan(0);
    expect(dueDay(empty)).toBe(dueDay(learner));
    expect(schedulerFor(learner.settings).retrievability(memory(day), day)).toBeLessThan(1);
  });
});
