import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { MarkdownText } from '../markdown/parse.ts';

/**
 * A dollar sign that was meant as money, or a formula that was meant as one but broke: Markdown pairs any two dollar signs,
 * so "costs $5 and pays $10" silently becomes a formula.
 */
export function findStrayDollar(text: MarkdownText): Nodes | undefined {
  let stray: Nodes | undefined;
  visit(text.tree, (node) => {
    const written = text.source.slice(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'text' && /(?<!\\)\$/.test(written)) stray ??= node;
    if (node.type === 'inlineMath' && /^\$\s|\s\$$/.test(written)) stray ??= node;
  });
  return stray;
}
