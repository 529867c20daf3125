import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/domain/log/event.ts';
import { fold } from '../../../../src/domain/progress/fold.ts';
import { outcomesOf, type ChooseInterval } from '../../../../src/domain/study/outcomes.ts';
import { writer } from '../support/events.ts';
import { learnerAfter, noon, rated, set, TODAY } from './support.ts';

const CARD = 'a.1/0';
// Steps of more than a day are the person's own word, and may well be longer than what Easy gives.
const steps = fc.constantFrom<readonly string[]>([], ['1m', '10m'], ['1d'], ['2h', '1d']);
const history = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom<Rating>(1, 2, 3, 3, 4)),
  { maxLength: 8 },
);
/** A person with one card, and the day after its last review on which it is up again. */
const person = fc
  .tuple(steps, steps, history, fc.integer({ min: 0, max: 200 }))
  .map(([learningSteps, relearningSteps, reviews, wait]) => {
    let day = TODAY - 1000;
    const days = reviews.map(([later, rating]) => {
      day += later;
      return [day, rated([CARD], rating)] as const;
    });
    const settings = [
      set('learningSteps', learningSteps),
      set('relearningSteps', relearningSteps),
      set('retentionByTrack', { b: 0.8 }),
    ];
    return { learner: learnerAfter([TODAY - 999, settings], ...days), day: day + wait };
  });
const track = fc.constantFrom('a', 'b', undefined);
/** Any pick of the range, or none: none at all, or none that is far away. */
const choosers = fc.option(
  fc
    .tuple(fc.infiniteStream(fc.integer({ min: 0, max: 400 })), fc.integer({ min: 5, max: 500 }))
    .map(
      ([picks, horizon]): ChooseInterval =>
        ({ low, high }) =>
          high >= horizon ? 0 : low + ((picks.next().value as number) % (high - low + 1)),
    ),
  { nil: undefined },
);

describe('what the ratings would make of a card', () => {
  it('is what their events make of it, to the day', () => {
    fc.assert(
      fc.property(person, track, choosers, ({ learner, day }, of, choose) => {
        const outcomes = outcomesOf(learner, CARD, of, noon(day), day, choose);
        expect(outcomes).toHaveLength(4);
        outcomes.forEach(({ memory, choice }, i) => {
          const rating = (i + 1) as Rating;
          const event = writer('b')(
            { t: 'review', card: CARD, rating, took: 1, ...choice },
            noon(day),
          );
          expect(fold(learner, [event]).cards.get(CARD)).toEqual(memory);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is never a shorter interval for a better rating, whatever is chosen', () => {
    fc.assert(
      fc.property(person, track, choosers, ({ learner, day }, of, choose) => {
        const dueAt = outcomesOf(learner, CARD, of, noon(day), day, choose).map(
          ({ memory }) => memory.dueDay + memory.dueAt / 1e15,
        );
        expect(dueAt).toEqual(dueAt.toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it('is a longer interval for a better rating, wherever one can be chosen', () => {
    let met = 0;
    fc.assert(
      fc.property(person, track, ({ learner, day }, of) => {
        // The days that all of them could have are the emptiest.
        const first: ChooseInterval = ({ low }) => low;
        const last: ChooseInterval = ({ high }) => high;
        const days = (choose: ChooseInterval) =>
          outcomesOf(learner, CARD, of, noon(day), day, choose).map(({ memory, choice }) =>
            choice.ivl === undefined ? undefined : memory.dueDay - memory.lastDay,
          );
        const [, hard, good, easy] = days(first);
        const [, , best, bestEasy] = days(last);
        for (const [worse, better, most] of [
          [hard, good, best],
          [good, easy, bestEasy],
        ]) {
          if (worse === undefined || better === undefined || most === undefined) continue;
          met++;
          if (most > worse) expect(better).toBeGreaterThan(worse);
        }
      }),
      { numRuns: 500 },
    );
    expect(met).toBeGreaterThan(50);
  });

  it('aims at the recall of the card’s track, and says so in the event', () => {
    const learner = learnerAfter([
      TODAY - 50,
      [set('retentionByTrack', { b: 0.8 }), ...rated([CARD], 4)],
    ]);
    const good = (of: string) => outcomesOf(learner, CARD, of, noon(TODAY), TODAY)[2];
    expect(good('a')?.choice).toEqual({});
    expect(good('b')?.choice).toEqual({ aim: 80 });
    const interval = (of: string) => (good(of)?.memory.dueDay ?? NaN) - TODAY;
    expect(interval('b')).toBeGreaterThan(2 * interval('a'));
    expect(good('b')?.memory.stability).toBe(good('a')?.memory.stability);
  });

  it('keeps no choice of a card in steps, and none where there is but one day', () => {
    const always: ChooseInterval = ({ high }) => high;
    const choices = outcomesOf(learnerAfter(), CARD, 'a', noon(TODAY), TODAY, always).map(
      ({ choice }) => choice,
    );
    expect(choices.slice(0, 3)).toEqual([{}, {}, {}]);
    expect(choices[3]).toEqual({ ivl: expect.any(Number) as number });
    const short = learnerAfter([TODAY - 9, [set('maximumInterval', 2)]]);
    const ours = outcomesOf(short, CARD, 'a', noon(TODAY), TODAY, always);
    expect(ours[3]).toMatchObject({ choice: {}, memory: { dueDay: TODAY + 2 } });
  });
});
