import type { Nodes } from 'mdast';
import { wordCount } from '../markdown/prose.ts';
import { sentences, withoutParentheses, withoutQuotes } from './sentences.ts';

/** Whether the text has a Markdown list of three or more items. */
export const hasLongList = (node: Nodes): boolean =>
  (node.type === 'list' && node.children.length >= 3) ||
  ('children' in node && node.children.some(hasLongList));

/**
 * Whether an answer enumerates three or more things. A sentence that happens to have commas is fine: only an
 * answer that consists of short items is a list.
 */
export function enumeratesThree(answer: string): boolean {
  const text = withoutParentheses(withoutQuotes(answer));
  if (/(?:^|\s)\(?1[.)]\s.*\s\(?2[.)]\s.*\s\(?3[.)]\s/s.test(text)) return true;
  const [first = ''] = sentences(text);
  const listed = first.slice(first.indexOf(':') + 1).replace(/[.!]+$/, '');
  if (listed.split(';').length >= 3) return true;
  if (!listed.includes(',')) return false;
  const items = listed
    .split(/\s*,\s*(?:and |or |then )?\s*|\s+(?:and|or|then)\s+/)
    .filter((item) => item.trim() !== '');
  return items.length >= 3 && items.every((item) => wordCount(item) <= 3);
}
