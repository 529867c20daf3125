import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostAtRiskFirst } from '../../../../src/domain/study/at-risk.ts';

const recall = fc.oneof(
  fc.integer({ min: 0, max: 1e8 }).map((n) => n / 1e8),
  fc.constantFrom(0, 0.5, 0.50000001, 1),
);
const id = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('a', 'b', 'Z', '__proto__'));
const cards = fc.uniqueArray(fc.tuple(id, recall), { maxLength: 60, selector: ([one]) => one });

describe('cards most at risk first', () => {
  it('are sorted by recall, then by id', () => {
    fc.assert(
      fc.property(cards, (list) => {
        const sorted = list.toSorted(([a, p], [b, q]) => p - q || (a < b ? -1 : 1));
        const ours = mostAtRiskFirst(
          list.map(([one]) => one),
          list.map(([, p]) => p),
        );
        expect([...ours]).toEqual(sorted.map(([one]) => one));
      }),
      { numRuns: 500 },
    );
  });

  it('are told apart to the eighth decimal, however many there are', () => {
    const ids = Array.from({ length: 50_000 }, (_, i) => `c${i}`);
    const recalls = ids.map((_, i) => (1e8 - i) / 1e8);
    expect([...mostAtRiskFirst(ids, recalls)]).toEqual(ids.toReversed());
  });
});
