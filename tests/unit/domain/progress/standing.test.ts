import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import { standings, type SkillState } from '../../../../src/domain/progress/standing.ts';
import {
  cards,
  graphOf,
  learnerAfter,
  rated,
  set,
  skill,
  standingOf,
  TODAY,
  type Days,
} from '../study/support.ts';

const EASY = 4;
const CRITICAL = 'a.one/19';
const index = graphOf(
  [
    skill('a.one', { cards: 20, critical: [CRITICAL] }),
    skill('b.two', { cards: 5 }),
    skill('a.top', { requires: ['a.one', 'b.two', 'c.gone'] }),
  ],
  { retired: { 'a.one/old': null } },
);
const all = cards('a.one', 20);
const state = (days: Readonly<Days>, day = TODAY): SkillState =>
  standingOf(index, learnerAfter(...days), 'a.one', day).state;
/** Steady, but not durable; answered twice, durable. */
const steady = (ids: readonly string[], day = TODAY) => [day, rated(ids, EASY)] as const;
const durable = (ids: readonly string[], day = TODAY) =>
  [steady(ids, day - 10), [day, rated(ids, EASY)]] as const;

describe('the state of a skill', () => {
  it('is next up when nothing stands before it, locked when something does', () => {
    const learner = learnerAfter();
    expect(standingOf(index, learner, 'a.one', TODAY).state).toBe('next-up');
    expect(standingOf(index, learner, 'a.top', TODAY)).toMatchObject({
      state: 'locked',
      missing: ['a.one', 'b.two'],
    });
  });

  it('is next up when it is started anyway, though prerequisites are missing', () => {
    const learner = learnerAfter([TODAY, [{ t: 'skill-started', skill: 'a.top', on: true }]]);
    expect(standingOf(index, learner, 'a.top', TODAY)).toMatchObject({
      state: 'next-up',
      missing: ['a.one', 'b.two'],
    });
  });

  it.each([
    [1, 'learning'],
    [15, 'learning'],
    [16, 'ready'],
    [20, 'ready'],
  ] as const)('with %i of 20 cards steady is %s', (count, expected) => {
    expect(state([steady(all.slice(0, count))])).toBe(expected);
  });

  it.each([
    [18, 18, 'ready'],
    [19, 15, 'ready'],
    [19, 16, 'mastered'],
    [20, 20, 'mastered'],
  ] as const)('with %i of 20 seen and %i durable is %s', (seen, lasting, expected) => {
    const days = [...durable(all.slice(0, lasting)), steady(all.slice(lasting, seen))];
    days.sort(([a], [b]) => a - b);
    expect(state(days)).toBe(expected);
  });

  it('is not mastered while a critical card is likelier forgotten than it may be', () => {
    const others = durable(all.filter((id) => id !== CRITICAL));
    const weak = [TODAY - 60, rated([CRITICAL], 3)] as const;
    expect(state([weak, ...others])).toBe('ready');
    expect(state([weak, ...others, [TODAY + 1, rated([CRITICAL], EASY)]], TODAY + 1)).toBe(
      'mastered',
    );
  });

  it('fades when mean recall is 5 points below what is aimed at, and recovers by a review', () => {
    const history = durable(all, TODAY);
    const scheduler = schedulerFor(learnerAfter().settings);
    const card = learnerAfter(...history).cards.get('a.one/0');
    if (!card) throw new Error('not rated');
    const fadesOn = (goal: number): number => {
      let day = TODAY;
      while (scheduler.retrievability(card, day) >= goal - 0.05) day++;
      return day;
    };
    expect(state(history, fadesOn(0.9) - 1)).toBe('mastered');
    expect(state(history, fadesOn(0.9))).toBe('fading');
    const lowered = [TODAY - 20, [set('retention', 0.8)]] as const;
    expect(state([lowered, ...history], fadesOn(0.9))).toBe('mastered');
    expect(state([lowered, ...history], fadesOn(0.8))).toBe('fading');
    const day = fadesOn(0.9);
    expect(state([...history, [day, rated(all, 3)]], day)).toBe('mastered');
  });

  it('fades by what its own track aims at, where that aims at another', () => {
    const history = durable(all, TODAY);
    const aims = (byTrack: object): Readonly<Days> => [
      [TODAY - 20, [set('retentionByTrack', byTrack)]],
      ...history,
    ];
    let day = TODAY;
    while (state(history, day) !== 'fading') day++;
    expect(state(aims({ a: 0.8 }), day)).toBe('mastered');
    expect(state(aims({ b: 0.8 }), day)).toBe('fading');
    expect(state(aims({ a: 0.97 }), day - 1)).toBe('fading');
  });

  it('goes on fading until mean recall is back at what is aimed at, however it is approached', () => {
    const history = durable(all, TODAY);
    const recall = (days: Readonly<Days>, day: number): number => {
      const { expected, seen } = standingOf(index, learnerAfter(...days), 'a.one', day);
      return expected / seen;
    };
    let day = TODAY;
    while (recall(history, day) >= 0.88) day++;
    // On the way down, between the two thresholds, it does not fade yet.
    expect(state(history, day)).toBe('mastered');
    while (recall(history, day) >= 0.83) day++;
    expect(state(history, day)).toBe('fading');
    const seen = new Set<string>();
    for (let reviewed = 1; reviewed <= 20; reviewed++) {
      const back = [...history, [day, rated(all.slice(0, reviewed), 3)] as const];
      const isBack = recall(back, day) >= 0.9;
      if (!isBack && recall(back, day) >= 0.85) seen.add('between');
      expect(state(back, day)).toBe(isBack ? 'mastered' : 'fading');
    }
    expect(seen).toEqual(new Set(['between']));
  });

  it('does not count retired cards, nor those of no skill', () => {
    const learner = learnerAfter(steady(['a.one/old', 'nonsense', 'c.gone/1']));
    expect(standingOf(index, learner, 'a.one', TODAY)).toMatchObject({ seen: 0, state: 'next-up' });
    expect(standings(index, learner, TODAY).size).toBe(3);
  });
});

