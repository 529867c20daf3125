import type { Link, Nodes, Paragraph, Parents, Table, TableRow } from 'mdast';
import type { CompiledHtml } from '../../domain/curriculum/types.ts';
import { placeOfNode } from '../markdown/parse.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import {
  FILLED_END,
  FILLED_START,
  isBlankCharacter,
  splitAtSentinels,
} from '../markdown/sentinels.ts';
import type { Problems } from '../problems.ts';
import { findForbidden } from './allowed-html.ts';
import { isKnownLanguage } from './code.ts';
import { escapeHtml } from './escape.ts';
import { renderMath } from './math.ts';

export interface RenderContext {
  readonly highlight: (code: string, language: string) => string;
  readonly problems: Problems;
}

/**
 * Renders Markdown to HTML that is safe to insert: every text is escaped, every element is written here, and what
 * Markdown can say beyond that (raw HTML, images, headings) is reported instead.
 */
export function renderHtml(text: MarkdownText, context: RenderContext): CompiledHtml {
  return checked(new Renderer(text, context).blocks(text.tree), text, context);
}

/** The same without the paragraph around a single one, for a place where only phrasing content may stand. */
export function renderOption(text: MarkdownText, context: RenderContext): CompiledHtml {
  const [only, ...others] = text.tree.children;
  if (only?.type !== 'paragraph' || others.length > 0) return renderHtml(text, context);
  return checked(new Renderer(text, context).inline(only), text, context);
}

function checked(html: string, text: MarkdownText, { problems }: RenderContext): CompiledHtml {
  const forbidden = findForbidden(html);
  if (forbidden === undefined) return html as CompiledHtml;
  problems.error(text.at, 'unsafe-html', `compiled to something not allowed: ${forbidden}`);
  return '' as CompiledHtml;
}

class Renderer {
  readonly #text: MarkdownText;
  readonly #context: RenderContext;

  constructor(text: MarkdownText, context: RenderContext) {
    this.#text = text;
    this.#context = context;
  }

