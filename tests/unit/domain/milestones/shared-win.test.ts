import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWin, type Shared } from '../../../../src/domain/milestones/shared-win.ts';

const URL_ = 'https://example.org/pr/7?x=1';

describe('what another app shares', () => {
  it.each<[Shared, ReturnType<typeof sharedWin>]>([
    [{}, undefined],
    [{ title: ' ', text: '\n', link: '' }, undefined],
    [
      { title: 'Merged', text: 'Two reviews', link: URL_ },
      { title: 'Merged', link: URL_, note: 'Two reviews' },
    ],
    [
      { text: `Thank you for the fix ${URL_}` },
      { title: 'Thank you for the fix', link: URL_, note: '' },
    ],
    [{ text: URL_ }, { title: 'example.org', link: URL_, note: '' }],
    [{ text: 'First line\nSecond' }, { title: 'First line', link: '', note: 'First line\nSecond' }],
    [
      { title: 'A', link: 'javascript:alert(1)' },
      { title: 'A', link: '', note: '' },
    ],
    [
      { link: URL_, text: URL_ },
      { title: 'example.org', link: URL_, note: '' },
    ],
  ])('%j', (shared, win) => {
    expect(sharedWin(shared)).toEqual(win);
  });

  it('loses no words and needs no more room than a title has', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const win = sharedWin({ text });
        if (!win) return;
        expect(win.title.length).toBeLessThanOrEqual(120);
        const kept = `${win.title} ${win.note} ${win.link}`;
        for (const word of text.trim().split(/\s+/)) {
          if (word.length < 100) expect(kept).toContain(word);
        }
      }),
    );
    const long = 'word '.repeat(100).trim();
    expect(sharedWin({ text: long })).toMatchObject({ note: long });
  });
});
