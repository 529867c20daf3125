/** A card as it is read aloud. */
import type { Card } from '../curriculum/types.ts';
import type { Overlay } from '../progress/learner.ts';
import { ownOptions } from '../progress/own-wording.ts';
import { spoken } from './spoken.ts';

const LETTERS = 'ABCDEFGH';

/** The prompt, and the options of a choice by letter. The person's own wording is read as it is written. */
export const spokenPrompt = (card: Card, own: Overlay = {}): string => {
  const words = ownOptions(card, own);
  const options = (card.options ?? []).map(
    ({ html }, i) => `${LETTERS.charAt(i)}: ${words[i]?.text ?? spoken(html)}`,
  );
  return [own.prompt ?? spoken(card.prompt), ...options].join(' ');
};

/** The answer: of a choice, the right option by its letter and why it is right. */
export const spokenAnswer = (card: Card, own: Overlay = {}): string => {
  const at = card.options?.findIndex(({ correct }) => correct) ?? -1;
  const right = card.options?.[at];
  if (!right) return own.answer ?? spoken(card.answer);
  const why = own.why ?? (right.why ? spoken(right.why) : '');
  return `${LETTERS.charAt(at)}: ${own.answer ?? spoken(right.html)} ${why}`.trim();
};
