import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/curriculum-compiler/markdown/parse.ts';
import { Problems } from '../../../src/curriculum-compiler/problems.ts';
import {
  allowedHtml,
  findForbidden,
} from '../../../src/curriculum-compiler/render/allowed-html.ts';
import { loadHighlighter } from '../../../src/curriculum-compiler/render/code.ts';
import { renderHtml, renderOption } from '../../../src/curriculum-compiler/render/html.ts';
import { cardsOf, compileCards } from './curriculum-on-disk.ts';

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](https://example.org/"onmouseover="alert(1))',
  '[x](<https://example.org/ onclick=alert(1)>)',
  '<javascript:alert(1)>',
  '![x](x" onerror="alert(1))',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '</math><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--><img src=x onerror=alert(1)>-->',
  '<a href="javascript:alert(1)" style="position:fixed">x</a>',
  '\\text{</math><img src=x onerror=alert(1)>}',
  '\\href{javascript:alert(1)}{x}',
  '\\style{position:fixed}{x}',
  '\\class{x" onclick="alert(1)}{x}',
  '\\textcolor{red;background:url(//x)}{x}',
  '\\unicode{x}\u0000<b>',
];

/** A large public collection can be tried as well: a gzipped JSON array of `[source, payload]`. */
function morePayloads(): string[] {
  const file = process.env['CAIRN_XSS_PAYLOADS'];
  if (file === undefined) return [];
  const rows = JSON.parse(gunzipSync(readFileSync(file)).toString()) as [string, string][];
  return rows.map(([, payload]) => payload);
}

interface HtmlNode {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

/** What a browser's parser would find in the HTML that the list does not allow. */
function forbiddenIn(node: HtmlNode): string[] {
  const own: string[] = [];
  if (!node.nodeName.startsWith('#')) {
    const allowed = allowedHtml.get(node.nodeName);
    if (!allowed) own.push(`<${node.nodeName}>`);
    for (const { name, value } of node.attrs ?? []) {
      if (!allowed?.includes(name)) own.push(`${name} on <${node.nodeName}>`);
      if (name === 'href' && !/^https?:\/\//.test(value)) own.push(`link to ${value}`);
    }
  }
  return [...own, ...(node.childNodes ?? []).flatMap(forbiddenIn)];
}

/** The places of a card that an author's text can reach. */
const places: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `*a* ${payload} **b**`,
  (payload) => `- ${payload}\n\n> ${payload}`,
  (payload) => `\`${payload}\``,
  (payload) => `\`\`\`python\n${payload}\n\`\`\``,
  (payload) => `\`\`\`html\n${payload}\n\`\`\``,
  (payload) => `\`\`\`${payload}\ncode\n\`\`\``,
  (payload) => `$${payload}$`,
  (payload) => `$\\text{${payload}}$`,
  (payload) => `$$\n${payload}\n$$`,
  (payload) => `[link](${payload})`,
  (payload) => `[link](https://example.org/${payload})`,
  (payload) => `| a |\n|---|\n| ${payload} |`,
];

describe('hostile input', () => {
  it('never becomes an element or attribute outside the list', async () => {
    const highlight = await loadHighlighter(['python', 'html']);
    const at = { file: 'x.md', line: 1 };
    const found = new Set<string>();
    const hostile = [...payloads, ...morePayloads()];
    for (const payload of hostile) {
      for (const place of places) {
        const text = parseMarkdown(place(payload), at, new Map([['\uE100', payload]]));
        for (const render of [renderHtml, renderOption]) {
          const problems = new Problems();
          const html = render(text, { highlight, problems });
          // The second lock stays untouched: the renderer itself writes nothing forbidden.
          if (problems.sorted().some(({ rule }) => rule === 'unsafe-html')) found.add(payload);
          for (const what of forbiddenIn(parseFragment(html))) found.add(`${what}: ${payload}`);
          if (/<[^>]*\sstyle=|<script/i.test(html)) found.add(`style or script: ${payload}`);
        }
      }
    }
    expect([...found]).toEqual([]);
  }, 600_000);

  it('stays text in the hint of a blank', async () => {
    const hint = '"><img src=x onerror=alert(1)>';
    const card = `## c\n\nkind: cloze\nsource: book, 1\n\nA {{1::red::${hint}}} tomato.\n`;
    const html = cardsOf(await compileCards(card)).get('one.skill/c~1')?.prompt ?? '';
    expect(html).toContain('&lt;img');
    expect(forbiddenIn(parseFragment(html))).toEqual([]);
  });

  it('is caught by the second lock, should the renderer ever let it through', () => {
    expect(findForbidden('<p>a</p><img src="x">')).toBe('<img src="x">');
    expect(findForbidden('<p onclick="x">a</p>')).toBe('onclick on <p>');
    expect(findForbidden('<p style="x">a</p>')).toBe('style on <p>');
    expect(findForbidden('<a href="javascript:x">a</a>')).toBe('link to javascript:x');
    expect(findForbidden('<p>a < b</p>')).toBe('< b</p>');
    expect(findForbidden('<p class=x>')).toBe('<p class=x>');
    expect(findForbidden('<p><em>a</em> &lt;b&gt;</p>')).toBeUndefined();
  });
});
