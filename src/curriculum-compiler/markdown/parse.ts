import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import type { Place } from '../problems.ts';

/** A piece of Markdown with its place in the file, parsed once and read by the lint and by the renderer. */
export interface MarkdownText {
  readonly at: Place;
  readonly source: string;
  readonly tree: Root;
  /** What stands for each blank character of a cloze prompt: its hint, or `undefined`. */
  readonly blanks: ReadonlyMap<string, string | undefined>;
}

const extensions = [math(), gfmTable()];
const mdastExtensions = [mathFromMarkdown(), gfmTableFromMarkdown()];
const noBlanks: MarkdownText['blanks'] = new Map();

/** Parses Markdown with maths and tables. Never fails: what is not allowed is found when it is rendered. */
export function parseMarkdown(
  source: string,
  at: Place,
  blanks: MarkdownText['blanks'] = noBlanks,
): MarkdownText {
  return { at, source, tree: fromMarkdown(source, { extensions, mdastExtensions }), blanks };
}

/** Where a node of a text stands in its file. */
export const placeOfNode = (
  text: MarkdownText,
  node: { readonly position?: { readonly start: { readonly line: number } } | undefined },
): Place => ({
  file: text.at.file,
  line: text.at.line + (node.position?.start.line ?? 1) - 1,
});

/** Whether there is nothing to read in it. */
export const isEmpty = (text: MarkdownText): boolean => text.source.trim() === '';
