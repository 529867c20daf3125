import { CODE } from '../markdown/prose.ts';

/** Replaces quoted speech by one word: a question that a card quotes is not a question that it asks. */
export const withoutQuotes = (prose: string): string =>
  prose.replace(/"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’|«[^»\n]*»/g, CODE);

/** Removes remarks in parentheses. */
export const withoutParentheses = (prose: string): string => prose.replace(/\s*\([^()]*\)/g, '');

const abbreviation = /\b(?:e\.g|i\.e|vs|cf|approx|resp|etc|no|ch|sec|fig|eq|al|Dr|Mr|Ms|St)\.$/i;

/** Sentences with their final mark. A block of its own ends a sentence too. */
export function sentences(prose: string): string[] {
  const found: string[] = [];
  for (const block of prose.split('\n')) {
    let sentence = '';
    for (const piece of block.split(/(?<=[.!?])\s+/)) {
      sentence = sentence === '' ? piece : `${sentence} ${piece}`;
      if (abbreviation.test(sentence)) continue;
      found.push(sentence);
      sentence = '';
    }
    if (sentence.trim() !== '') found.push(sentence);
  }
  return found;
}

/** The sentences that ask something. */
export const questions = (prose: string): string[] =>
  sentences(withoutQuotes(prose)).filter((sentence) => sentence.trimEnd().endsWith('?'));
