/** Reads the HTML that the curriculum compiler writes (well-formed, everything escaped) as a tree, where there is no DOM. */
import type { CompiledHtml } from '../curriculum/types.ts';

export interface HtmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly HtmlNode[];
}
/** An element, or text with its entities resolved. */
export type HtmlNode = HtmlElement | string;

const TOKEN = /<(\/?)([a-zA-Z][\w-]*)([^>]*)>|[^<]+/g;
const VOID = new Set(['br', 'hr', 'img', 'mspace']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(String(hex), 16));
    return ENTITIES[String(name)] ?? entity;
  });

/** The top nodes of compiled HTML. An end tag that fits nothing is passed over. */
export const readCompiled = (html: CompiledHtml): readonly HtmlNode[] => {
  const top: HtmlNode[] = [];
  const open: { readonly name: string; readonly children: HtmlNode[] }[] = [];
  for (const [token, slash, name, attributes = ''] of html.matchAll(TOKEN)) {
    const here = open.at(-1)?.children ?? top;
    if (name === undefined) {
      here.push(unescaped(token));
    } else if (slash === '') {
      const children: HtmlNode[] = [];
      here.push({ name, attributes, children });
      const closesItself = attributes.endsWith('/') || (VOID.has(name) && name !== 'mspace');
      if (!closesItself) open.push({ name, children });
    } else {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
    }
  }
  return top;
};

/** The value of an attribute, or `undefined`. */
export const attributeOf = (element: HtmlElement, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element.attributes)?.[1];
  return value === undefined ? undefined : unescaped(value);
};

/** All text below a node. */
export const textOf = (node: HtmlNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');
