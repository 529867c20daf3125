/** A report on a card, as a text to be sent to whoever looks after the curriculum. */
import type { Card } from '../curriculum/types.ts';

export const PROBLEMS = [
  'It is wrong',
  'It is unclear or ambiguous',
  'It is out of date',
  'A typo or a display error',
  'The source does not say so',
  'Something else',
] as const;

export type Problem = (typeof PROBLEMS)[number];

/** @param words what the person says about it; may be empty */
export const problemReport = (
  card: Card,
  curriculum: string,
  problem: Problem,
  words: string,
): string =>
  [
    `Card: ${card.id}`,
    `Curriculum: ${curriculum}`,
    `Problem: ${problem}`,
    ...(words.trim() === '' ? [] : ['', words.trim()]),
    '',
    'Prompt:',
    card.promptText,
    '',
    'Answer:',
    card.answerText,
    '',
    `Source: ${card.citations.map(({ source, locator }) => [source, locator].filter(Boolean).join(', ')).join('; ')}`,
  ].join('\n');
