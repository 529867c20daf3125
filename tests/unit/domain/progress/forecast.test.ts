import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAhead, retentionSince } from '../../../../src/domain/progress/forecast.ts';
import type { DayTally } from '../../../../src/domain/progress/learner.ts';
import { cards, learnerAfter, rated, TODAY } from '../study/support.ts';

const EASY = 4;
const days = (entries: readonly (readonly [day: number, reviewed: number, recalled: number])[]) =>
  new Map(
    entries.map(([day, reviewed, recalled]): [number, DayTally] => [
      day,
      { answers: reviewed, introduced: 0, reviewed, recalled, took: 0 },
    ]),
  );

describe('retention so far', () => {
  it('is unknown without reviews', () => {
    expect(retentionSince(new Map(), TODAY)).toEqual({
      reviewed: 0,
      recalled: 0,
      rate: undefined,
      low: 0,
      high: 1,
    });
  });

  it('adds up the days from the first one on', () => {
    const counted = retentionSince(
      days([
        [TODAY - 1, 100, 0],
        [TODAY, 6, 5],
        [TODAY + 1, 4, 4],
      ]),
      TODAY,
    );
    expect(counted).toMatchObject({ reviewed: 10, recalled: 9, rate: 0.9 });
  });

  it('counts what was due, at the first rating of the day', () => {
    const learner = learnerAfter(
      [TODAY - 30, rated(cards('a.1', 3), EASY)],
      [TODAY, [...rated(['a.1/0', 'a.1/1'], 1), ...rated(['a.1/0', 'a.1/2', 'a.1/9'], 3)]],
    );
    expect(retentionSince(learner.days, TODAY)).toMatchObject({ reviewed: 3, recalled: 1 });
  });

  it('has the interval of Wilson (Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20)', () => {
    const interval = (recalled: number, reviewed: number) => {
      const { low, high } = retentionSince(days([[TODAY, reviewed, recalled]]), TODAY);
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(interval(81, 263)).toEqual(['0.2553', '0.3662']);
    expect(interval(15, 148)).toEqual(['0.0624', '0.1605']);
    expect(interval(0, 20)).toEqual(['0.0000', '0.1611']);
  });

  it('lies within the interval, and the interval between 0 and 1', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((reviewed) => fc.tuple(fc.constant(reviewed), fc.nat(reviewed)));
    fc.assert(
      fc.property(counts, ([reviewed, recalled]) => {
        const {
          rate = NaN,
          low,
          high,
        } = retentionSince(days([[TODAY, reviewed, recalled]]), TODAY);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(rate + 1e-12);
        expect(high).toBeGreaterThanOrEqual(rate - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the load ahead', () => {
  const learner = learnerAfter(
    [TODAY - 300, rated(['a.1/0', 'a.1/1'], EASY)],
    [TODAY, rated(['a.1/2'], EASY)],
    [TODAY, rated(['a.1/3'], 1)],
  );
  const away = (learner.cards.get('a.1/2')?.dueDay ?? 0) - TODAY;

  it('counts what is overdue and in steps on the first day, the rest on its own', () => {
    const load = loadAhead(learner, TODAY, away + 1);
    expect(load[0]).toBe(3);
    expect(load[away]).toBe(1);
    expect(load.reduce((a, b) => a + b, 0)).toBe(4);
  });

  it('ends with the last day asked for', () => {
    expect(loadAhead(learner, TODAY, away)).toHaveLength(away);
    expect(loadAhead(learner, TODAY, away)[away - 1]).toBe(0);
    expect(loadAhead(learner, TODAY, 0)).toEqual([]);
  });

  it('leaves out what is suspended', () => {
    const asleep = learnerAfter(
      [TODAY - 300, rated(['a.1/0', 'a.1/1'], EASY)],
      [TODAY, [{ t: 'suspend', card: 'a.1/0', on: true }]],
    );
    expect(loadAhead(asleep, TODAY, 1)).toEqual([1]);
  });
});
