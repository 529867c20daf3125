import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownEvent, Rating, StoredEvent } from '../../../../src/domain/log/event.ts';
import { packChoice, unpackChoice } from '../../../../src/domain/memory/interval.ts';
import { UNSEEN, type CardMemory } from '../../../../src/domain/memory/scheduler.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import type { DayTally } from '../../../../src/domain/progress/learner.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  START,
  START_DAY,
  logOf,
  review,
  setting,
  undo,
  writer,
} from '../support/events.ts';
import { soundLogs } from '../support/logs.ts';

/** Follows the log of one device review by review: what the fold does card by card. */
const followed = (events: readonly StoredEvent[]) => {
  const cards = new Map<string, CardMemory>();
  const days = new Map<number, DayTally>();
  const scheduler = schedulerFor(NOBODY.settings);
  for (const event of events as readonly KnownEvent[]) {
    if (event.t !== 'review') continue;
    const { rating } = event;
    const before = cards.get(event.card) ?? UNSEEN;
    const day = Math.floor((event.w - NOBODY.settings.rolloverHour * HOUR) / DAY);
    const tally = days.get(day) ?? { answers: 0, introduced: 0, reviewed: 0, recalled: 0, took: 0 };
    const isReview = before.phase === 'review' && before.lastDay < day;
    days.set(day, {
      answers: tally.answers + 1,
      introduced: tally.introduced + Number(before.reps === 0),
      reviewed: tally.reviewed + Number(isReview),
      recalled: tally.recalled + Number(isReview && rating > 1),
      took: tally.took + Math.max(0, Math.min(60_000, event.took)),
    });
    const choice = unpackChoice(packChoice(event.ivl, event.aim));
    cards.set(event.card, scheduler.rate(event.card, before, rating, event.w, day, choice));
  }
  return { cards, days };
};

describe('reviews', () => {
  it('are folded as if the log were followed one by one', () => {
    fc.assert(
      fc.property(soundLogs(60), (log) => {
        const learner = fold(NOBODY, log);
        const expected = followed(log);
        expect(new Map(learner.cards)).toEqual(expected.cards);
        expect(learner.days).toEqual(expected.days);
        expect(learner.answerTimes).toHaveLength(log.length);
      }),
      { numRuns: 400 },
    );
  });

  it('count in the time zone in which they were given', () => {
    const at = Date.UTC(2026, 0, 5, 23, 30);
    const day = (z: string): number | undefined =>
      fold(NOBODY, [writer('a', z)(review('c'), at)]).cards.get('c')?.lastDay;
    expect(day('UTC')).toBe(START_DAY);
    expect(day('Pacific/Auckland')).toBe(START_DAY + 1);
    expect(day('America/New_York')).toBe(START_DAY);
    expect(day('Nowhere/Unknown')).toBe(START_DAY);
  });

  it('of one card on two offline devices all count', () => {
    const log = [
      ...logOf([review('c', 3), review('c', 3)], START, 'a'),
      ...logOf([review('c', 1)], START + 30_000, 'b'),
    ];
    expect(fold(NOBODY, log).cards.get('c')).toMatchObject({ reps: 3, last: START + MINUTE });
  });

  it('before an interview leave memory, answer times and the numbers of the day alone', () => {
    const studied = logOf([review('c', 3)]);
    const crammed = logOf(
      ([1, 3] as const).map((rating) => ({ t: 'cram', card: 'c', rating, took: 900 })),
      START + HOUR,
      'b',
    );
    const [before, after] = [fold(NOBODY, studied), fold(NOBODY, [...studied, ...crammed])];
    expect(after.cards).toEqual(before.cards);
    expect(after.answerTimes).toEqual(before.answerTimes);
    expect(after.days.get(START_DAY)).toEqual({ ...before.days.get(START_DAY), crammed: 2 });
    const at = START + HOUR + MINUTE;
    expect(after.crams.get('c')).toEqual({ rating: 3, at, day: START_DAY });
    const back = writer('d')(undo(crammed[1] as KnownEvent), START + DAY);
    expect(fold(NOBODY, [...studied, ...crammed, back]).crams.get('c')?.rating).toBe(1);
  });

  it('that are undone leave nothing, wherever the undo stands', () => {
    const write = writer('b');
    const kept = logOf([review('c', 3)]);
    const taken = write(review('c', 1), START + DAY);
    const early = { ...writer('c')(undo(taken), START - DAY) };
    const both = fold(NOBODY, [early, ...kept, taken]);
    expect(both.cards.get('c')).toEqual(fold(NOBODY, kept).cards.get('c'));
    expect(both.days).toEqual(fold(NOBODY, kept).days);
  });

  it('are told apart by how sure the person was of them', () => {
    const answer = (confidence: number, rating: Rating) => ({ ...review('c', rating), confidence });
    const log = logOf([answer(80, 3), answer(80, 1), answer(20, 2), review('c'), answer(101, 3)]);
    expect(fold(NOBODY, log).confidence).toEqual(
      new Map([
        [80, { answers: 2, recalled: 1 }],
        [20, { answers: 1, recalled: 1 }],
      ]),
    );
    const back = undo(log[0] as KnownEvent);
    expect(fold(NOBODY, [...log, writer('b')(back, START)]).confidence.get(80)).toEqual({
      answers: 1,
      recalled: 0,
    });
  });

  it('keep only the last hundred answer times, however many there are', () => {
    const log = logOf(Array.from({ length: 5200 }, (_, i) => review('c', 3, i)));
    expect(fold(NOBODY, log).answerTimes).toEqual(Array.from({ length: 100 }, (_, i) => 5100 + i));
  });

  it('count the answer time within sense', () => {
    const log = logOf([review('c', 3, -1), review('c', 3, 1e9)]);
    expect(fold(NOBODY, log).answerTimes).toEqual([0, 60_000]);
  });

  it('after a date in 2040 are due at sane times', () => {
    const write = writer();
    const far = START + 14 * 365 * DAY;
    const log = [
      write(review('c', 3), START),
      write(review('c', 3), far),
      write(review('d', 4), far + MINUTE),
      write(review('c', 3), START + DAY),
      write(review('d', 3), START + 2 * DAY),
    ];
    const { cards, days } = fold(NOBODY, log);
    expect(cards.get('c')).toMatchObject({ reps: 3, last: START + DAY, lastDay: START_DAY + 1 });
    expect(cards.get('d')?.lastDay).toBe(START_DAY + 2);
    for (const card of cards.values()) expect(card.dueDay - card.lastDay).toBeLessThan(60);
    expect(Math.max(...days.keys())).toBe(START_DAY + 2);
  });
});

