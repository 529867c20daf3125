import { describe, expect, it } from 'vitest';
import type { Fact, StoredEvent } from '../../../../src/domain/log/event.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import {
  EMPTY_LEDGER,
  UNSETTLED,
  extend,
  openLedger,
  settle,
  settledBase,
  type Ledger,
} from '../../../../src/domain/progress/ledger.ts';
import {
  DAY,
  MINUTE,
  START,
  logOf,
  redact,
  review,
  setting,
  undo,
  writer,
} from '../support/events.ts';
import { plain } from '../support/learner.ts';

const reviews = (count: number): Fact[] =>
  Array.from({ length: count }, (_, i) => review(`c${i % 3}`));

const opened = (events: readonly StoredEvent[], keep = UNSETTLED): Ledger => {
  const ledger = openLedger(NOBODY, events);
  if (!ledger) throw new Error('nothing is settled');
  return settle(ledger, {}, keep);
};

/** A fact that device `a` writes after `n` others. */
const next = (fact: Fact, n: number, at = START + n * MINUTE): StoredEvent => ({
  ...writer('a')(fact, at),
  n: n + 1,
});

const numbers = (ledger: Ledger): number[] => ledger.tail.map(({ n }) => n);

/** Asserts that the ledger takes the events and ends where folding the log ends. */
const expectTaken = (ledger: Ledger, log: readonly StoredEvent[], more: StoredEvent[]): void => {
  const longer = extend(ledger, more);
  expect(longer).toBeDefined();
  expect(plain(longer?.learner ?? NOBODY)).toEqual(plain(fold(NOBODY, [...log, ...more])));
};

describe('a ledger', () => {
  const log = logOf(reviews(10));
  const ledger = opened(log, 4);

  it('settles all but what it keeps', () => {
    expect(numbers(ledger)).toEqual([7, 8, 9, 10]);
    expect(ledger.base.covers).toEqual({ a: 6 });
    expect(settle(ledger, {}, 4)).toBe(ledger);
    expect(settle(EMPTY_LEDGER)).toBe(EMPTY_LEDGER);
    expect(settledBase(log)).toBe(NOBODY);
  });

  it('is the same ledger when all of it is known', () => {
    expect(extend(ledger, log)).toBe(ledger);
    expect(extend(ledger, [])).toBe(ledger);
  });

  it('takes one of two equal events', () => {
    const event = next(review('c'), 10);
    expect(extend(ledger, [event, event])?.tail).toHaveLength(5);
  });

  it('takes the next event, and an undo of an unsettled one', () => {
    expectTaken(ledger, log, [next(review('c'), 10)]);
    expectTaken(ledger, log, [next(undo('a:7'), 10)]);
    expectTaken(ledger, log, [next(redact('a:10'), 10)]);
  });

  it('takes an event of another device among the unsettled, and none before the settled', () => {
    const among = writer('b')(review('c'), START + 7 * MINUTE + 1);
    expectTaken(ledger, log, [among]);
    expect(extend(ledger, [{ ...among, h: START }])).toBeUndefined();
  });

  it('asks for a replay when an undo or a redaction reaches behind', () => {
    expect(extend(ledger, [next(undo('a:6'), 10)])).toBeUndefined();
    expect(extend(ledger, [next(redact('a:1'), 10)])).toBeUndefined();
  });

  it('asks for a replay when the meaning of the history changes, not for other settings', () => {
    expect(extend(ledger, [next(setting('rolloverHour', 0), 10)])).toBeUndefined();
    expectTaken(ledger, log, [next(setting('retention', 0.8), 10)]);
    expectTaken(opened(log), log, [next(setting('rolloverHour', 0), 10)]);
  });

  it('takes what undoes nothing that could be: no replay for an id that names no event', () => {
    expectTaken(ledger, log, [next(undo(''), 10)]);
    expectTaken(ledger, log, [next(undo('a:06'), 10)]);
    expectTaken(ledger, log, [next(redact('nonsense'), 10)]);
  });

  it('waits for the target of an undo that came first', () => {
    const target = writer('b')(review('c'), START + DAY);
    const early = next(undo(target), 10);
    expectTaken(ledger, log, [early]);
    expectTaken(ledger, log, [early, target]);
    const waiting = opened([...log, early], 0);
    expect([...waiting.base.awaited]).toEqual(['b:1']);
    expect(extend(waiting, [target])).toBeUndefined();
    expect(fold(NOBODY, [...log, early, target]).awaited.size).toBe(0);
  });

  it('asks for a replay when a missing number turns up behind', () => {
    const gap = log.filter(({ n }) => n !== 3);
    const settled = opened(gap, 4);
    expect(settled.base.covers).toEqual({ a: 2 });
    expect(settled.base.strays).toEqual(new Map([['a', [4, 5, 6]]]));
    expect(extend(settled, log.slice(3))).toBe(settled);
    expect(extend(settled, [log[2] as StoredEvent])).toBeUndefined();
  });
});

