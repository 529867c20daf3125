/** Notes are drawn as elements: nothing that a person or a file brings along becomes HTML. */
import { render, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../src/ui/Markdown.tsx';
import { hostileCorpus } from '../../fixtures/hostile-corpus.mjs';
import HOSTILE from '../../fixtures/hostile-markdown.json' with { type: 'json' };

const corpus = hostileCorpus();

const drawn = async (text: string): Promise<HTMLElement> => {
  const { container } = render(() => <Markdown text={text} />);
  const root = container.firstElementChild as HTMLElement;
  await import('../../../src/ui/markdown-parser.ts');
  await waitFor(() => expect(root.isConnected).toBe(true));
  // The parser comes with a promise of its own.
  await new Promise((resolve) => setTimeout(resolve));
  return root;
};

const ALLOWED = new Set('A BLOCKQUOTE BR CODE DEL DIV EM HR LI OL P PRE STRONG UL'.split(' '));
const ATTRIBUTES = new Set(['class', 'href', 'target', 'rel', 'start']);

/** Everything in it that has no business there. */
const foreign = (root: HTMLElement): string[] =>
  [root, ...root.querySelectorAll('*')].flatMap((element) => [
    ...(ALLOWED.has(element.tagName) ? [] : [element.tagName]),
    ...[...element.attributes].flatMap(({ name, value }) => {
      if (!ATTRIBUTES.has(name)) return [name];
      return name === 'href' && !/^(?:https?|mailto):/i.test(value) ? [value] : [];
    }),
  ]);

describe('Markdown that a person wrote', () => {
  it('is drawn with its marks', async () => {
    const root = await drawn(
      '# Result\n\nCut **load time** by *41 %*, see `runbook`.\nSecond line\n\n1. one\n2. two\n\n- a\n\n> said so\n\n```\ncode\n```\n\n---\n\n[the report](https://example.org/r) and <me@example.org> ![chart](https://example.org/c.png)',
    );
    expect(root.querySelector('strong')).toHaveTextContent('load time');
    expect(root.querySelector('em')).toHaveTextContent('41 %');
    expect(root.querySelectorAll('ol > li')).toHaveLength(2);
    expect(root.querySelector('blockquote')).toHaveTextContent('said so');
    expect(root.querySelector('pre code')).toHaveTextContent('code');
    expect(root.querySelector('.as-heading')).toHaveTextContent('Result');
    expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/r',
      'mailto:me@example.org',
      'https://example.org/c.png',
    ]);
    expect(root.querySelector('a')).toHaveAttribute('rel', 'noopener noreferrer');
    expect(root.querySelector('img')).toBeNull();
  });

  it('follows links given apart, and knows the common named characters', async () => {
    const root = await drawn('[it][1] &amp; &times; &nosuch;\n\n[1]: https://example.org/1');
    expect(root.querySelector('a')).toHaveAttribute('href', 'https://example.org/1');
    expect(root).toHaveTextContent('it & × &nosuch;');
  });

  it('stands as it was typed where there are no marks, line by line', async () => {
    const root = await drawn('First line.\nSecond line 100 %.');
    expect(root.querySelector('.as-typed')?.textContent).toBe('First line.\nSecond line 100 %.');
  });

  it('follows the text when it changes', async () => {
    const [text, setText] = createSignal('**one**');
    const { container } = render(() => <Markdown text={text()} />);
    await waitFor(() => expect(container.querySelector('strong')).toHaveTextContent('one'));
    setText('*two*');
    expect(container.querySelector('em')).toHaveTextContent('two');
    expect(container.querySelector('strong')).toBeNull();
  });

  it.each(HOSTILE)('brings nothing along: %s', async (text) => {
    const root = await drawn(text);
    expect(foreign(root)).toEqual([]);
  });

  it('survives the longest notes, nested as deep as they go', async () => {
    for (const mark of ['>', '- ', '*', '[', '`', '![', '<', '#', '_a']) {
      const root = await drawn(mark.repeat(10_000 / mark.length));
      expect(foreign(root)).toEqual([]);
    }
  });

  it.skipIf(!corpus)(
    'brings nothing along, whatever the corpus holds',
    async () => {
      const [text, setText] = createSignal('**');
      const { container } = render(() => <Markdown text={text()} />);
      await waitFor(() => expect(container.querySelector('.as-typed')).toBeNull());
      const root = container.firstElementChild as HTMLElement;
      const wrong = (corpus ?? []).flatMap((payload) => {
        setText(`${payload}\n\n[link](${payload})`);
        return foreign(root).map((what) => `${what} in ${payload}`);
      });
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
