/** What evidence must be like, and which criteria it meets. Evidence ticks a criterion; nobody ticks it by hand. */
import { dayOfIsoDate, type StudyDay } from '../calendar/study-day.ts';
import type { EvidenceFields } from '../log/event.ts';
import type { Evidence } from '../progress/learner.ts';

/** Longest note, characters. */
export const NOTE_LIMIT = 10_000;

export type EvidenceProblem =
  'no-title' | 'no-date' | 'long-ago' | 'in-the-future' | 'not-a-web-link' | 'note-too-long';
export type EvidenceProblems = Readonly<Partial<Record<keyof EvidenceFields, EvidenceProblem>>>;

/** Whether text is an address that may become a link. Anything else is shown as the text it is. */
export const isWebLink = (text: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

/**
 * What is wrong with evidence as it was filled in, by field; empty when it can be kept.
 * @param lastDay the last day that is not in the future
 */
export const evidenceProblems = (fields: EvidenceFields, lastDay: StudyDay): EvidenceProblems => {
  const problems: Partial<Record<keyof EvidenceFields, EvidenceProblem>> = {};
  if (fields.title.trim() === '') problems.title = 'no-title';
  const date = dateProblem(fields.date, lastDay);
  if (date) problems.date = date;
  if (fields.link.trim() !== '' && !isWebLink(fields.link.trim())) problems.link = 'not-a-web-link';
  if (fields.note.length > NOTE_LIMIT) problems.note = 'note-too-long';
  return problems;
};

const dateProblem = (date: string, lastDay: StudyDay): EvidenceProblem | undefined => {
  const day = dayOfIsoDate(date);
  if (day === undefined) return 'no-date';
  if (day > lastDay) return 'in-the-future';
  // A year that is being typed, such as 0026, is a date as well.
  return day < 0 ? 'long-ago' : undefined;
};

/** Newest first by its date; of one day, the one that was entered last. */
export const newestFirst = <T extends Pick<Evidence, 'fields' | 'addedAt'>>(
  evidence: readonly T[],
): readonly T[] =>
  evidence.toSorted(
    (a, b) =>
      Number(b.fields.date > a.fields.date) - Number(b.fields.date < a.fields.date) ||
      b.addedAt - a.addedAt,
  );

export interface CriterionStanding {
  readonly id: string;
  readonly text: string;
  /** The evidence that meets it, newest first. */
  readonly evidence: readonly Evidence[];
}

/** Each criterion with the evidence that meets it. */
export const criteriaStanding = (
  criteria: readonly { readonly id: string; readonly text: string }[],
  evidence: readonly Evidence[],
): readonly CriterionStanding[] => {
  const sorted = newestFirst(evidence);
  return criteria.map(({ id, text }) => ({
    id,
    text,
    evidence: sorted.filter(({ fields }) => fields.criterion === id),
  }));
};
