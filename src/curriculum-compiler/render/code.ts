import { bundledLanguages, createHighlighter } from 'shiki';
import type { BundledLanguage, Highlighter } from 'shiki';
import { escapeHtml } from './escape.ts';
import { classOfColour, sentinelTheme } from './code-theme.ts';

/** Languages without a grammar: what a program prints, and text. */
const plainLanguages = new Set(['text', 'txt', 'plain', 'output']);

export const isKnownLanguage = (language: string): boolean =>
  plainLanguages.has(language) || Object.hasOwn(bundledLanguages, language);

// One highlighter serves every compilation of a process: making one takes far longer than using it.
let highlighter: Promise<Highlighter> | undefined;
const highlighted = new Map<string, string>();

/** Loads grammars, and returns a function that turns code in their languages into spans with classes. */
export async function loadHighlighter(
  languages: Iterable<string>,
): Promise<(code: string, language: string) => string> {
  highlighter ??= createHighlighter({ themes: [sentinelTheme], langs: [] });
  const shiki = await highlighter;
  const grammars = [...new Set(languages)].filter((language): language is BundledLanguage =>
    Object.hasOwn(bundledLanguages, language),
  );
  await shiki.loadLanguage(...grammars);
  const loaded: ReadonlySet<string> = new Set(grammars);

  return (code, language) => {
    if (!loaded.has(language)) return escapeHtml(code);
    const key = `${language}\n${code}`;
    const known = highlighted.get(key);
    if (known !== undefined) return known;
    const html = tokensToHtml(shiki, code, language as BundledLanguage);
    highlighted.set(key, html);
    return html;
  };
}

function tokensToHtml(shiki: Highlighter, code: string, lang: BundledLanguage): string {
  const { tokens } = shiki.codeToTokens(code, { lang, theme: sentinelTheme.name });
  return tokens
    .map((line) => {
      let html = '';
      let open: string | undefined;
      for (const { content, color } of line) {
        const className = content.trim() === '' ? open : classOfColour(color);
        if (className !== open) {
          if (open !== undefined) html += '</span>';
          if (className !== undefined) html += `<span class="${className}">`;
          open = className;
        }
        html += escapeHtml(content);
      }
      return open === undefined ? html : `${html}</span>`;
    })
    .join('\n');
}
