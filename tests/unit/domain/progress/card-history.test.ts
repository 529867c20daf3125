import { describe, expect, it } from 'vitest';
import { answersTo } from '../../../../src/domain/progress/card-history.ts';
import { foreign, envelope, logOf, MINUTE, review, START, undo } from '../support/events.ts';

describe('the history of a card', () => {
  const log = logOf([
    review('s/a', 1),
    review('s/b', 3),
    { ...review('s/a', 3, 9000), confidence: 80 },
    review('s/a', 4),
    undo('a:4'),
    { t: 'cram', card: 's/a', rating: 2, took: 1000 },
    review('s/old', 2),
  ]);

  it('has the answers that stand, newest first', () => {
    expect(answersTo('s/a', log.toReversed(), {})).toEqual([
      {
        event: 'a:6',
        at: START + 5 * MINUTE,
        rating: 2,
        took: 1000,
        confidence: undefined,
        isCram: true,
      },
      {
        event: 'a:3',
        at: START + 2 * MINUTE,
        rating: 3,
        took: 9000,
        confidence: 80,
        isCram: false,
      },
      { event: 'a:1', at: START, rating: 1, took: 5000, confidence: undefined, isCram: false },
    ]);
  });

  it('goes on in the card that replaced another', () => {
    expect(answersTo('s/b', log, { 's/old': 's/b' }).map(({ event }) => event)).toEqual([
      'a:7',
      'a:2',
    ]);
    expect(answersTo('s/old', log, { 's/old': null }).map(({ event }) => event)).toEqual(['a:7']);
  });

  it('passes over what it does not understand', () => {
    const odd = [foreign('review', { card: 's/a', rating: 9, took: 1 }, envelope())];
    expect(answersTo('s/a', odd, {})).toEqual([]);
  });
});
