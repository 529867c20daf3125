import type { Nodes } from 'mdast';
import type { MarkdownText } from './parse.ts';
import { FILLED_END, FILLED_START, isBlankCharacter, splitAtSentinels } from './sentinels.ts';

/**
 * Stand-ins for what is not prose. Each counts as one word and none is punctuation, so that the text rules see
 * `What does ⌘ return?` rather than the commas and question marks of code.
 */
export const CODE = '\u2318';
export const MATH = '\u2211';
export const BLANK = '\u25A2';

const blockTypes = new Set(['paragraph', 'heading', 'code', 'math', 'listItem', 'tableRow']);

/** The text as a reader hears it, one block a line, with stand-ins for code, maths and blanks. */
export function prose(text: MarkdownText): string {
  return flatten(text.tree, {
    code: () => CODE,
    math: () => MATH,
    blank: () => BLANK,
  })
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/** The text on one line for lists and search: code as it is, maths as its LaTeX source. */
export function plainText(text: MarkdownText): string {
  return flatten(text.tree, {
    code: (value) => value,
    math: (value) => value,
    blank: (character) => `[${text.blanks.get(character) ?? '…'}]`,
  })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number of words; a block of code and a formula count as one each. */
export const wordCount = (prosaic: string): number =>
  prosaic.split(/\s+/).filter((word) => /[\p{L}\p{N}\u2318\u2211\u25A2]/u.test(word)).length;

interface StandIns {
  readonly code: (value: string) => string;
  readonly math: (value: string) => string;
  readonly blank: (character: string) => string;
}

function flatten(node: Nodes, standIns: StandIns): string {
  switch (node.type) {
    case 'text':
      return splitAtSentinels(node.value)
        .map((piece) => {
          if (piece === FILLED_START || piece === FILLED_END) return '';
          return isBlankCharacter(piece) ? standIns.blank(piece) : piece;
        })
        .join('');
    case 'inlineCode':
      return standIns.code(node.value);
    case 'code':
      return `\n${standIns.code(node.value)}\n`;
    case 'inlineMath':
      return standIns.math(node.value);
    case 'math':
      return `\n${standIns.math(node.value)}\n`;
    case 'break':
      return '\n';
    case 'tableCell':
      return `${flattenAll(node.children, standIns)} `;
    default: {
      const inner = 'children' in node ? flattenAll(node.children, standIns) : '';
      return blockTypes.has(node.type) ? `\n${inner}\n` : inner;
    }
  }
}

// A soft line break inside a paragraph is a space; blocks put their own line breaks around themselves.
const flattenAll = (nodes: readonly Nodes[], standIns: StandIns): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? flatten(node, standIns).replace(/\n/g, ' ') : flatten(node, standIns),
    )
    .join('');
