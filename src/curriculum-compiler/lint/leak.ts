import { isStopWord, wordsOf } from './words.ts';

const choiceInPrompt =
  /\bor\b|\bversus\b|\bvs\b|\bbetween\b|\bwhich of\b|\bof .+ and .+\bwhich\b|\beither\b/i;
const leadingWords = /^(?:a|an|the|its|their|by|to|in|on|as|of|with|because|for|it|they|is|are)$/;

/** Whether the whole answer can be read off the prompt. Prompts that offer the answers to choose from may. */
export function isGivenAway(prompt: string, answer: string): boolean {
  if (choiceInPrompt.test(prompt)) return false;
  let words = wordsOf(answer);
  while (leadingWords.test(words[0] ?? '')) words = words.slice(1);
  const text = words.join(' ');
  const hasContent = words.some((word) => !isStopWord(word) && /\p{L}{3}/u.test(word));
  if (!hasContent || text.length < 4) return false;
  return ` ${wordsOf(prompt).join(' ')} `.includes(` ${text} `);
}
