import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { cardsOn } from '../../../../src/domain/study/card-filter.ts';
import { dueOn, interleave, mix } from '../../../../src/domain/study/queue.ts';
import { review } from '../support/events.ts';
import { cards, graphOf, learnerAfter, rated, set, skill, TODAY } from './support.ts';

const EASY = 4;
const index = graphOf([skill('a.1', { cards: 99 }), skill('b.1', { cards: 99 })], {
  retired: { 'a.1/retired': null },
});
const due = (learner: Learner, day = TODAY) => dueOn(index, learner, day);
/** Learnt long ago: in review, and due by now. */
const learnt = (...ids: readonly string[]) => [TODAY - 100, rated(ids, EASY)] as const;

describe('what is due', () => {
  it('is nothing for a person who has done nothing, but new cards up to the limit', () => {
    const { steps, reviews, dueInAll, newAllowance } = due(learnerAfter());
    expect({ steps, reviews, dueInAll, newAllowance }).toEqual({
      steps: [],
      reviews: [],
      dueInAll: 0,
      newAllowance: 10,
    });
  });

  it('begins on the day a card is due, not before', () => {
    const learner = learnerAfter(learnt('a.1/0'));
    const day = learner.cards.get('a.1/0')?.dueDay ?? 0;
    expect(due(learner, day - 1).reviews).toEqual([]);
    expect(due(learner, day).reviews).toEqual(['a.1/0']);
  });

  it('puts the card first that is likeliest forgotten', () => {
    const learner = learnerAfter(
      [TODAY - 40, rated(['a.1/0'], EASY)],
      [TODAY - 90, rated(['a.1/1'], EASY)],
      [TODAY - 20, rated(['a.1/2'], 3)],
      [TODAY - 19, rated(['a.1/2'], 3)],
    );
    const scheduler = schedulerFor(learner.settings);
    const ids = due(learner).reviews;
    const recall = ids.map((id) => {
      const card = learner.cards.get(id);
      return card ? scheduler.retrievability(card, TODAY) : NaN;
    });
    expect(ids).toHaveLength(3);
    expect(recall).toEqual(recall.toSorted((a, b) => a - b));
  });

  it('keeps cards in steps apart, earliest first, though the step is still to come', () => {
    const learner = learnerAfter([TODAY, [...rated(['a.1/0'], 3), ...rated(['a.1/1'], 1)]]);
    expect(due(learner)).toMatchObject({ steps: ['a.1/1', 'a.1/0'], reviews: [] });
  });

  it('reviews what was in steps when the day before ended', () => {
    const learner = learnerAfter([TODAY - 1, rated(['a.1/0'], 1)]);
    expect(due(learner)).toMatchObject({ steps: [], reviews: ['a.1/0'] });
  });

  it('ends at the limits of the day, and says what there is beyond', () => {
    const limits = [set('reviewsPerDay', 3), set('newPerDay', 2)];
    const before = [[TODAY - 200, limits], learnt(...cards('a.1', 8))] as const;
    expect(due(learnerAfter(...before))).toMatchObject({ dueInAll: 8, newAllowance: 2 });
    expect(due(learnerAfter(...before)).reviews).toHaveLength(3);
    const begun = learnerAfter(...before, [TODAY, rated(['a.1/0', 'b.1/0'], EASY)]);
    expect(due(begun)).toMatchObject({ dueInAll: 7, newAllowance: 1 });
    expect(due(begun).reviews).toHaveLength(2);
    const lowered = learnerAfter(...before, [
      TODAY,
      [...rated(['a.1/0', 'a.1/1', 'b.1/0', 'b.1/1'], EASY), set('reviewsPerDay', 1)],
    ]);
    expect(due(lowered)).toMatchObject({ reviews: [], newAllowance: 0 });
  });

  it('counts a card of open steps towards the limit like any other review', () => {
    const learner = learnerAfter(
      [TODAY - 1, [set('reviewsPerDay', 2), ...rated(cards('a.1', 4), 1)]],
      [TODAY, rated(['a.1/0', 'a.1/1'], EASY)],
    );
    expect(due(learner)).toMatchObject({ reviews: [], dueInAll: 2 });
  });

  it('counts a card once, however often it is answered that day', () => {
    const learner = learnerAfter(
      [TODAY - 200, [set('reviewsPerDay', 3)]],
      learnt(...cards('a.1', 5)),
      [TODAY, [...rated(['a.1/0'], 1), ...rated(['a.1/0'], 1), ...rated(['b.1/0'], 1)]],
    );
    expect(due(learner).reviews).toHaveLength(2);
  });

  it('has nothing of a skill that the curriculum does not have', () => {
    expect(due(learnerAfter(learnt('c.gone/0', 'nonsense')))).toMatchObject({ dueInAll: 0 });
  });
});

