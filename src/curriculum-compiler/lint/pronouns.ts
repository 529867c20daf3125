import { BLANK } from '../markdown/prose.ts';
import { sentences, withoutQuotes } from './sentences.ts';
import { isStopWord, wordsOf } from './words.ts';

const standIns = /^(?:it|its|itself|they|them|their|theirs|this|these|those|he|she|his)$/;
const elsewhere =
  /\bthe above\b|\b(?:as|see|mentioned|described|shown|defined|listed|given|introduced) (?:above|earlier|before|previously|below)\b|\b(?:previous|last|next|other|earlier) (?:card|question|prompt|flashcard)\b|\b(?:in|from) (?:this|the) (?:chapter|section|lesson|book|course)\b/i;

// "Why is it risky to …", "what does it mean when …": this "it" stands for nothing.
const emptyIt = /\bit(?: \S+){0,4} (?:to|that|when|if|whether|for)\b|\b(?:it|this) follows that\b/i;

// "Which unit does it have?": what is asked for cannot be what "it" stands for.
const asked =
  /^(?:\S+ )?(?:which|what|how|whose)(?: \S+){0,3} (?:is|are|was|were|do|does|did|has|have|can|could|should|would|will|may|must) (it|its|they|their|this|these|those)\b/i;

/**
 * The word with which a prompt leans on something outside the card, if there is one. A pronoun is fine once
 * something was named that it can stand for, in the same prompt.
 *
 * @param hasExhibit the prompt shows code, a formula, a table or a list of its own to point at
 */
export function findDanglingReference(prompt: string, hasExhibit: boolean): string | undefined {
  const text = withoutQuotes(prompt);
  const pointer = elsewhere.exec(text)?.[0];
  if (pointer !== undefined && !(hasExhibit && /above|below/.test(pointer))) return pointer;
  if (hasExhibit) return undefined;

  let named = false;
  for (const sentence of sentences(text)) {
    const words = wordsOf(sentence);
    const leaning = named ? undefined : asked.exec(sentence)?.[1];
    if (leaning !== undefined && !emptyIt.test(words.join(' '))) return leaning;
    for (const [index, word] of words.entries()) {
      if (standIns.test(word) && !named) {
        const rest = words.slice(index).join(' ');
        if (word !== 'it' || !emptyIt.test(rest)) return word;
      }
      // "That is why …" at the very start; elsewhere "that" mostly joins clauses.
      if (word === 'that' && index === 0 && !named && isStopWord(words[1] ?? '')) return word;
      named ||= word === BLANK || /^\p{N}/u.test(word) || !isStopWord(word);
    }
  }
  return undefined;
}
