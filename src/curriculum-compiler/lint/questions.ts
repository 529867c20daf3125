import { questions, withoutQuotes } from './sentences.ts';
import { wordsOf } from './words.ts';

const auxiliary =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|should|would|will|may|might|must|shall)(?:n['’]t)?$/;
const interrogative = /^(?:what|which|who|whom|whose|why|how)$/;
const introduction =
  /^(?:if|when|whenever|while|where|given|for|in|on|with|without|after|before|under|over|as|at|to|because|since|suppose|assuming|using|by|during|from|unless|although|once|among|within|per|compared|unlike|like|besides|apart|now|then|so|and|but)$/;

/** Whether "yes" or "no" would answer the prompt. */
export function isYesNoQuestion(prompt: string, answer: string): boolean {
  if (/^(?:yes|no)(?:[,.;:!]|\s+[—–-]\s|$)/i.test(answer.trim())) return true;
  if (/^true or false\b/i.test(prompt.trim())) return true;
  return questions(prompt).some((question) => asksForYesOrNo(question));
}

function asksForYesOrNo(question: string): boolean {
  // "Does it raise or lower recall?" wants one of two words, "or not?" does not.
  if (/\bor\b(?! not\b)/i.test(question)) return false;
  for (const part of question.split(/[:—–]|\s-\s/)) {
    let afterIntroduction = true;
    for (const clause of part.split(/[,;]/)) {
      const words = wordsOf(clause);
      const [first = '', second = ''] = words;
      if (words.slice(0, 4).some((word) => interrogative.test(word))) return false;
      // "When is it …" asks; "When classes are rare, …" introduces.
      if (/^(?:when|where)$/.test(first) && auxiliary.test(second)) return false;
      if (auxiliary.test(first))
        return afterIntroduction && !hasLaterInterrogative(question, clause);
      afterIntroduction &&= introduction.test(first);
    }
  }
  return false;
}

// "Are trees pruned, and how?" is refused as two questions; here it only must not count as yes/no as well.
const hasLaterInterrogative = (question: string, clause: string): boolean =>
  wordsOf(question.slice(question.indexOf(clause) + clause.length)).some((word) =>
    interrogative.test(word),
  );

/** Whether the prompt asks for two things, of which one might be known and the other not. */
export function asksTwice(prompt: string): boolean {
  const asked = questions(prompt);
  if ((withoutQuotes(prompt).match(/\?/g) ?? []).length > 1) return true;
  return asked.some((question) => {
    const joint =
      /[\s,](?:and|or|but)(?: also| if so,?)? (?=(?:what|which|who|why|how|when|where)\b)/i;
    const match = joint.exec(question);
    if (!match) return false;
    const before = wordsOf(question.slice(0, match.index));
    const after = wordsOf(question.slice(match.index + match[0].length));
    // "How do you tell what is signal and what is noise?" joins two halves of one question.
    const asking = before.filter(
      (word) => interrogative.test(word) || /^(?:when|where)$/.test(word),
    );
    if (asking.length !== 1 && !auxiliary.test(before[0] ?? '')) return false;
    return after.length === 1 || after.slice(1, 4).some((word) => auxiliary.test(word));
  });
}
