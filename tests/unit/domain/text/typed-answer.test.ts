import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, CompiledHtml } from '../../../../src/domain/curriculum/types.ts';
import { compareTyped, isTypable } from '../../../../src/domain/text/typed-answer.ts';

const card = (answerText: string, kind: Card['kind'] = 'basic', answer = answerText) => ({
  kind,
  answerText,
  answer: answer as CompiledHtml,
});

describe('an answer can be typed', () => {
  it.each([
    ['git rebase', true],
    ['data leakage', true],
    ['O(n log n)', true],
    ['', false],
    ['Accuracy is flat almost everywhere, so it gives no gradient to follow.', false],
    ['one two three four five', false],
    [String.raw`\frac{a}{b}`, false],
    ['x^2', false],
  ])('%j: %s', (text, can) => {
    expect(isTypable(card(text))).toBe(can);
  });

  it('not when it is one of several options, or a formula', () => {
    expect(isTypable(card('even', 'choice'))).toBe(false);
    expect(isTypable(card('n', 'basic', '<p><math><mi>n</mi></math></p>'))).toBe(false);
    expect(isTypable(card('past', 'cloze', '<p><math><mi>n</mi></math> past</p>'))).toBe(true);
  });
});

describe('what was typed', () => {
  it.each([
    ['Git  Rebase.', 'git rebase'],
    ['it’s', "it's"],
    ['k‐means', 'k-means'],
    ['individual contributor (ic)', 'Individual contributor (IC)'],
    ['individual contributor', 'Individual contributor (IC)'],
    ['IC', 'Individual contributor (IC)'],
  ])('%j is %j', (typed, answer) => {
    expect(compareTyped(typed, answer).isRight).toBe(true);
  });

  it('is shown against the answer, letter by letter', () => {
    expect(compareTyped('data leak', 'Data leakage')).toEqual({
      isRight: false,
      stretches: [
        { kind: 'same', text: 'Data leak' },
        { kind: 'added', text: 'age' },
      ],
    });
  });

  it('stands beside the answer when the two have little in common', () => {
    expect(compareTyped('descent', 'likelihood').stretches).toEqual([
      { kind: 'gone', text: 'descent' },
      { kind: 'added', text: 'likelihood' },
    ]);
  });

  it('is right exactly when nothing differs', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (typed, answer) => {
        const { isRight, stretches } = compareTyped(typed, answer);
        expect(stretches.every(({ kind }) => kind === 'same')).toBe(isRight);
      }),
    );
  });
});
