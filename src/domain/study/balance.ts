/**
 * Which of the days that the fuzz allows a card is due on: one with little due already, less on easy days, and not next
 * to a sibling. The choice goes into the review's event, since it depends on what was due when it was made.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import { noteOfCard, type CardId } from '../curriculum/types.ts';
import type { Learner } from '../progress/learner.ts';
import { outcomesOf, type ChooseInterval } from './outcomes.ts';

/** Days ahead that are balanced; further ahead, what is due will have changed by then anyway. */
const HORIZON = 120;
/** A day beside a sibling's counts as if so many more were due on it; a sibling's own day twice as many. */
const BESIDE_SIBLING = 1000;
/** What a day counts for on which nothing is wanted, days of a whole load. */
const UNWANTED = 1e6;

/** Place of a study day in the week: Monday 0. Day 0 was a Thursday. */
const weekday = (day: StudyDay): number => (((day + 3) % 7) + 7) % 7;

/**
 * Chooses for one card on a study day.
 * @returns days, or 0 to leave it to the card's id
 */
export const balanced = (learner: Learner, id: CardId, day: StudyDay): ChooseInterval => {
  const { balance, easyDays } = learner.settings;
  const isEven = easyDays.every((share) => share === easyDays[0]);
  if (!balance && isEven) return () => 0;
  const { due, siblings } = lookAhead(learner, id, day);
  const cost = (days: number): number => {
    const share = isEven ? 1 : (easyDays[weekday(day + days)] as number);
    const load = balance ? 1 + (due[days] as number) : 1;
    const nearest = Math.min(...siblings.map((on) => Math.abs(on - days)));
    const beside = nearest > 1 ? 0 : BESIDE_SIBLING * (2 - nearest);
    return (share > 0 ? load / share : UNWANTED + load) + beside;
  };
  return ({ low, high }) => {
    if (high >= HORIZON) return 0;
    const middle = (low + high) / 2;
    let best = low;
    let least = Infinity;
    for (let days = low; days <= high; days++) {
      // Of equals, the one nearest to what the memory itself gives.
      const its = cost(days) + Math.abs(days - middle) / HORIZON / 2;
      if (its < least) [best, least] = [days, its];
    }
    return best;
  };
};

/** The outcomes of the ratings, with the days that the load leaves best: what buttons say and cards' pages promise. */
export const balancedOutcomes: typeof outcomesOf = (learner, id, track, time, day) =>
  outcomesOf(learner, id, track, time, day, balanced(learner, id, day));

/** How much is due so many days ahead, by days, and on which of them siblings of a card are. */
const lookAhead = (learner: Learner, id: CardId, day: StudyDay) => {
  const due = new Int32Array(HORIZON);
  const siblings: number[] = [];
  const note = noteOfCard(id);
  const { suspended } = learner;
  learner.cards.forEach((card, other) => {
    const days = card.dueDay - day;
    if (days < 0 || days > HORIZON || card.reps === 0 || other === id) return;
    if (suspended.has(other)) return;
    if (days < HORIZON) due[days] = (due[days] as number) + 1;
    if (other.startsWith(note) && noteOfCard(other) === note) siblings.push(days);
  });
  return { due, siblings };
};
