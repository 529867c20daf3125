/**
 * What is due today: cards in their steps, reviews most at risk first, new cards between them.
 *
 * The queue is a plan, not a state: which card comes next follows from the plan and the learner (see `session.ts`), so undo,
 * another tab or a restart need no care of their own.
 */
import type { GraphIndex } from '../curriculum/graph.ts';
import { noteOfCard, skillOfCard, type CardId, type TrackId } from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import { schedulerFor } from '../progress/scheduler-for.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Learner } from '../progress/learner.ts';
import { mostAtRiskFirst } from './at-risk.ts';
import { cardsOn, type CardsOfDay } from './card-filter.ts';
import { reviewLimit } from './review-limit.ts';
import { isInSteps } from './session.ts';

export interface Due {
  /** Cards in learning steps, earliest first. */
  readonly steps: readonly CardId[];
  /** Reviews within today's limit, most likely forgotten first, tracks interleaved. */
  readonly reviews: readonly CardId[];
  /** All reviews that are due, beyond the limit too. */
  readonly dueInAll: number;
  /**
   * New cards that today's limit still allows. A day is what the clock shows: set back by years, each day that it shows
   * has its own share, no more and no less, although the log keeps its answers under the last day it can believe.
   */
  readonly newAllowance: number;
}

/** How far ahead to look for a card of another track, so that at-risk cards do not wait long. */
const LOOKAHEAD = 8;

/**
 * What is due on a study day. Linear in cards, plus sorting the recalls of the due ones.
 * @param isWanted of those that may be shown
 * @param all the cards of the day, where they were looked at already
 */
export const dueOn = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
  isWanted: (id: CardId) => boolean = () => true,
  all: CardsOfDay = cardsOn(index, learner, day),
): Due => {
  const { retrievability } = schedulerFor(learner.settings);
  const { dueIds, dueMemories, isFree, answered } = all;
  const steps: { id: CardId; at: number }[] = [];
  const ids: CardId[] = [];
  const recalls: number[] = [];
  for (let i = 0; i < dueIds.length; i++) {
    const id = dueIds[i] as CardId;
    const card = dueMemories[i] as CardMemory;
    if (!isFree(id, card) || !isWanted(id)) continue;
    if (isInSteps(card, day)) steps.push({ id, at: card.dueAt });
    else {
      ids.push(id);
      recalls.push(retrievability(card, day));
    }
  }
  steps.sort((a, b) => a.at - b.at);
  const introduced = learner.days.get(day)?.introduced ?? 0;
  const limit = reviewLimit(learner.settings, day);
  // Not the tally's `reviewed`: that leaves out the cards whose steps another day left open.
  const reviewed = Math.max(0, answered - introduced);
  const isFirst = firstOfEachNote(ids);
  const reviews = take(mostAtRiskFirst(ids, recalls), isFirst.test, limit - reviewed);
  return {
    steps: steps.map(({ id }) => id),
    reviews: interleave(reviews, (id) => index.skill(skillOfCard(id))?.track),
    dueInAll: isFirst.notes,
    newAllowance: Math.max(0, learner.settings.newPerDay - introduced - metBehind(learner, day)),
  };
};

/** Cards met on a day that the clock shows wrongly: they have no answers but those. */
const metBehind = ({ behind, cards }: Learner, day: StudyDay): number => {
  if (behind.day !== day) return 0;
  const answers = new Map<CardId, number>();
  for (const id of behind.cards) answers.set(id, (answers.get(id) ?? 0) + 1);
  return [...answers].filter(([id, count]) => count === cards.get(id)?.reps).length;
};

const take = (
  ids: Iterable<CardId>,
  test: (id: CardId) => boolean,
  count: number,
): readonly CardId[] => {
  const taken: CardId[] = [];
  if (count <= 0) return taken;
  for (const id of ids) {
    if (test(id) && taken.push(id) >= count) break;
  }
  return taken;
};

const hasSiblings = (id: CardId): boolean => id.includes('~');

/** Tells the first card of each note from its siblings. Most cards have none, and to name every note would take long. */
const firstOfEachNote = (
  ids: readonly CardId[],
): { readonly notes: number; readonly test: (id: CardId) => boolean } => {
  const shared = ids.filter(hasSiblings).map(noteOfCard);
  if (shared.length === 0) return { notes: ids.length, test: () => true };
  const notes = new Set(shared);
  const alone = ids.filter((id) => !hasSiblings(id) && !notes.has(id)).length;
  const taken = new Set<string>();
  const test = (id: CardId): boolean => {
    const note = noteOfCard(id);
    if (!notes.has(note)) return true;
    return !taken.has(note) && taken.add(note) !== undefined;
  };
  return { notes: alone + notes.size, test };
};

/** Keeps the order but for short swaps that put cards of one track apart. */
export const interleave = (
  ids: readonly CardId[],
  trackOf: (id: CardId) => TrackId | undefined,
): readonly CardId[] => {
  const waiting = ids.map((id) => ({ id, track: trackOf(id) }));
  const result: CardId[] = [];
  const ahead = waiting.splice(0, LOOKAHEAD);
  let before: TrackId | undefined;
  let next = 0;
  while (ahead.length > 0) {
    const other = ahead.findIndex(({ track }) => track !== before);
    const [{ id, track } = { id: '', track: undefined }] = ahead.splice(Math.max(0, other), 1);
    result.push(id);
    before = track;
    const refill = waiting[next++];
    if (refill) ahead.push(refill);
  }
  return result;
};

/** Spreads the new cards evenly among the reviews; with no reviews they stand alone. */
export const mix = (reviews: readonly CardId[], fresh: readonly CardId[]): readonly CardId[] => {
  const total = reviews.length + fresh.length;
  const mixed: CardId[] = [];
  let r = 0;
  let f = 0;
  for (let i = 0; i < total; i++) {
    const wanted = Math.floor(((i + 1) * fresh.length) / total);
    mixed.push((f < wanted || r >= reviews.length ? fresh[f++] : reviews[r++]) as CardId);
  }
  return mixed;
};
