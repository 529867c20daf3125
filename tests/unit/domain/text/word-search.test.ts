import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  excerptWords,
  hasAllWords,
  markWords,
  searchKey,
  searchWords,
} from '../../../../src/domain/text/word-search.ts';

const matches = (search: string, text: string, other = ''): boolean =>
  hasAllWords(searchWords(search), searchKey(text), searchKey(other));

const shown = (segments: readonly { text: string; marked: boolean }[]): string =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('word search', () => {
  it('makes no difference between cases and accents, either way', () => {
    expect(matches('poincare', 'The Poincaré map')).toBe(true);
    expect(matches('POINCARÉ', 'the poincare map')).toBe(true);
    expect(matches('ΣΟΦΟΣ', 'σοφος')).toBe(true);
    expect(matches('x2', 'minimise x²')).toBe(true);
  });

  it('wants every word, in any order and across both texts', () => {
    expect(matches('rate learning', 'The learning rate')).toBe(true);
    expect(matches('rate decay', 'The learning rate')).toBe(false);
    expect(matches('rate decay', 'The learning rate', 'is lowered by decay')).toBe(true);
    expect(matches('', 'anything')).toBe(true);
  });

  it('takes each word once', () => {
    expect(searchWords('  Bayes  bayes\tBAYES rule ')).toEqual(['bayes', 'rule']);
    expect(searchWords('   ')).toEqual([]);
  });

  it('marks the words where they stand, accents included', () => {
    expect(shown(markWords('Bayesian updating', ['bayes', 'dat']))).toBe('[Bayes]ian up[dat]ing');
    expect(shown(markWords('Le théorème', ['theo']))).toBe('Le [théo]rème');
    expect(shown(markWords('cafe\u0301 noir', ['cafe']))).toBe('[cafe\u0301] noir');
    expect(shown(markWords('ﬁnal', ['f']))).toBe('[ﬁ]nal');
    expect(shown(markWords('aaa', ['aa']))).toBe('[aa]a');
    expect(markWords('', ['a'])).toEqual([]);
  });

  it('loses no character, whatever the text and the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, search) => {
        const segments = markWords(text, searchWords(search));
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });

  it('marks something whenever a text matches by itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const words = searchWords(text.slice(start, start + 1 + length));
        fc.pre(words.length > 0 && hasAllWords(words, searchKey(text)));
        expect(markWords(text, words).some(({ marked }) => marked)).toBe(true);
      }),
    );
  });

  it('cuts a long lead-in before the first match, and only that', () => {
    const lead = 'word '.repeat(30);
    expect(shown(excerptWords(`${lead}needle end`, ['needle']))).toMatch(
      /^… (word ){1,8}\[needle\] end$/,
    );
    expect(shown(excerptWords('word needle', ['needle']))).toBe('word [needle]');
    expect(shown(excerptWords(lead, ['needle']))).toBe(lead);
    expect(shown(excerptWords(`needle ${lead}`, ['needle']))).toBe(`[needle] ${lead}`);
    expect(excerptWords('', ['needle'])).toEqual([]);
  });
});
