import temml from 'temml';
import { describe, expect, it } from 'vitest';
import type { Card, CompiledHtml } from '../../../../src/domain/curriculum/types.ts';
import { attributeOf, readCompiled, textOf } from '../../../../src/domain/text/compiled-tree.ts';
import { spokenAnswer, spokenPrompt } from '../../../../src/domain/text/spoken-card.ts';
import { spoken, spokenCode } from '../../../../src/domain/text/spoken.ts';

const html = (text: string): CompiledHtml => text as CompiledHtml;
/** As the compiler renders it. */
const formula = (latex: string): string => spoken(html(temml.renderToString(latex)));

describe('a formula is read aloud', () => {
  it.each([
    [String.raw`\frac{a}{b}`, 'a over b'],
    [String.raw`\frac{a}{b+1} + c`, 'the fraction a, over b plus 1, end of fraction, plus c'],
    ['x_i^2', 'x sub i squared'],
    ['x^3', 'x cubed'],
    ['x^n', 'x to the n'],
    [String.raw`x^{\top} y`, 'x transpose y'],
    [String.raw`A^{-1}`, 'A to the minus 1'],
    [String.raw`f'`, 'f prime'],
    [String.raw`\sum_{i=1}^{n} w_i`, 'the sum from i equals 1 to n of w sub i'],
    [String.raw`\sum_i w_i`, 'the sum over i of w sub i'],
    [String.raw`\sqrt{n}`, 'the square root of n'],
    [String.raw`\sqrt[3]{n}`, 'the root of order 3 of n'],
    [String.raw`P(A \mid B)`, 'P of A given B,'],
    [String.raw`\hat{y} - \bar{y}`, 'y hat minus y bar'],
    [String.raw`\mathbf{x}`, 'x'],
    [String.raw`\mathbb{E}[X]`, 'E of X,'],
    [String.raw`\binom{n}{k}`, 'n choose k'],
    [String.raw`O(n \log n)`, 'O of n log n,'],
    [String.raw`3 (a + b)`, '3, a plus b,'],
    [String.raw`x \sim \mathcal{N}(\mu, \sigma^2)`, 'x is distributed as N of mu, sigma squared,'],
    [String.raw`\min_\theta L`, 'the min over theta of L'],
    [String.raw`\|w\|`, 'norm w norm'],
    [String.raw`|x|`, 'bar x bar'],
    [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, '1, 2; 3, 4,'],
    [String.raw`a \text{ if } b \le 5\%`, 'a if b is at most 5 percent'],
    [String.raw`\alpha\beta`, 'alpha beta'],
  ])('%s', (latex, words) => {
    expect(formula(latex)).toBe(words);
  });
});

describe('a formula that is written in another way', () => {
  it.each([
    ['<mover><mi>x</mi><mo>d</mo></mover>', 'x with d above'],
    ['<mover><mi>x</mi><mrow><mo>→</mo></mrow></mover>', 'x vector'],
    ['<mo>‖</mo><mi>w</mi><mo>‖</mo>', 'norm w norm'],
    ['<mi>a</mi><mo>@</mo><mi>b</mi>', 'a @ b'],
    ['<mo>|</mo><mi>b</mi>', 'b'],
    ['<mi>a</mi><mo>\u2062</mo><mi>b</mi>', 'a b'],
    ['<mo>(</mo><mi>a</mi><mo>]</mo>', 'a'],
    ['<mfrac><mi>a</mi></mfrac>', 'a over'],
    ['<msup><mi>a</mi><mo>*</mo></msup>', 'a star'],
    ['<munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover>', 'the integral from 0 to 1 of'],
    ['<mi>𝐀𝐁≠</mi>', 'A B is not equal to'],
  ])('%s', (mathml, words) => {
    expect(spoken(html(`<math>${mathml}</math>`))).toBe(words);
  });
});

describe('code is read aloud', () => {
  it.each([
    ['train_test_split', 'train test split'],
    ['df.groupby("x").mean()', 'df dot groupby, x, dot mean'],
    ['a == b', 'a is equal to b'],
    ['git rebase -i HEAD~3', 'git rebase dash i HEAD tilde 3'],
    ['lambda x: x**2', 'lambda x: x to the power of 2'],
    ['StandardScaler', 'Standard Scaler'],
    ['a\nb', 'a, b'],
    ['()', ''],
  ])('%j', (code, words) => {
    expect(spokenCode(code)).toBe(words);
  });
});

describe('compiled text is read aloud', () => {
  it('with a pause where a block ends, and without what only the eye needs', () => {
    expect(spoken(html('<p>One<br>two.</p><ul><li>a &lt; b</li><li>c &#233;</li></ul>'))).toBe(
      'One, two. a < b. c é.',
    );
    expect(
      spoken(html('<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>')),
    ).toBe('a, b. 1, 2.');
  });

  it('names a blank, with its hint', () => {
    const blank = '<span class="cloze-blank" role="img" aria-label="blank: two words">two</span>';
    expect(spoken(html(`<p>It is ${blank}, so.</p>`))).toBe('It is blank: two words, so.');
  });

  it('sets formulas and code off', () => {
    const k = temml.renderToString('k');
    expect(spoken(html(`<p>In ${k}-means, <code>a_b</code>.</p>`))).toBe('In k-means, a b.');
  });
});

describe('a card is read aloud', () => {
  const card: Card = {
    id: 's/a',
    kind: 'choice',
    prompt: html('<p>Which?</p>'),
    answer: html('two'),
    options: [
      { html: html('one'), correct: false, why: html('too few.') },
      { html: html('two'), correct: true, why: html('it fits.') },
    ],
    promptText: 'Which?',
    answerText: 'two',
    citations: [],
    critical: false,
  };

  it('with the options of a choice by letter', () => {
    expect(spokenPrompt(card)).toBe('Which? A: one B: two');
    expect(spokenAnswer(card)).toBe('B: two it fits.');
    const bare = { ...card, options: [{ html: html('two'), correct: true }] };
    expect(spokenAnswer(bare)).toBe('A: two');
  });

  it('in the person’s own words where there are some', () => {
    const { options: _, ...plain } = card;
    expect(spokenPrompt(plain)).toBe('Which?');
    expect(spokenAnswer(plain)).toBe('two');
    expect(spokenPrompt(plain, { prompt: 'Mine?' })).toBe('Mine?');
    expect(spokenAnswer(plain, { answer: 'Mine.' })).toBe('Mine.');
    expect(spokenPrompt(card, { wrong1: 'un', answer: 'deux' })).toBe('Which? A: un B: deux');
    expect(spokenAnswer(card, { answer: 'deux', why: 'of course.' })).toBe('B: deux of course.');
  });
});

describe('compiled HTML is read as a tree', () => {
  it('with attributes, entities and elements that close themselves', () => {
    const [paragraph] = readCompiled(html('<p title="a &amp; b">x<br/>y <em>z</em></p></div>'));
    if (typeof paragraph !== 'object') throw new Error('no element');
    expect(attributeOf(paragraph, 'title')).toBe('a & b');
    expect(attributeOf(paragraph, 'class')).toBeUndefined();
    expect(textOf(paragraph)).toBe('xy z');
    expect(paragraph.children).toHaveLength(4);
  });

  it('leaves what is no entity as it is', () => {
    expect(readCompiled(html('a &nope; &#x41; b'))).toEqual(['a &nope; A b']);
  });
});
