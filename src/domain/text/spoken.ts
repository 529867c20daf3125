/** A card's text as it is read aloud: formulas and code in words, pauses where blocks end. */
import type { CompiledHtml } from '../curriculum/types.ts';
import { attributeOf, readCompiled, textOf, type HtmlNode } from './compiled-tree.ts';
import { spokenMaths } from './spoken-maths.ts';

const BLOCKS = new Set(['p', 'li', 'pre', 'tr', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4']);

/** What the compiler made, as a text for a voice. */
export const spoken = (html: CompiledHtml): string =>
  readCompiled(html)
    .map(spokenNode)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.;:?!]|-(?=\w))/g, '$1')
    .replaceAll(/,([.;?!])/g, '$1')
    .replaceAll(/([.?!:;,])(?:\s*[.;,])+/g, '$1')
    .trim();

const spokenNode = (node: HtmlNode): string => {
  if (typeof node === 'string') return node;
  if (node.name === 'math') return ` ${spokenMaths(node)} `;
  if (node.name === 'code') return ` ${spokenCode(textOf(node))} `;
  if (node.name === 'br') return ', ';
  const label = attributeOf(node, 'aria-label');
  if (label !== undefined && attributeOf(node, 'role') === 'img') return ` ${label} `;
  const inner = node.children.map(spokenNode).join('');
  if (node.name === 'td' || node.name === 'th') return `${inner}, `;
  return BLOCKS.has(node.name) ? ` ${inner}. ` : inner;
};

/** Sign and word by turns; longer signs first. */
const SIGNS: readonly (readonly [sign: string, words: string])[] = [
  ['===', 'is identical to'],
  ['!==', 'is not identical to'],
  ['==', 'is equal to'],
  ['!=', 'is not equal to'],
  ['<=', 'is at most'],
  ['>=', 'is at least'],
  ['->', 'gives'],
  ['=>', 'gives'],
  ['**', 'to the power of'],
  ['//', 'divided, rounded down, by'],
  ['+=', 'plus equals'],
  ['-=', 'minus equals'],
  ['&&', 'and'],
  ['||', 'or'],
  ['=', 'equals'],
  ['+', 'plus'],
  ['*', 'star'],
  ['/', 'slash'],
  ['%', 'percent'],
  ['<', 'less than'],
  ['>', 'greater than'],
  ['|', 'pipe'],
  ['&', 'and'],
  ['@', 'at'],
  ['~', 'tilde'],
  ['^', 'caret'],
  ['#', 'hash'],
  ['\\', 'backslash'],
];

/** Code in words: names taken apart, signs by their names, brackets and quotes as short pauses. */
export const spokenCode = (code: string): string => {
  let text = code
    .replaceAll('\n', ', ')
    .replaceAll(/(^|[\s,(])--?(?=[A-Za-z])/g, '$1dash ')
    .replaceAll(/([\w)\]])\.(?=[A-Za-z_])/g, '$1 dot ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replaceAll(/["'`]/g, ' ')
    .replaceAll(/[()[\]{}]+/g, ', ');
  for (const [sign, words] of SIGNS) text = text.replaceAll(sign, ` ${words} `);
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:\s*,)+/g, ',')
    .replace(/^[\s,]+|[\s,]+$/g, '');
};
