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
  const times = learner.answerTimes.toSorted((a, b) => a - b);
  if (times.length < ANSWERS_NEEDED) return DEFAULT_ANSWER_MS;
  return Math.max(1000, times[Math.floor(times.length / 2)] as number);
};

/**
 * Whether a card is in the middle of its steps. Steps that another day left open are a review like any other: what
 * ten minutes were to show, the night has shown.
 */
export const isInSteps = (card: CardMemory, day: StudyDay): boolean =>
  card.dueAt > 0 && card.lastDay === day;

/** Whether a card of the plan is done with for the day. */
const isDone = (learner: Learner, id: CardId, day: StudyDay): boolean => {
  const card = learner.cards.get(id);
  return card !== undefined && card.reps > 0 && card.dueDay > day;
};

const isPutOff = (learner: Learner, id: CardId, day: StudyDay): boolean =>
  learner.suspended.has(id) || learner.buried.get(noteOfCard(id)) === day;

/**
 * The card to show now: one whose step has come, else the next of the plan, else one whose step comes soon.
 * @param plan card ids in order, as the queue gave them
 * @param now ms since the epoch
 * @returns `undefined` when the plan is done
 */
export const nextCard = (
  learner: Learner,
  plan: readonly CardId[],
  now: number,
  day: StudyDay,
): CardId | undefined => {
  let step: CardId | undefined;
  let stepAt = Infinity;
  let planned: CardId | undefined;
  for (const id of plan) {
    if (isPutOff(learner, id, day)) continue;
    const card = learner.cards.get(id);
    if (card && isInSteps(card, day)) {
      if (card.dueAt < stepAt) [step, stepAt] = [id, card.dueAt];
    } else if (planned === undefined && !isDone(learner, id, day)) {
      planned = id;
    }
  }
  if (stepAt <= now) return step;
  return planned ?? (stepAt <= now + LEARN_AHEAD_MS ? step : undefined);
};

/** How far a plan has come, in cards: done with counts one, answered today but still in steps a half. */
export const progressOf = (learner: Learner, plan: readonly CardId[], day: StudyDay): number =>
  plan.reduce((sum, id) => {
    if (isPutOff(learner, id, day) || isDone(learner, id, day)) return sum + 1;
    const card = learner.cards.get(id);
    return card && card.reps > 0 && card.lastDay === day ? sum + 0.5 : sum;
  }, 0);

/**
 * Whether a time-boxed session ends before another card.
 * @param spent ms spent answering in this session
 * @param minutes length of the box; 0 is no limit
 * @param typical ms that the next card will take
 */
export const isTimeUp = (spent: number, minutes: number, typical: number): boolean =>
  minutes > 0 && spent + typical / 2 > minutes * 60_000;

/** How many cards fit a box of minutes (0: no limit). */
export const cardsInBox = (minutes: number, typical: number): number =>
  minutes === 0 ? Infinity : Math.max(1, Math.round((minutes * 60_000) / typical));
