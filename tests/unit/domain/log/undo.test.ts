import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventId,
  type Envelope,
  type EventId,
  type Undo,
} from '../../../../src/domain/log/event.ts';
import { undoneBy } from '../../../../src/domain/log/order.ts';
import { envelope } from '../support/events.ts';

type UndoEvent = Envelope & Undo;
const undo = (n: number, target: EventId): UndoEvent => ({
  ...envelope({ n }),
  t: 'undo',
  target,
});

/** Which of the first events count as undone. */
const undone = (undos: readonly UndoEvent[], upTo = 12): number[] => {
  const set = undoneBy(undos);
  return Array.from({ length: upTo }, (_, i) => i + 1).filter((n) => set.has({ d: 'a', n }));
};

describe('undo', () => {
  it('takes an event back', () => {
    expect(undone([undo(2, 'a:1')])).toEqual([1]);
  });

  it('of an undo redoes, and of that undoes again', () => {
    const [first, second, third] = [undo(2, 'a:1'), undo(3, 'a:2'), undo(4, 'a:3')];
    expect(undone([first, second])).toEqual([2]);
    expect(undone([first, second, third])).toEqual([1, 3]);
  });

  it('needs every undo of an event to be taken back before it stands again', () => {
    expect(undone([undo(2, 'a:1'), undo(3, 'a:1'), undo(4, 'a:2')])).toEqual([1, 2]);
    expect(undone([undo(2, 'a:1'), undo(3, 'a:1'), undo(4, 'a:2'), undo(5, 'a:3')])).toEqual([
      2, 3,
    ]);
  });

  it('in a circle, or of itself, counts for nothing', () => {
    expect(undone([undo(2, 'a:2')])).toEqual([]);
    expect(undone([undo(2, 'a:3'), undo(3, 'a:2')])).toEqual([]);
    expect(undone([undo(2, 'a:3'), undo(3, 'a:2'), undo(4, 'a:1')])).toEqual([1]);
  });

  it('breaks a circle when one in it is taken back from outside', () => {
    expect(undone([undo(2, 'a:3'), undo(3, 'a:2'), undo(4, 'a:2')])).toEqual([2]);
  });

  it('agrees with its definition, in any order of arrival', () => {
    // Each undo aims at an earlier number, so that the definition can be followed recursively.
    const targets = fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 11 });
    const logs = targets.map((ts) =>
      ts.map((target, i) => undo(i + 2, `a:${Math.min(target, i + 1)}`)),
    );
    fc.assert(
      fc.property(
        logs.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
        ),
        ([log, shuffled]) => {
          const isUndone = (id: EventId): boolean =>
            log.some((one) => one.target === id && !isUndone(eventId(one)));
          const expected = Array.from({ length: 12 }, (_, i) => i + 1).filter((n) =>
            isUndone(`a:${n}`),
          );
          expect(undone(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
