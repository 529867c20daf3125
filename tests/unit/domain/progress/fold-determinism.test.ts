import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, fold, type Successors } from '../../../../src/domain/progress/fold.ts';
import type { StoredEvent } from '../../../../src/domain/log/event.ts';
import {
  EMPTY_LEDGER,
  extend,
  openLedger,
  settle,
  settledBase,
  type Ledger,
} from '../../../../src/domain/progress/ledger.ts';
import { decode, encode } from '../../../../src/domain/progress/snapshot.ts';
import { plain } from '../support/learner.ts';
import { arrivals, forgedLogs, logs, soundLogs, withLosses } from '../support/logs.ts';

const SUCCESSORS: Successors = {
  's/two': 's/three',
  's/one~a': null,
  constructor: '__proto__',
  x: 'y',
  y: 'x',
};

const anyLog = fc.oneof(logs(), forgedLogs(), withLosses(logs()), withLosses(forgedLogs()));
const successors = fc.constantFrom({}, SUCCESSORS);

/** Replays the whole log, as the app does when a ledger cannot take an event. */
const replay = (events: readonly StoredEvent[], line: Successors, keep: number): Ledger => {
  const base = settledBase(events, line, keep);
  const ledger = openLedger(base, events, line);
  if (!ledger) throw new Error('a settled base refuses the log it was made of');
  return ledger;
};

describe('folding a log of up to three devices', () => {
  it('gives the same learner in any order of arrival, with repeats', () => {
    fc.assert(
      fc.property(arrivals(anyLog), successors, ({ log, batches }, line) => {
        expect(plain(fold(NOBODY, batches.flat(), line))).toEqual(plain(fold(NOBODY, log, line)));
      }),
      { numRuns: 800 },
    );
  });

  it('does not touch the events', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const before = structuredClone(log);
        for (const event of log) Object.freeze(event);
        fold(NOBODY, log);
        expect(log).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a ledger that receives a log in batches', () => {
  it('ends where folding everything at once ends', () => {
    fc.assert(
      fc.property(arrivals(anyLog), successors, ({ log, batches }, line) => {
        let ledger = EMPTY_LEDGER;
        for (const batch of batches) {
          const longer = extend(ledger, batch, line);
          if (!longer) throw new Error('with nothing settled, nothing can reach behind');
          ledger = longer;
        }
        expect(plain(ledger.learner)).toEqual(plain(fold(NOBODY, log, line)));
      }),
      { numRuns: 600 },
    );
  });

  it('does so although it settles, or is replayed, in between', () => {
    fc.assert(
      fc.property(
        arrivals(anyLog),
        successors,
        fc.integer({ min: 0, max: 12 }),
        fc.boolean(),
        ({ log, batches }, line, keep, throughDisk) => {
          let ledger = EMPTY_LEDGER;
          const arrived: StoredEvent[] = [];
          for (const batch of batches) {
            arrived.push(...batch);
            ledger = extend(ledger, batch, line) ?? replay(arrived, line, keep);
            const settled = settle(ledger, line, keep);
            if (throughDisk) {
              const base = decode(structuredClone(encode(settled.base)));
              const opened = openLedger(base, arrived, line);
              if (!opened) throw new Error('a snapshot refuses the events it was made with');
              ledger = opened;
            } else ledger = settled;
            expect(plain(ledger.learner)).toEqual(plain(fold(NOBODY, arrived, line)));
          }
          expect(plain(ledger.learner)).toEqual(plain(fold(NOBODY, log, line)));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('settles to the same state and keeps what it promises to keep', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: 12 }), (log, keep) => {
        const ledger = openLedger(NOBODY, log);
        if (!ledger) throw new Error('nothing is settled');
        const settled = settle(ledger, {}, keep);
        expect(plain(fold(settled.base, settled.tail))).toEqual(plain(ledger.learner));
        expect(settled.tail.length).toBeGreaterThanOrEqual(Math.min(keep, log.length));
        expect(plain(settledBase(log, {}, keep))).toEqual(plain(settled.base));
      }),
      { numRuns: 500 },
    );
  });

  it('takes what one device writes in turn without a replay, undos of the unsettled included', () => {
    fc.assert(
      fc.property(soundLogs(), (log) => {
        let ledger = EMPTY_LEDGER;
        for (const event of log) {
          const longer = extend(ledger, [event]);
          if (!longer) throw new Error('the next event of the only device calls for a replay');
          ledger = settle(longer, {}, 3);
          const undone = ledger.tail[0] as StoredEvent;
          const undo = { ...event, n: event.n + 1, t: 'undo', target: `a:${undone.n}` };
          expect(extend(ledger, [undo])).toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  });
});
