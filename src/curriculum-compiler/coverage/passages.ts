import { plainText } from '../markdown/prose.ts';
import type { ClaimSource, MilestoneSource, NoteSource, SkillSource } from '../source/model.ts';

/** A piece of the curriculum that may treat a statement. */
export interface Passage {
  /** What it is: `card <id>`, `claim <id>`, `description`, `good: <stage>`, `criterion: <id>` and so on. */
  readonly name: string;
  /** One line to show as evidence. */
  readonly shown: string;
  /** Everything that counts for the match. */
  readonly text: string;
}

export const cardPassage = ({ id, cards, texts }: NoteSource): Passage => {
  const [first] = cards;
  const options = first?.options?.flatMap(({ text, why }) => (why ? [text, why] : [text])) ?? [];
  return {
    name: `card ${id}`,
    shown: first ? `${plainText(first.prompt)} → ${plainText(first.answer)}` : '',
    text: [...(first ? [first.prompt, first.answer] : []), ...texts, ...options]
      .map(plainText)
      .join(' '),
  };
};

/** A skill's cards, its description, and what good looks like. */
export const skillPassages = (skill: SkillSource): readonly Passage[] => [
  ...skill.notes.map(cardPassage),
  passage('description', plainText(skill.description)),
  ...skill.good.map(({ stage, text }) => passage(`good: ${stage}`, plainText(text))),
];

export const milestonePassages = (milestone: MilestoneSource): readonly Passage[] => [
  passage('summary', `${milestone.title}: ${milestone.summary}`),
  ...milestone.criteria.map(({ id, text }) => passage(`criterion: ${id}`, text)),
  ...milestone.strong.map((text) => passage('strong evidence', text)),
  passage('story', milestone.story),
];

export const claimPassage = ({ id, text, note, by, asOf }: ClaimSource): Passage =>
  passage(`claim ${id}`, [text, `(${asOf}, ${by})`, note ?? ''].join(' ').trim());

const passage = (name: string, text: string): Passage => ({ name, shown: text, text });
