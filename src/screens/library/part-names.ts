/** What the parts of a card are called where they are reworded. */
import type { Part } from '../../domain/progress/own-wording.ts';

export const partName = ({ role, number = 0 }: Part): string =>
  ({
    prompt: 'Prompt',
    answer: 'Answer',
    right: 'Right option',
    why: 'Why it is right',
    wrong: `Wrong option ${number}`,
    'why-not': `Why option ${number} is wrong`,
    note: 'Note',
  })[role];

/** The same within a sentence, after “the”. */
export const partInWords = ({ role, number = 0 }: Part): string =>
  ({
    prompt: 'prompt',
    answer: 'answer',
    right: 'right option',
    why: 'reason for the right option',
    wrong: `wrong option ${number}`,
    'why-not': `reason for wrong option ${number}`,
    note: 'note',
  })[role];
