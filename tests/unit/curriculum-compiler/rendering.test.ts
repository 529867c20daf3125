import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/curriculum-compiler/markdown/parse.ts';
import { plainText, prose, wordCount } from '../../../src/curriculum-compiler/markdown/prose.ts';
import { Problems } from '../../../src/curriculum-compiler/problems.ts';
import { tokenClasses } from '../../../src/curriculum-compiler/render/code-theme.ts';
import { loadHighlighter } from '../../../src/curriculum-compiler/render/code.ts';
import { renderHtml, renderOption } from '../../../src/curriculum-compiler/render/html.ts';
import { styleClasses } from '../../../src/curriculum-compiler/render/math-styles.ts';
import { renderMath } from '../../../src/curriculum-compiler/render/math.ts';

const markdown = (source: string) => parseMarkdown(source, { file: 'x.md', line: 10 });

async function render(source: string): Promise<string> {
  const problems = new Problems();
  const highlight = await loadHighlighter(['python', 'sql', 'bash', 'yaml', 'cpp', 'java', 'r']);
  const html = renderHtml(markdown(source), { highlight, problems });
  expect(problems.sorted()).toEqual([]);
  return html;
}

describe('rendering', () => {
  it.each([
    ['a *b* **c** `d<e`', '<p>a <em>b</em> <strong>c</strong> <code>d&lt;e</code></p>'],
    ['a < b & "c"', '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    ['one\\\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['\\$5 or \\$6', '<p>$5 or $6</p>'],
    [
      '[a](https://example.org/?b=1&c=2)',
      '<p><a href="https://example.org/?b=1&amp;c=2" rel="noopener noreferrer" target="_blank">a</a></p>',
    ],
    [
      '| a | b |\n|---|--:|\n| 1 | $x$ |',
      '<div class="table-scroll" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody><tr><td>1</td><td class="align-right"><math><mi>x</mi></math></td></tr></tbody></table></div>',
    ],
  ])('%s', async (source, html) => {
    expect(await render(source)).toBe(html);
  });

  it('gives code classes, and a tab stop to scroll it', async () => {
    expect(await render('```python\ndef f(x): # one\n    return "a" + 1\n```')).toBe(
      '<pre tabindex="0"><code><span class="tok-keyword">def </span><span class="tok-function">f</span>(<span class="tok-name">x</span>): <span class="tok-comment"># one</span>\n    <span class="tok-keyword">return </span><span class="tok-string">&quot;a&quot; </span><span class="tok-operator">+ </span><span class="tok-number">1</span></code></pre>',
    );
  });

  it.each([
    ['sql', 'SELECT a, COUNT(*) FROM t WHERE b = 1', 'tok-keyword'],
    ['bash', 'git commit --amend "x"', 'tok-string'],
    ['yaml', 'a: 1', 'tok-number'],
    ['cpp', 'int main() { return 0; }', 'tok-function'],
    ['java', 'class A extends B { int x; }', 'tok-type'],
    ['r', 'x <- c(1, 2)', 'tok-operator'],
  ])('highlights %s', async (language, code, className) => {
    expect(await render(`\`\`\`${language}\n${code}\n\`\`\``)).toContain(`class="${className}"`);
  });

  it('leaves output and text as they are', async () => {
    expect(await render('```output\n[1, "a"]\n```')).toBe(
      '<pre tabindex="0"><code class="output">[1, &quot;a&quot;]</code></pre>',
    );
  });

  it('puts a formula of its own into a box that scrolls', async () => {
    for (const source of ['$$\nx\n$$', '$$x$$']) {
      expect(await render(source)).toBe(
        '<div class="math-display" tabindex="0"><math class="tml-display" display="block"><mi>x</mi></math></div>',
      );
    }
    expect(await render('so $$x$$ it is')).toContain('<p>so <math class="tml-display"');
  });

  it.each([
    '\\hat{\\beta} = (X^\\top X)^{-1}X^\\top y',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
    '\\left[\\begin{array}{cc|c} 1 & 0 & 2 \\\\ \\hline 0 & 1 & 3\\end{array}\\right]',
    '\\begin{cases} 1 & x>0 \\\\ 0 & \\text{otherwise} \\end{cases}',
    '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
    '\\sum_{\\substack{i<j \\\\ j<k}} \\overline{AB} \\underbrace{a}_{b}',
    '\\boxed{x} \\perp\\!\\!\\!\\perp y',
  ])('writes no inline style for %s', (latex) => {
    for (const display of [true, false]) {
      const { mathml, error } = renderMath(latex, display);
      expect(error).toBeUndefined();
      expect(mathml).toMatch(/^<math/);
      expect(mathml).not.toMatch(/\sstyle=/);
    }
  });

  it('has a rule in compiled.css for every class it writes', () => {
    const css = readFileSync('src/ui/compiled.css', 'utf8');
    for (const name of [...styleClasses, ...tokenClasses]) expect(css).toContain(`.${name} {`);
    for (const name of ['cloze-blank', 'math-display', 'table-scroll', 'align-right']) {
      expect(css).toContain(`.${name}`);
    }
  });

  it('renders an option without a paragraph, so that it can stand in a label', async () => {
    const problems = new Problems();
    const context = { highlight: await loadHighlighter([]), problems };
    expect(renderOption(markdown('a *b*'), context)).toBe('a <em>b</em>');
    expect(renderOption(markdown('a\n\nb'), context)).toBe('<p>a</p><p>b</p>');
  });

  it('names the line of what it cannot render', async () => {
    const problems = new Problems();
    renderHtml(markdown('fine\n\nnot $\\fracc12$\n\n<b>nor</b>'), {
      highlight: await loadHighlighter([]),
      problems,
    });
    expect(problems.sorted().map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      '12 math',
      '14 markdown',
    ]);
  });
});

describe('plain text', () => {
  it('keeps code and LaTeX on one line', () => {
    const text = markdown(
      'What is $\\frac{a}{b}$ of `x`\nhere?\n\n```python\na\nb\n```\n\n- c\n- d',
    );
    expect(plainText(text)).toBe('What is \\frac{a}{b} of x here? a b c d');
  });

  it('counts code and formulas as a word each', () => {
    const text = markdown(
      'Two words, `one two three`, $a + b = c$ – and:\n\n```python\na b c\n```',
    );
    expect(wordCount(prose(text))).toBe(6);
  });
});
