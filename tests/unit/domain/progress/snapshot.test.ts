import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { decode, encode } from '../../../../src/domain/progress/snapshot.ts';
import { START, logOf, review, setting } from '../support/events.ts';
import { plain } from '../support/learner.ts';
import { logs, withLosses } from '../support/logs.ts';

describe('a snapshot', () => {
  it('gives back the learner it was made of, having been stored', () => {
    fc.assert(
      fc.property(withLosses(logs(60)), (log) => {
        const learner = fold(NOBODY, log);
        expect(decode(structuredClone(encode(learner)))).toEqual(plain(learner));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every field of cards in every phase, each with its own numbers', () => {
    const log = logOf([
      review('learning', 1),
      review('review', 4),
      review('relearning', 4),
      review('relearning', 1),
      setting('learningSteps', ['20d']),
      review('long-step', 3),
    ]);
    const learner = fold(NOBODY, log);
    expect(new Set([...learner.cards.values()].map(({ phase }) => phase))).toEqual(
      new Set(['learning', 'review', 'relearning']),
    );
    expect([...decode(encode(learner)).cards]).toEqual([...learner.cards]);
  });

  it('of nobody is nobody', () => {
    expect(decode(structuredClone(encode(NOBODY)))).toEqual(NOBODY);
  });

  it('keeps the order of cards, and ids of any letters', () => {
    const ids = ['ü/"x"', '__proto__', '\u2028', '🪨', 'a'];
    const learner = fold(
      NOBODY,
      logOf(
        ids.map((id) => review(id)),
        START,
      ),
    );
    expect([...decode(encode(learner)).cards.keys()]).toEqual(ids);
  });
});
