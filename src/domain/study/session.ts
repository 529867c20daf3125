/** One sitting: which card is next, how long it will take, and when it is over. */
import { noteOfCard, type CardId } from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Learner } from '../progress/learner.ts';

/** A card in steps may be shown this much early, ms, when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;
/** Answer time to reckon with, ms, until the person's own is known. */
export const DEFAULT_ANSWER_MS = 12_000;
/** Answers before the person's own median counts. */
const ANSWERS_NEEDED = 10;

/** The person's median answer time, ms. */
export const medianAnswerTime = (learner: Learner): number => {
  // After every answer: numbers are sorted without a call for each comparison.
  const times = Float64Array.from(learner.answerTimes).sort();
  if (times.length < ANSWERS_NEEDED) return DEFAULT_ANSWER_MS;
  return Math.max(1000, times[Math.floor(times.length / 2)] as number);
};

/**
 * Whether a card is in the middle of its steps. Steps that another day left open are a review like any other: what
 * ten minutes were to show, the night has shown.
 */
export const isInSteps = (card: CardMemory, day: StudyDay): boolean =>
  card.dueAt > 0 && card.lastDay === day;

/**
 * By what rule a session goes through its plan.
 * - `due`: a card is done with when it is due on a later day
 * - `ahead`: the cards are due on a later day anyway; one is done with when it was answered today
 * - `cram`: one is done with when it was recalled after the session began, at `since` (ms); memory does not count
 */
export type Course = 'due' | 'ahead' | { readonly since: number };

/** A card forgotten in a cram session comes back after this long, ms; sooner when nothing else is left. */
const CRAM_AGAIN_MS = 60_000;

/** Where a card of a plan stands: done with, not yet up today, or back at a moment, ms. */
type Place = 'done' | 'waiting' | number;

const placeOf = (learner: Learner, id: CardId, day: StudyDay, course: Course): Place => {
  if (typeof course === 'object') {
    const answer = learner.crams.get(id);
    if (!answer || answer.at < course.since) return 'waiting';
    return answer.rating > 1 ? 'done' : answer.at + CRAM_AGAIN_MS;
  }
  const card = learner.cards.get(id);
  if (!card || card.reps === 0) return 'waiting';
  if (isInSteps(card, day)) return card.dueAt;
  return card.dueDay > day && (course === 'due' || card.lastDay >= day) ? 'done' : 'waiting';
};

const isPutOff = (learner: Learner, id: CardId, day: StudyDay): boolean =>
  learner.suspended.has(id) ||
  (learner.buried.size > 0 && learner.buried.get(noteOfCard(id)) === day);

/** Where a session stands in its plan; read once for each answer, since a plan may be thousands of cards long. */
export interface Standpoint {
  /** How far the plan has come, in cards: done with counts one, answered today but still in steps a half. */
  readonly progress: number;
  /** The next card that waits for its turn. */
  readonly waiting?: CardId | undefined;
  /** The card that is back first, and when, ms since the epoch. */
  readonly back?: { readonly id: CardId; readonly at: number } | undefined;
}

/**
 * @param plan card ids in order, as the queue gave them
 * @param course of the same session, always the same
 */
export const standpoint = (
  learner: Learner,
  plan: readonly CardId[],
  day: StudyDay,
  course: Course = 'due',
): Standpoint => {
  let progress = 0;
  let waiting: CardId | undefined;
  let back: Standpoint['back'];
  for (const id of plan) {
    const place = placeOf(learner, id, day, course);
    if (place === 'done' || isPutOff(learner, id, day)) progress += 1;
    else if (place === 'waiting') waiting ??= id;
    else {
      progress += 0.5;
      if (!back || place < back.at) back = { id, at: place };
    }
  }
  return { progress, waiting, back };
};

/**
 * The card to show now: one whose step has come, else the next of the plan, else one whose step comes soon.
 * @param now ms since the epoch
 * @returns `undefined` when the plan is done
 */
export const nextCard = ({ waiting, back }: Standpoint, now: number): CardId | undefined => {
  if (back && back.at <= now) return back.id;
  return waiting ?? (back && back.at <= now + LEARN_AHEAD_MS ? back.id : undefined);
};

/**
 * Whether a time-boxed session ends before another card.
 * @param spent ms spent answering in this session
 * @param minutes length of the box; 0 is no limit
 * @param typical ms that the next card will take
 */
export const isTimeUp = (spent: number, minutes: number, typical: number): boolean =>
  minutes > 0 && spent + typical / 2 > minutes * 60_000;

/**
 * How many cards fit a box of minutes (0: no limit).
 * @param of the cards there are
 */
export const cardsInBox = (minutes: number, typical: number, of: number): number =>
  minutes === 0 ? of : Math.min(of, Math.max(1, Math.round((minutes * 60_000) / typical)));
