import { noteOfCard } from '../../domain/curriculum/types.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import type { Problems } from '../problems.ts';
import type { ReleasedIds, SourceCurriculum } from '../source/model.ts';
import { RELEASED_IDS_FILE } from '../source/read-curriculum.ts';

/** All ids of a curriculum that people's history may hang on. */
export const currentIds = ({ skills, milestones }: SourceCurriculum): ReleasedIds => ({
  skills: skills.map((skill) => skill.id).sort(),
  cards: skills
    .flatMap((skill) => skill.notes.flatMap((note) => note.cards.map((card) => card.id)))
    .sort(),
  milestones: milestones.map((milestone) => milestone.id).sort(),
});

/** A released id never vanishes silently, and what is retired stays so. */
export function checkRetirement(curriculum: SourceCurriculum, problems: Problems): void {
  const current = currentIds(curriculum);
  const present = new Set([...current.skills, ...current.cards, ...current.milestones]);
  const notes = new Set(current.cards.map(noteOfCard));
  const retired = new Map(curriculum.retired.map((entry) => [entry.id, entry]));
  const released = curriculum.released;

  const seen = new Set<string>();
  for (const { id, replacedBy, at } of curriculum.retired) {
    if (seen.has(id)) problems.error(at, 'duplicate', `"${id}" is retired twice`);
    seen.add(id);
    if (present.has(id))
      problems.error(at, 'retired-present', `"${id}" is retired but still there`);
    if (replacedBy && !present.has(replacedBy.value) && !notes.has(replacedBy.value)) {
      if (!retired.has(replacedBy.value)) {
        const message = `"${id}" is replaced by "${replacedBy.value}", which does not exist`;
        problems.error(replacedBy.at, 'unknown-successor', message);
      }
    }
    if (circles(id, retired)) {
      problems.error(at, 'unknown-successor', `the successors of "${id}" lead back to it`);
    }
  }
  if (!released) return;
  const at = { file: RELEASED_IDS_FILE, line: 1 };
  const gone = (id: string, entryIds: readonly string[]): void => {
    if (!present.has(id) && !entryIds.some((entry) => retired.has(entry))) {
      const message = `"${id}" was released and is gone: list it in retired.yaml or bring it back`;
      problems.error(at, 'vanished', message);
    }
  };
  // One entry for a note retires all the siblings that it made.
  for (const id of released.cards) gone(id, [id, noteOfCard(id)]);
  for (const id of [...released.skills, ...released.milestones]) gone(id, [id]);
}

/** Retired cards with the card that takes over their history, through any chain of retirements. */
export function retiredCards(curriculum: SourceCurriculum): Record<CardId, CardId | null> {
  const present = new Set(currentIds(curriculum).cards);
  const retired = new Map(curriculum.retired.map((entry) => [entry.id, entry]));
  const result: Record<CardId, CardId | null> = {};
  const released = curriculum.released?.cards ?? [];
  for (const { id } of curriculum.retired) {
    if (!id.includes('/')) continue;
    const siblings = released.filter((card) => card !== id && noteOfCard(card) === id);
    for (const card of [id, ...siblings]) {
      if (!present.has(card)) result[card] = successor(card, retired, present) ?? null;
    }
  }
  return result;
}

function successor(
  card: CardId,
  retired: ReadonlyMap<string, SourceCurriculum['retired'][number]>,
  present: ReadonlySet<CardId>,
): CardId | undefined {
  const seen = new Set<CardId>();
  let id = card;
  while (!seen.has(id)) {
    seen.add(id);
    const next = (retired.get(id) ?? retired.get(noteOfCard(id)))?.replacedBy?.value;
    if (next === undefined) return undefined;
    // A note may pass its history sibling by sibling; where the successor has no such sibling, its first card takes it.
    const sibling = next + card.slice(noteOfCard(card).length);
    const first = [...present].find((other) => noteOfCard(other) === next);
    const found = [sibling, next, first].find((other) => other !== undefined && present.has(other));
    if (found !== undefined) return found;
    id = next;
  }
  return undefined;
}

function circles(
  id: string,
  retired: ReadonlyMap<string, SourceCurriculum['retired'][number]>,
): boolean {
  const seen = new Set<string>();
  for (let next = retired.get(id)?.replacedBy?.value; next !== undefined;) {
    if (next === id) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    next = retired.get(next)?.replacedBy?.value;
  }
  return false;
}