describe('settling', () => {
  it('keeps an undo and its target together', () => {
    const log = logOf([...reviews(5), undo('a:2'), ...reviews(2)]);
    expect(numbers(opened(log, 3))).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(numbers(opened(log, 2))).toEqual([7, 8]);
  });

  it('follows one such pair into another', () => {
    const log = logOf([...reviews(3), undo('a:1'), undo('a:3'), ...reviews(1)]);
    expect(numbers(opened(log, 2))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps everything before a change of the history’s meaning until that is settled too', () => {
    const log = logOf([...reviews(3), setting('rolloverHour', 0), ...reviews(1)]);
    expect(numbers(opened(log, 2))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(opened(log, 1))).toEqual([5]);
  });

  it('keeps events whose clock goes back together with what they would come before', () => {
    const log = logOf(reviews(6)).map((event) =>
      event.n === 5 ? { ...event, h: START + 2 * MINUTE - 30_000 } : event,
    );
    const settled = opened(log, 1);
    expect(plain(fold(settled.base, settled.tail))).toEqual(plain(fold(NOBODY, log)));
    for (let keep = 0; keep < 7; keep++) {
      const { base, tail } = opened(log, keep);
      expect(plain(openLedger(base, tail)?.learner ?? NOBODY)).toEqual(plain(fold(NOBODY, log)));
    }
  });

  it('does not settle an event at a clock that a later one gave it, as what lies between may come', () => {
    const [first, ahead, back] = logOf(reviews(3)).map((event, i): StoredEvent => {
      const at = START + ([0, 9, -9][i] as number) * DAY;
      return { ...event, h: at, w: at };
    }) as [StoredEvent, StoredEvent, StoredEvent];
    // Without number 2, number 3 is believed and number 1 lies before it; with number 2, it is the other way round.
    const ledger = opened([first, back], 1);
    const longer = extend(ledger, [ahead]) ?? opened([first, ahead, back]);
    expect(plain(longer.learner)).toEqual(plain(fold(NOBODY, [first, ahead, back])));
  });

  it('does not settle a choice between contradicting dates that an unsettled event decided', () => {
    // Number 5 makes 2020 as likely as 2040; number 4, which comes late, speaks for 2040.
    const log = logOf(reviews(5)).map((event, i): StoredEvent => {
      const at = START + ([0, 5000, -2000, 5001, 30][i] as number) * DAY;
      return { ...event, h: at, w: at };
    });
    const late = log[3] as StoredEvent;
    const early = log.filter((event) => event !== late);
    for (let keep = 0; keep < 5; keep++) {
      const longer = extend(opened(early, keep), [late]);
      if (longer) expect(plain(longer.learner)).toEqual(plain(fold(NOBODY, log)));
    }
    expect(numbers(opened(early, 1))).toEqual([1, 2, 3, 5]);
  });

  it('leaves enough to undo a whole session', () => {
    expect(opened(logOf(reviews(UNSETTLED + 50))).tail).toHaveLength(UNSETTLED);
  });
});