  blocks(parent: Parents): string {
    return parent.children.map((node) => this.#node(node)).join('');
  }

  /** Inline content. A filled blank opens and closes among the same siblings, or it would break the nesting. */
  inline(parent: Parents): string {
    let open = false;
    const html = parent.children
      .map((node) => {
        if (node.type !== 'text') return this.#node(node);
        return splitAtSentinels(node.value)
          .map((piece) => {
            if (piece === FILLED_START || piece === FILLED_END) {
              const opens = piece === FILLED_START;
              if (opens === open) this.#reportCrossing(parent);
              open = opens;
              return opens ? '<mark class="cloze-answer">' : '</mark>';
            }
            return isBlankCharacter(piece) ? this.#blank(piece) : escapeHtml(piece);
          })
          .join('');
      })
      .join('');
    if (!open) return html;
    this.#reportCrossing(parent);
    return `${html}</mark>`;
  }

  #node(node: Nodes): string {
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node);
      case 'text':
        return escapeHtml(node.value);
      case 'emphasis':
        return `<em>${this.inline(node)}</em>`;
      case 'strong':
        return `<strong>${this.inline(node)}</strong>`;
      case 'break':
        return '<br>';
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`;
      case 'inlineMath':
        return this.#math(node.value, this.#isDoubleDollar(node), node);
      case 'math':
        return this.#math(node.value, true, node);
      case 'code':
        return this.#code(node.value, node.lang ?? undefined, node);
      case 'blockquote':
        return `<blockquote>${this.blocks(node)}</blockquote>`;
      case 'list': {
        const start =
          node.ordered && node.start && node.start !== 1 ? ` start="${node.start}"` : '';
        const tag = node.ordered ? 'ol' : 'ul';
        return `<${tag}${start}>${this.blocks(node)}</${tag}>`;
      }
      case 'listItem': {
        const [only, ...others] = node.children;
        const tight = only?.type === 'paragraph' && others.every((child) => child.type === 'list');
        return tight
          ? `<li>${this.inline(only)}${others.map((child) => this.#node(child)).join('')}</li>`
          : `<li>${this.blocks(node)}</li>`;
      }
      case 'table':
        return this.#table(node);
      case 'link':
        return this.#link(node);
      default:
        return this.#refuse(node);
    }
  }

  #math(latex: string, display: boolean, node: Nodes): string {
    const { mathml, error } = renderMath(latex, display);
    if (error !== undefined) this.#error(node, 'math', error);
    return node.type === 'math' ? mathBox(mathml) : mathml;
  }

  // A long formula on its own scrolls inside its box; without a tab stop a keyboard could not reach its end.
  #paragraph(node: Paragraph): string {
    const [only, ...others] = node.children;
    const isFormula =
      only?.type === 'inlineMath' && others.length === 0 && this.#isDoubleDollar(only);
    return isFormula ? mathBox(this.inline(node)) : `<p>${this.inline(node)}</p>`;
  }

  #code(code: string, language: string | undefined, node: Nodes): string {
    if (language === undefined) {
      this.#error(node, 'code-language', 'write the language after the opening ```');
    } else if (!isKnownLanguage(language)) {
      this.#error(node, 'code-language', `unknown language "${language}"`);
    }
    const className = language === 'output' ? ' class="output"' : '';
    const html = this.#context.highlight(code, language ?? 'text');
    return `<pre tabindex="0"><code${className}>${html}</code></pre>`;
  }

  #table(table: Table): string {
    const [head, ...body] = table.children;
    const cells = (row: TableRow, tag: 'th' | 'td'): string =>
      row.children
        .map((cell, column) => {
          const align = table.align?.[column];
          const className = align ? ` class="align-${align}"` : '';
          const scope = tag === 'th' ? ' scope="col"' : '';
          return `<${tag}${scope}${className}>${this.inline(cell)}</${tag}>`;
        })
        .join('');
    const row = (of: TableRow, tag: 'th' | 'td'): string => `<tr>${cells(of, tag)}</tr>`;
    const thead = head ? `<thead>${row(head, 'th')}</thead>` : '';
    const tbody = `<tbody>${body.map((each) => row(each, 'td')).join('')}</tbody>`;
    return `<div class="table-scroll" tabindex="0"><table>${thead}${tbody}</table></div>`;
  }

  #link(node: Link): string {
    const { url } = node;
    const inner = this.inline(node);
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      this.#error(node, 'link', `"${url}" is not an http(s) address`);
      return inner;
    }
    const href = escapeHtml(new URL(url).href);
    return `<a href="${href}" rel="noopener noreferrer" target="_blank">${inner}</a>`;
  }

  #blank(character: string): string {
    const hint = this.#text.blanks.get(character);
    const label = hint === undefined ? 'blank' : `blank: ${hint}`;
    const shown = escapeHtml(hint ?? '…');
    return `<span class="cloze-blank" role="img" aria-label="${escapeHtml(label)}">${shown}</span>`;
  }

  // `$$…$$` on a line of its text is display maths too, though Markdown takes it for a span.
  #isDoubleDollar(node: Nodes): boolean {
    return this.#text.source.startsWith('$$', node.position?.start.offset ?? -1);
  }

  #refuse(node: Nodes): string {
    const names: Partial<Record<Nodes['type'], string>> = {
      html: 'raw HTML (put code in backticks; write &lt; for a bare <)',
      image: 'an image',
      imageReference: 'an image',
      heading: 'a heading inside a text',
      thematicBreak: 'a horizontal rule',
      linkReference: 'a reference link',
      definition: 'a link definition',
    };
    this.#error(node, 'markdown', `${names[node.type] ?? node.type} is not allowed`);
    return '';
  }

  #reportCrossing(node: Nodes): void {
    const message = 'a blank must begin and end inside the same emphasis, link or paragraph';
    this.#error(node, 'cloze', message);
  }

  #error(node: Nodes, rule: string, message: string): void {
    this.#context.problems.error(placeOfNode(this.#text, node), rule, message);
  }
}

const mathBox = (mathml: string): string =>
  `<div class="math-display" tabindex="0">${mathml}</div>`;
