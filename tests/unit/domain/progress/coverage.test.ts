import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId, type StoredEvent } from '../../../../src/domain/log/event.ts';
import { covers, isAfter, isCovered } from '../../../../src/domain/progress/coverage.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { redact, review, START, undo, writer } from '../support/events.ts';
import { plain } from '../support/learner.ts';
import { logs, withLosses } from '../support/logs.ts';

const write = writer();
const log = Array.from({ length: 6 }, (_, i) => write(review('s/a'), START + i * 1000));
const pick = (...numbers: readonly number[]): StoredEvent[] =>
  log.filter(({ n }) => numbers.includes(n));

describe('what a state covers', () => {
  it('is everything up to a number, of every device', () => {
    const b = writer('constructor')(review('s/b'), START + 9000);
    const learner = fold(NOBODY, [...log, b]);
    expect(learner.covers).toEqual({ a: 6, constructor: 1 });
    expect(learner.strays.size).toBe(0);
    expect(covers(learner, b)).toBe(true);
    expect(covers(NOBODY, { d: 'constructor', n: 1 })).toBe(false);
  });

  it('is what lies beyond a gap too, one by one', () => {
    const learner = fold(NOBODY, pick(1, 2, 4, 6));
    expect(learner.covers).toEqual({ a: 2 });
    expect([...learner.strays]).toEqual([['a', [4, 6]]]);
    expect(log.map((event) => covers(learner, event))).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('goes on from there, leaving the state before as it was', () => {
    const before = fold(NOBODY, pick(1, 3));
    const after = fold(before, pick(5));
    expect([...after.strays]).toEqual([['a', [3, 5]]]);
    expect([...before.strays]).toEqual([['a', [3]]]);
  });

  it('holds for exactly the events of a log with losses', () => {
    const broken = logs(25).chain((all) =>
      withLosses(fc.constant(all)).map((kept) => ({ all, kept })),
    );
    fc.assert(
      fc.property(broken, ({ all, kept }) => {
        const learner = fold(NOBODY, kept);
        const ids = new Set(kept.map(eventId));
        for (const event of all) expect(covers(learner, event)).toBe(ids.has(eventId(event)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an id', () => {
  it('is covered when its event is, or when it is no id of any', () => {
    const learner = fold(NOBODY, pick(1, 2, 4));
    expect(isCovered(learner, 'a:2')).toBe(true);
    expect(isCovered(learner, 'a:3')).toBe(false);
    expect(isCovered(learner, 'a:4')).toBe(true);
    expect(isCovered(learner, 'b:1')).toBe(false);
    expect(isCovered(learner, 'no id')).toBe(true);
  });

  it('is awaited when an undo or a redaction arrived before what it aims at', () => {
    const other = writer('b');
    const aims = [undo('a:9'), redact('c:1'), undo('a:2'), undo('no id')];
    const learner = fold(NOBODY, [
      ...log,
      ...aims.map((fact, i) => other(fact, START + 10_000 + i)),
    ]);
    expect([...learner.awaited].toSorted()).toEqual(['a:9', 'c:1']);
  });

  it('is awaited no longer once its event is folded in', () => {
    const other = writer('b');
    const early = fold(NOBODY, [other(undo('c:1'), START)]);
    expect(early.awaited.has('c:1')).toBe(true);
    const late = fold(early, [writer('c')(review('s/a'), START + 1000)]);
    expect(late.awaited.has('c:1')).toBe(false);
  });
});

describe('an event comes after a state', () => {
  const learner = fold(NOBODY, pick(1, 2, 3));

  it('when it is later by number and by clock', () => {
    expect(isAfter(learner, log[3] as StoredEvent)).toBe(true);
    expect(isAfter(learner, log[2] as StoredEvent)).toBe(false);
    expect(isAfter(learner, writer('b')(review('s/b'), START + 2001))).toBe(true);
    expect(isAfter(learner, writer('b')(review('s/b'), START + 1999))).toBe(false);
  });

  it('not when it fills a gap, nor when something awaits it', () => {
    const gap = fold(NOBODY, pick(1, 3));
    expect(isAfter(gap, { ...(log[1] as StoredEvent), h: START + 99_000 })).toBe(false);
    const waiting = fold(NOBODY, [...pick(1), writer('b')(undo('a:2'), START + 500)]);
    expect(isAfter(waiting, log[1] as StoredEvent)).toBe(false);
    expect(isAfter(waiting, log[2] as StoredEvent)).toBe(true);
  });

  it('means that folding it on top is folding everything', () => {
    const cut = logs(25).chain((all) =>
      fc.nat(all.length).map((at) => ({ before: all.slice(0, at), next: all[at] })),
    );
    fc.assert(
      fc.property(cut, ({ before, next }) => {
        const base = fold(NOBODY, before);
        if (!next || !isAfter(base, next) || /undo|redact|setting/.test(next.t)) return;
        expect(plain(fold(base, [next]))).toEqual(plain(fold(NOBODY, [...before, next])));
      }),
      { numRuns: 300 },
    );
  });
});