describe('which card may be shown', () => {
  const shown = (id: string, facts: readonly Fact[], day = TODAY): boolean =>
    cardsOn(index, learnerAfter([TODAY, facts]), day).isFree(id);

  it('any of the curriculum, at first', () => {
    expect(shown('a.1/new', [])).toBe(true);
  });

  it('none that is suspended, until it is woken', () => {
    const suspend = { t: 'suspend', card: 'a.1/0', on: true } as const;
    expect(shown('a.1/0', [suspend])).toBe(false);
    expect(shown('a.1/0~reversed', [suspend])).toBe(true);
    expect(shown('a.1/0', [suspend, { ...suspend, on: false }])).toBe(true);
  });

  it('none of a buried note, until the next day', () => {
    const bury = { t: 'bury', card: 'a.1/0' } as const;
    expect(shown('a.1/0', [bury])).toBe(false);
    expect(shown('a.1/0~reversed', [bury])).toBe(false);
    expect(shown('a.1/0~reversed', [bury], TODAY + 1)).toBe(true);
  });

  it('none that is retired', () => {
    expect(shown('a.1/retired', [])).toBe(false);
  });

  it('no sibling of a card answered today, but that card itself', () => {
    const facts = rated(['a.1/0'], 1);
    expect(shown('a.1/0~reversed', facts)).toBe(false);
    expect(shown('a.1/0', facts)).toBe(true);
  });

  it('no new sibling on the day after, either', () => {
    const facts = rated(['a.1/0'], EASY);
    expect(shown('a.1/0~reversed', facts, TODAY + 1)).toBe(false);
    expect(shown('a.1/0~reversed', facts, TODAY + 2)).toBe(true);
  });

  it('a due sibling on the day after only if it has waited before', () => {
    const sibling = 'a.1/0~reversed';
    const before = learnerAfter(learnt(sibling));
    const dueDay = before.cards.get(sibling)?.dueDay ?? 0;
    const learner = learnerAfter(learnt(sibling), [dueDay - 1, rated(['a.1/0'], EASY)]);
    expect(due(learner, dueDay).reviews).toEqual([]);
    expect(due(learner, dueDay + 1).reviews).toEqual([sibling]);
    const again = learnerAfter(learnt(sibling), [dueDay, rated(['a.1/0'], EASY)]);
    expect(due(again, dueDay).reviews).toEqual([]);
    expect(due(again, dueDay + 1).reviews).toEqual([sibling]);
  });

  it('both of two siblings that two devices began on one day, until their steps end', () => {
    const learner = learnerAfter([TODAY, rated(['a.1/0', 'a.1/0~reversed'], 1)]);
    expect(due(learner).steps).toEqual(['a.1/0', 'a.1/0~reversed']);
  });

  it('no sibling of a card answered just now, though the date line gave yesterday back', () => {
    const facts = rated(['a.1/0'], 1);
    expect(shown('a.1/0~reversed', facts, TODAY - 1)).toBe(false);
    expect(shown('a.1/0', facts, TODAY - 1)).toBe(true);
  });

  it('no sibling held back by an answer dated years ahead', () => {
    expect(shown('a.1/0~reversed', rated(['a.1/0'], 1), TODAY - 5000)).toBe(true);
  });

  it('one of two siblings that are due', () => {
    const learner = learnerAfter(learnt('a.1/0'), [TODAY - 99, rated(['a.1/0~reversed'], EASY)]);
    expect(due(learner)).toMatchObject({ reviews: ['a.1/0'], dueInAll: 1 });
  });

  it('no new card while a sibling is due', () => {
    const before = learnt('a.1/0');
    const { isFree } = cardsOn(index, learnerAfter(before), TODAY);
    expect(isFree('a.1/0~reversed')).toBe(false);
    expect(isFree('a.1/0')).toBe(true);
    const asleep = learnerAfter(before, [TODAY, [{ t: 'suspend', card: 'a.1/0', on: true }]]);
    expect(cardsOn(index, asleep, TODAY).isFree('a.1/0~reversed')).toBe(true);
    const retired = learnerAfter(learnt('a.1/retired'));
    expect(cardsOn(index, retired, TODAY).isFree('a.1/retired~reversed')).toBe(true);
  });

  it('is the undone card, and its sibling again', () => {
    const undone: Fact = { t: 'undo', target: 'a:3' };
    expect(shown('a.1/0~reversed', [review('a.1/0'), undone])).toBe(true);
  });
});

describe('interleaving', () => {
  const trackOf = (id: string): string | undefined => id[0];
  const ids = fc
    .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 })
    .map((tracks) => tracks.map((track, i) => `${track}${i}`));

  it('keeps every card, once', () => {
    fc.assert(
      fc.property(ids, (list) => {
        expect(interleave(list, trackOf).toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  it('moves no card far, and keeps the order within a track', () => {
    fc.assert(
      fc.property(ids, (list) => {
        const result = interleave(list, trackOf);
        for (const [place, id] of result.entries()) {
          expect(Math.abs(place - list.indexOf(id))).toBeLessThanOrEqual(8);
        }
        for (const track of 'abc') {
          const of = (all: readonly string[]) => all.filter((id) => id.startsWith(track));
          expect(of(result)).toEqual(of(list));
        }
      }),
    );
  });

  it('puts cards of one track apart where it can', () => {
    const list = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
    expect(interleave(list, trackOf)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('leaves the order be with one track, or none known', () => {
    const list = ['a1', 'a2', 'a3'];
    expect(interleave(list, trackOf)).toEqual(list);
    expect(interleave(['x', 'y'], () => undefined)).toEqual(['x', 'y']);
  });
});

describe('mixing new cards in', () => {
  const named = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}${i}`);

  it('keeps all of both in their order, with even gaps', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (old, fresh) => {
        const mixed = mix(named('r', old), named('n', fresh));
        expect(mixed.filter((id) => id.startsWith('r'))).toEqual(named('r', old));
        expect(mixed.filter((id) => id.startsWith('n'))).toEqual(named('n', fresh));
        for (let i = 1; i <= mixed.length; i++) {
          const so = mixed.slice(0, i).filter((id) => id.startsWith('n')).length;
          expect(Math.abs(so - (i * fresh) / mixed.length)).toBeLessThan(1);
        }
      }),
    );
  });

  it('is one of them alone when the other is empty', () => {
    expect(mix([], ['n'])).toEqual(['n']);
    expect(mix(['r'], [])).toEqual(['r']);
    expect(mix([], [])).toEqual([]);
  });
});
