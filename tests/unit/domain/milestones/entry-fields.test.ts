import { describe, expect, it } from 'vitest';
import {
  attachedFile,
  evidenceFields,
  ladderDocument,
  ownMilestone,
  packetDocument,
  reviewFields,
} from '../../../../src/domain/milestones/entry-fields.ts';

const HASH = 'a'.repeat(64);

describe('fields that a redaction or a damaged file left', () => {
  it('read as empty where they are missing or of another kind', () => {
    const empty = { title: '', date: '', criterion: '', link: '', note: '', witnesses: '' };
    expect(evidenceFields({})).toEqual(empty);
    expect(evidenceFields({ title: 7, date: null, note: ['x'] })).toEqual(empty);
    expect(reviewFields({ role: 'king' })).toMatchObject({ who: '', role: 'other' });
  });

  it('leave no document, ladder or file behind', () => {
    for (const value of [undefined, null, '', 7, []]) {
      expect(packetDocument({ document: value })).toBeUndefined();
      expect(ladderDocument({ ladder: value })).toBeUndefined();
      expect(attachedFile({ hash: value })).toBeUndefined();
      expect(ownMilestone({ title: value })).toBeUndefined();
    }
  });

  it('leave what can still be read', () => {
    expect(attachedFile({ hash: HASH, size: '12' })).toEqual({
      hash: HASH,
      name: '',
      type: '',
      size: 0,
    });
    expect(packetDocument({ document: { audience: 'all', sections: 'x' } })).toMatchObject({
      audience: 'self',
      sections: [],
    });
    expect(packetDocument({ document: { sections: [null, { id: 'gaps' }] } })).toMatchObject({
      sections: [{ id: 'gaps', title: '', text: '' }],
    });
    expect(
      ownMilestone({ title: 'Mine', class: 'lasting', weeks: Number.NaN, criteria: {} }),
    ).toMatchObject({ class: 'one-off', weeks: 8, criteria: [], skills: [] });
    expect(ownMilestone({ title: 'Mine', weeks: -3 })).toMatchObject({ weeks: 1 });
    expect(
      ladderDocument({ ladder: { name: 'L', competencies: [{ id: 'c', examples: [1, 'x'] }] } }),
    ).toMatchObject({
      name: 'L',
      levels: [],
      competencies: [{ id: 'c', summary: '', examples: ['x'] }],
    });
  });
});
