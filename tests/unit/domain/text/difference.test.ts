import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, wordsOf, type Stretch } from '../../../../src/domain/text/difference.ts';

const joined = (parts: readonly Stretch[], ...kinds: readonly Stretch['kind'][]): string =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });

/** The length of a longest common subsequence, from its definition. */
const commonLength = (a: string, b: string): number =>
  a === '' || b === ''
    ? 0
    : a[0] === b[0]
      ? 1 + commonLength(a.slice(1), b.slice(1))
      : Math.max(commonLength(a.slice(1), b), commonLength(a, b.slice(1)));

describe('the difference of two texts', () => {
  it('marks what is gone and what is added', () => {
    expect(difference(Array.from('gradent'), Array.from('gradient'))).toEqual([
      { kind: 'same', text: 'grad' },
      { kind: 'added', text: 'i' },
      { kind: 'same', text: 'ent' },
    ]);
    expect(difference(wordsOf('the old rule'), wordsOf('the new rule holds'))).toEqual([
      { kind: 'same', text: 'the' },
      { kind: 'gone', text: ' old' },
      { kind: 'added', text: ' new' },
      { kind: 'same', text: ' rule' },
      { kind: 'added', text: ' holds' },
    ]);
  });

  it('leads from the one to the other, and keeps as much as can be kept', () => {
    fc.assert(
      fc.property(letters, letters, (from, to) => {
        const parts = difference(Array.from(from), Array.from(to));
        expect(joined(parts, 'same', 'gone')).toBe(from);
        expect(joined(parts, 'same', 'added')).toBe(to);
        expect(joined(parts, 'same')).toHaveLength(commonLength(from, to));
        parts.forEach(({ kind, text }, i) => {
          expect(text).not.toBe('');
          expect(kind).not.toBe(parts[i + 1]?.kind);
        });
      }),
    );
  });

  it('takes tokens for the same by their key, and spells them as the second does', () => {
    const parts = difference(Array.from('SQL'), Array.from('Sql'), (sign) => sign.toLowerCase());
    expect(parts).toEqual([{ kind: 'same', text: 'Sql' }]);
  });

  it('of two that are too long to compare is all of both', () => {
    const from = Array<string>(2500).fill('a');
    const to = Array<string>(2500).fill('b');
    expect(difference(from, to).map(({ kind }) => kind)).toEqual(['gone', 'added']);
  });

  it('words join to their text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(wordsOf(text).join('')).toBe(text);
      }),
    );
  });
});
