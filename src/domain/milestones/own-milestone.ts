/** Writing milestones of one's own. */
import type { MilestoneId } from '../curriculum/types.ts';
import type { OwnCriterion, OwnMilestoneFields } from './ladder.ts';

/** Ids of a person's own milestones begin with this; no id of the curriculum does. */
const OWN = 'own.';
/** Longest title, and longest text of anything else, characters. */
export const TITLE_LIMIT = 200;
export const TEXT_LIMIT = 2000;

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    // Letters without their accents.
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);

/** An id that nothing has yet, from a title. */
export const ownId = (title: string, taken: ReadonlySet<string>): MilestoneId => {
  const base = `${OWN}${slugOf(title) || 'milestone'}`;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
};

/**
 * Criteria from lines of text, one each. Evidence hangs on the ids: a line that stood there before keeps its id, and one
 * that was reworded in its place does too.
 */
export const criteriaOf = (
  text: string,
  before: readonly OwnCriterion[],
): readonly OwnCriterion[] => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const kept = new Map(before.map((criterion) => [criterion.text, criterion.id]));
  const taken = new Set(lines.flatMap((line) => kept.get(line) ?? []));
  return lines.map((line, i) => {
    const inPlace = before[i]?.id;
    let id = kept.get(line);
    if (id === undefined && inPlace !== undefined && !taken.has(inPlace)) id = inPlace;
    for (let n = i + 1; id === undefined; n++) {
      if (!taken.has(`c${n}`) && !before.some((one) => one.id === `c${n}`)) id = `c${n}`;
    }
    taken.add(id);
    return { id, text: line };
  });
};

/** What is wrong with a milestone as it was filled in, by field; empty when it can be kept. */
export const ownProblems = (
  fields: OwnMilestoneFields,
): Readonly<Partial<Record<'title' | 'criteria' | 'weeks' | 'summary' | 'story', string>>> => ({
  ...(fields.title.trim() === '' && { title: 'Give it a title.' }),
  ...(fields.title.length > TITLE_LIMIT && {
    title: `The title is too long: at most ${TITLE_LIMIT} characters.`,
  }),
  ...(fields.criteria.length === 0 && {
    criteria: 'Name at least one criterion that somebody else could check.',
  }),
  ...(fields.criteria.some(({ text }) => text.length > TEXT_LIMIT) && {
    criteria: `A criterion is too long: at most ${TEXT_LIMIT} characters.`,
  }),
  ...(!(Number.isInteger(fields.weeks) && fields.weeks >= 1 && fields.weeks <= 520) && {
    weeks: 'Give a whole number of weeks from 1 to 520.',
  }),
  ...(fields.summary.length > TEXT_LIMIT && {
    summary: `The summary is too long: at most ${TEXT_LIMIT} characters.`,
  }),
  ...(fields.story.length > TEXT_LIMIT && {
    story: `The story prompt is too long: at most ${TEXT_LIMIT} characters.`,
  }),
});
