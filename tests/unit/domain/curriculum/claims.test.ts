import { describe, expect, it } from 'vitest';
import { claimGroups } from '../../../../src/domain/curriculum/claims.ts';
import type { Claim } from '../../../../src/domain/curriculum/types.ts';

const claim = (id: string, ...contradicts: string[]): Claim => ({
  id,
  skill: id.startsWith('far') ? 'car.far' : 'car.market',
  text: `The claim ${id}`,
  asOf: '2024',
  by: 'a guide',
  contradicts: contradicts.map((other) => ({ claim: other, why: `${id} is not ${other}` })),
});

const grouped = (all: readonly Claim[], skill = 'car.market') =>
  claimGroups(all, new Set([skill])).map(({ claims, reasons }) => ({
    ids: claims.map(({ id }) => id),
    reasons,
  }));

describe('claims', () => {
  it('stand alone where nothing contradicts them', () => {
    expect(grouped([claim('a'), claim('b')])).toEqual([
      { ids: ['a'], reasons: [] },
      { ids: ['b'], reasons: [] },
    ]);
  });

  it('stand beside what they contradict, where the first of them stands, through any number of ties', () => {
    const all = [
      claim('range'),
      claim('other'),
      claim('example', 'range'),
      claim('odd', 'example'),
    ];
    expect(grouped(all)).toEqual([
      {
        ids: ['range', 'example', 'odd'],
        reasons: ['example is not range', 'odd is not example'],
      },
      { ids: ['other'], reasons: [] },
    ]);
  });

  it('bring their contradictions along from elsewhere, and leave out what is not asked for', () => {
    const all = [claim('far-tied'), claim('far-alone'), claim('a', 'far-tied')];
    expect(grouped(all)).toEqual([{ ids: ['far-tied', 'a'], reasons: ['a is not far-tied'] }]);
    expect(grouped(all, 'car.nowhere')).toEqual([]);
  });
});
