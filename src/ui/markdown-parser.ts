/** The parser, a chunk of its own: most notes need none. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export const parse = (text: string): Root => fromMarkdown(text);
