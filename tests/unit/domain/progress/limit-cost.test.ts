import { describe, expect, it } from 'vitest';
import { outlook } from '../../../../src/domain/progress/limit-cost.ts';
import { cards, graphOf, learnerAfter, rated, skill, TODAY } from '../study/support.ts';

const index = graphOf([skill('a.1')]);
const learner = learnerAfter(
  [TODAY - 30, rated(cards('a.1', 60), 3)],
  [TODAY - 29, rated(cards('a.1', 60), 3)],
);
const under = (limit: number, days = 60) => {
  const result = outlook(index, learner, TODAY, days, limit);
  if (!result) throw new Error('has cards');
  return result;
};

describe('what a limit of reviews a day costs', () => {
  it('is nothing where it is never reached', () => {
    const free = under(9999);
    expect(under(free.busiest)).toEqual(free);
    expect(free.waiting).toBe(0);
    expect(free.known).toBeGreaterThan(0.88);
  });

  it('is the more, the lower it is', () => {
    const limits = [9999, 10, 4, 1, 0].map((limit) => under(limit));
    const known = limits.map((one) => one.known);
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    expect(new Set(known).size).toBeGreaterThan(3);
    const waiting = limits.map((one) => one.waiting);
    expect(waiting).toEqual(waiting.toSorted((a, b) => a - b));
    expect(limits.at(-1)).toMatchObject({ busiest: 0, waiting: 60 });
  });

  it('keeps to the limit, and is the same each time', () => {
    expect(under(7).busiest).toBe(7);
    expect(under(7)).toEqual(under(7));
  });

  it('is about the same for a sample of many cards', () => {
    const many = {
      ...learner,
      cards: new Map(
        Array.from({ length: 60 }, (_, copy) =>
          [...learner.cards].map(([id, card]) => [`${copy}.${id}`, card] as const),
        ).flat(),
      ),
    };
    const all = outlook(index, many, TODAY, 60, 60 * 4);
    expect(all?.known).toBeCloseTo(under(4).known, 1);
  });

  it('follows what the track of the cards aims at', () => {
    const aiming = (byTrack: object) =>
      outlook(
        index,
        { ...learner, settings: { ...learner.settings, retentionByTrack: { ...byTrack } } },
        TODAY,
        60,
        9999,
      );
    expect(aiming({ b: 0.97 })).toEqual(aiming({}));
    expect(aiming({ a: 0.97 })?.known).toBeGreaterThan((aiming({})?.known ?? 1) + 0.02);
  });

  it('is unknown to who has met no card, or put all aside', () => {
    expect(outlook(index, learnerAfter(), TODAY, 60, 100)).toBeUndefined();
    const asleep = { ...learner, suspended: new Set(learner.cards.keys()) };
    expect(outlook(index, asleep, TODAY, 60, 100)).toBeUndefined();
  });
});
