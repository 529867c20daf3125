/** Answers that can be typed: which they are, and how one compares with the card's. */
import type { Card } from '../curriculum/types.ts';
import { difference, type Stretch } from './difference.ts';

/** Longer answers are told, not typed: letters and words. */
const LONGEST = 40;
const MOST_WORDS = 4;

/** Whether a card asks for a short exact answer: a few words or one term, no formula, no choice. */
export const isTypable = (card: Pick<Card, 'kind' | 'answer' | 'answerText'>): boolean => {
  const text = card.answerText;
  if (card.kind === 'choice' || text === '' || Array.from(text).length > LONGEST) return false;
  if (text.split(/\s+/).length > MOST_WORDS) return false;
  // The text of a formula is its LaTeX. A cloze card may have formulas outside the blank.
  return !/[\\^{}$]/.test(text) && (card.kind === 'cloze' || !card.answer.includes('<math'));
};

export interface TypedAnswer {
  /** The same but for case, spaces, quotes and a full stop at the end. */
  readonly isRight: boolean;
  /** From what was typed to the answer. */
  readonly stretches: readonly Stretch[];
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‘’‛´`]/g, "'")
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\w)\.$/, '');

const keyOf = (sign: string): string => sign.toLowerCase();

/** `Individual contributor (IC)` may be given in full, without the bracket, or as what is in it. */
const waysToSay = (answer: string): readonly string[] => {
  const parts = /^(.*\S) ?\(([^()]+)\)$/.exec(answer);
  return parts ? [answer, ...parts.slice(1)] : [answer];
};

export const compareTyped = (typed: string, answer: string): TypedAnswer => {
  const from = tidy(typed);
  const ways = waysToSay(tidy(answer));
  const said = ways.find((way) => keyOf(way) === keyOf(from));
  const to = said ?? tidy(answer);
  const stretches = difference(Array.from(from), Array.from(to), keyOf);
  return {
    isRight: said !== undefined,
    stretches: isLegible(stretches) ? stretches : apart(from, to),
  };
};

/** Two words that have little in common read better side by side than woven into each other. */
const isLegible = (stretches: readonly Stretch[]): boolean => {
  const length = (kind: Stretch['kind']): number =>
    stretches.reduce((sum, part) => (part.kind === kind ? sum + part.text.length : sum), 0);
  return length('same') >= Math.max(length('gone'), length('added'));
};

const apart = (from: string, to: string): readonly Stretch[] => [
  { kind: 'gone', text: from },
  { kind: 'added', text: to },
];
