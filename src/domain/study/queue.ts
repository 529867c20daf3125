/**
 * What is due today: cards in their steps, reviews most at risk first, new cards between them.
 *
 * The queue is a plan, not a state: which card comes next follows from the plan and the learner (see `session.ts`), so undo,
 * another tab or a restart need no care of their own.
 */
import type { GraphIndex } from '../curriculum/graph.ts';
import { noteOfCard, skillOfCard, type CardId, type TrackId } from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import { schedulerFor } from '../progress/fold.ts';
import type { Learner } from '../progress/learner.ts';
import { isRetired } from '../progress/standing.ts';
import { isInSteps } from './session.ts';

export interface Due {
  /** Cards in learning steps, earliest first. */
  readonly steps: readonly CardId[];
  /** Reviews within today's limit, most likely forgotten first, tracks interleaved. */
  readonly reviews: readonly CardId[];
  /** All reviews that are due, beyond the limit too. */
  readonly dueInAll: number;
  /** New cards that today's limit still allows. */
  readonly newAllowance: number;
}

/** How far ahead to look for a card of another track, so that at-risk cards do not wait long. */
const LOOKAHEAD = 8;

/**
 * Whether a card may be shown on a day: not suspended, its note not put off, no sibling answered that day; and a new card
 * not while a sibling is due.
 */
export const cardFilter = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
): ((id: CardId) => boolean) => {
  const isKept = (id: CardId): boolean =>
    !learner.suspended.has(id) &&
    !isRetired(index, id) &&
    index.skill(skillOfCard(id)) !== undefined;
  const seenToday = new Map<string, CardId>();
  const dueNotes = new Set<string>();
  for (const [id, card] of learner.cards) {
    if (card.reps === 0) continue;
    // Who flies west over the date line has yesterday once more: then tomorrow's answers were given just now.
    if (card.lastDay === day || card.lastDay === day + 1) seenToday.set(noteOfCard(id), id);
    else if (card.dueDay <= day && isKept(id)) dueNotes.add(noteOfCard(id));
  }
  return (id) => {
    const note = noteOfCard(id);
    const sibling = seenToday.get(note);
    return (
      isKept(id) &&
      learner.buried.get(note) !== day &&
      (sibling === undefined || sibling === id) &&
      (learner.cards.has(id) || !dueNotes.has(note))
    );
  };
};

/** What is due on a study day. Linear in cards, plus sorting the due ones. */
export const dueOn = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
  isFree: (id: CardId) => boolean = cardFilter(index, learner, day),
): Due => {
  const scheduler = schedulerFor(learner.settings);
  const steps: { id: CardId; at: number }[] = [];
  const reviews: { id: CardId; recall: number }[] = [];
  let answered = 0;
  for (const [id, card] of learner.cards) {
    if (card.lastDay === day && card.reps > 0) answered++;
    if (card.dueDay > day || card.reps === 0 || !isFree(id)) continue;
    if (isInSteps(card, day)) steps.push({ id, at: card.dueAt });
    else reviews.push({ id, recall: scheduler.retrievability(card, day) });
  }
  steps.sort((a, b) => a.at - b.at);
  reviews.sort((a, b) => a.recall - b.recall || (a.id < b.id ? -1 : 1));
  const introduced = learner.days.get(day)?.introduced ?? 0;
  const { reviewsPerDay, newPerDay } = learner.settings;
  // Not the tally's `reviewed`: that leaves out the cards whose steps another day left open.
  const reviewed = Math.max(0, answered - introduced);
  const allowance = Math.max(0, reviewsPerDay - reviewed);
  const apart = oneOfEachNote(reviews.map(({ id }) => id));
  return {
    steps: steps.map(({ id }) => id),
    reviews: interleave(apart.slice(0, allowance), (id) => index.skill(skillOfCard(id))?.track),
    dueInAll: apart.length,
    newAllowance: Math.max(0, newPerDay - introduced),
  };
};

const oneOfEachNote = (ids: readonly CardId[]): readonly CardId[] => {
  const notes = new Set<string>();
  return ids.filter((id) => {
    const note = noteOfCard(id);
    if (notes.has(note)) return false;
    notes.add(note);
    return true;
  });
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
