import { describe, expect, it } from 'vitest';
import { rungOr, rungsOf } from '../../../../src/domain/curriculum/rungs.ts';

const stages = [
  { id: 'low', title: 'Low', summary: '' },
  { id: 'high', title: 'High', summary: '' },
  { id: 'aside', title: 'Aside', summary: '', beside: true as const },
];

describe('the rungs of a ladder', () => {
  it('are its stages without those beside it', () => {
    expect(rungsOf({ stages }).map(({ id }) => id)).toEqual(['low', 'high']);
    expect(rungsOf({ stages: stages.slice(0, 2) })).toHaveLength(2);
  });

  it('are named by a setting, or else stand at its foot or its top', () => {
    const rungs = rungsOf({ stages });
    expect(rungOr(rungs, 'high', 'first')).toBe('high');
    expect(rungOr(rungs, 'of another path', 'first')).toBe('low');
    expect(rungOr(rungs, 'aside', 'last')).toBe('high');
    expect(rungOr([], 'none', 'first')).toBe('none');
  });
});
