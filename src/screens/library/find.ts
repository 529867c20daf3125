/** The search itself: looks at everything there is, in slices, and gives up when it is no longer wanted. */
import type { StudyDay } from '../../domain/calendar/study-day.ts';
import type { Card, Skill } from '../../domain/curriculum/types.ts';
import { hasAllWords, searchKey } from '../../domain/text/word-search.ts';
import { isInState, type CardState } from '../../domain/progress/card-state.ts';
import type { Learner } from '../../domain/progress/learner.ts';
import { inSlices, type CardEntry, type SearchIndex, type SkillEntry } from './search-index.ts';

/** More results than this are counted, not shown. */
export const SHOWN = 50;

export interface Wanted {
  readonly words: readonly string[];
  readonly state: CardState | '';
  readonly admits: (skill: Skill) => boolean;
}

/** The best results, and how many there are in all. */
export interface Hits<T> {
  readonly shown: readonly T[];
  readonly inAll: number;
}

export interface Found {
  readonly words: readonly string[];
  readonly skills: Hits<SkillEntry>;
  readonly cards: Hits<Card>;
  /** Tracks that could not be searched. */
  readonly missing: number;
}

/** Collects in two ranks: what matches at its head comes before what matches further in. */
class Collector<T> {
  readonly #ranks: readonly [T[], T[]] = [[], []];
  #inAll = 0;

  add(item: T, isBest: boolean): void {
    this.#inAll++;
    const rank = this.#ranks[isBest ? 0 : 1];
    if (rank.length < SHOWN) rank.push(item);
  }

  hits(): Hits<T> {
    return { shown: this.#ranks.flat().slice(0, SHOWN), inAll: this.#inAll };
  }
}

/**
 * Skills (only when there are words to look for, and no state, which skills do not have) and cards that match.
 * @param isWanted asked now and then; once it says no, the search ends
 * @returns `undefined` when it was given up
 */
export const find = async (
  index: SearchIndex,
  wanted: Wanted,
  learner: Learner,
  today: StudyDay,
  isWanted: () => boolean,
): Promise<Found | undefined> => {
  const { words, state, admits } = wanted;
  const breathe = inSlices();
  const skills = new Collector<SkillEntry>();
  if (words.length > 0 && state === '') {
    for (const entry of index.skills) {
      if (!admits(entry.skill) || !hasAllWords(words, entry.titleKey, entry.topicsKey)) continue;
      skills.add(entry, hasAllWords(words, entry.titleKey));
    }
  }
  const cards = new Collector<Card>();
  for (const entry of index.cards) {
    const pause = breathe();
    if (pause) {
      await pause;
      if (!isWanted()) return undefined;
    }
    if (!admits(entry.skill)) continue;
    if (state !== '' && !isInState(learner, entry.card.id, today, state)) continue;
    if (
      !hasAllWords(words, entry.promptKey, entry.answerKey) &&
      !matchesOwn(learner, entry, words)
    ) {
      continue;
    }
    cards.add(entry.card, hasAllWords(words, entry.promptKey));
  }
  return { words, skills: skills.hits(), cards: cards.hits(), missing: index.missing };
};

/** Whether the words occur in the person's own wording. Few cards have one. */
const matchesOwn = (learner: Learner, { card }: CardEntry, words: readonly string[]): boolean => {
  const own = learner.edits.size > 0 ? learner.edits.get(card.id) : undefined;
  if (!own) return false;
  return hasAllWords(
    words,
    searchKey(own.prompt ?? card.promptText),
    searchKey(own.answer ?? card.answerText),
  );
};