describe('settings in the order of the log', () => {
  const later = (facts: readonly ReturnType<typeof setting>[]) =>
    logOf(facts, START + HOUR).map((event, i) => ({ ...event, n: i + 2 }));

  it('leave an interval as it was promised, and hold from then on', () => {
    const first = logOf([review('c', 4)]);
    const plainly = fold(NOBODY, first).cards.get('c');
    const set = later([setting('retention', 0.75)]);
    expect(fold(NOBODY, [...first, ...set]).cards.get('c')).toEqual(plainly);
    const again = { ...writer()(review('c', 4), START + 5 * DAY), n: 3 };
    const lower = fold(NOBODY, [...first, ...set, again]).cards.get('c');
    const usual = fold(NOBODY, [...first, again]).cards.get('c');
    expect(lower?.stability).toBe(usual?.stability);
    expect(lower?.dueDay).toBeGreaterThan(usual?.dueDay as number);
  });

  it('change the whole history when they give it its meaning', () => {
    const at = Date.UTC(2026, 0, 5, 2);
    const log = [writer()(review('c'), at)];
    const rollover = { ...writer('b')(setting('rolloverHour', 1), at + DAY) };
    expect(fold(NOBODY, log).cards.get('c')?.lastDay).toBe(START_DAY - 1);
    expect(fold(NOBODY, [...log, rollover]).cards.get('c')?.lastDay).toBe(START_DAY);
  });

  it('that are undone, unknown or unfit change nothing', () => {
    const facts = [
      setting('rolloverHour', 24),
      setting('retention', 2),
      setting('__proto__', { retention: 0.8 }),
      setting('future', true),
      setting('parameters', [1, 2, 3]),
      setting('rolloverHour', 9),
      undo('a:6'),
      setting('retention', 0.8),
      undo('a:8'),
    ];
    expect(fold(NOBODY, logOf(facts)).settings).toEqual(NOBODY.settings);
    expect(({} as { retention?: unknown }).retention).toBeUndefined();
  });

  it('share a scheduler while they stay, and get another when they change', () => {
    const { settings } = NOBODY;
    expect(schedulerFor({ ...settings, theme: 'dark' })).toBe(schedulerFor(settings));
    const others = Array.from({ length: 12 }, (_, i) =>
      schedulerFor({ ...settings, maximumInterval: 100 + i }),
    );
    expect(new Set(others).size).toBe(12);
  });
});