describe('the numbers of a skill', () => {
  it('are none for a skill not begun', () => {
    expect(standingOf(index, learnerAfter(), 'b.two', TODAY)).toEqual({
      skill: 'b.two',
      state: 'next-up',
      cards: 5,
      seen: 0,
      expected: 0,
      spread: 0,
      steady: 0,
      durable: 0,
      due: 0,
      overdue: 0,
      lastDay: undefined,
      missing: [],
    });
  });

  it('count what is due and overdue, but not while it is suspended', () => {
    const before = [[TODAY - 9, rated(['b.two/0', 'b.two/1'], 3)], steady(['b.two/2'])] as const;
    const learner = learnerAfter(...before);
    const day = learner.cards.get('b.two/2')?.dueDay ?? 0;
    expect(standingOf(index, learner, 'b.two', TODAY)).toMatchObject({
      seen: 3,
      due: 2,
      overdue: 2,
      lastDay: TODAY,
    });
    expect(standingOf(index, learner, 'b.two', day)).toMatchObject({ due: 3, overdue: 2 });
    const asleep = learnerAfter(...before, [TODAY, [{ t: 'suspend', card: 'b.two/0', on: true }]]);
    expect(standingOf(index, asleep, 'b.two', day)).toMatchObject({ seen: 3, due: 2, overdue: 1 });
  });

  it('expect what recall expects: mean and spread of every way to know and not to know', () => {
    const history = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom<Rating>(1, 2, 3, 4)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(history, (answers) => {
        const learner = learnerAfter(
          ...answers
            .map(([ago, rating], i) => [TODAY - ago, rated([`a.one/${i}`], rating)] as const)
            .toSorted(([a], [b]) => a - b),
        );
        const scheduler = schedulerFor(learner.settings);
        const recall = [...learner.cards.values()].map((card) =>
          scheduler.retrievability(card, TODAY),
        );
        let mean = 0;
        let square = 0;
        for (let known = 0; known < 2 ** recall.length; known++) {
          const probability = recall.reduce((p, r, i) => p * ((known >> i) & 1 ? r : 1 - r), 1);
          const count = known.toString(2).replaceAll('0', '').length;
          mean += probability * count;
          square += probability * count * count;
        }
        const { expected, spread } = standingOf(index, learner, 'a.one', TODAY);
        expect(expected).toBeCloseTo(mean, 9);
        expect(spread).toBeCloseTo(1.64 * Math.sqrt(square - mean * mean), 6);
      }),
      { numRuns: 200 },
    );
  });
});
