/** What a limit of reviews a day costs: a simulation of the coming weeks, with the limit and without. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard } from '../curriculum/types.ts';
import { createScheduler, type CardMemory } from '../memory/scheduler.ts';
import { aimOf } from '../settings/settings.ts';
import type { Learner } from './learner.ts';

/** Cards looked at, at most: of more, every second, third and so on, under a limit that is as much smaller. */
const SAMPLE = 1500;

export interface Outlook {
  /** Share of the cards expected to be known, 0 to 1, averaged over the days. */
  readonly known: number;
  /** Reviews on the busiest day. */
  readonly busiest: number;
  /** Reviews left waiting at the end. */
  readonly waiting: number;
}

/**
 * The coming days of the cards that were met and are not suspended. New cards are not foreseen, and a card that is
 * forgotten is asked again the next day. The same learner has the same outlook: luck is by the cards' places.
 * @param limit reviews a day
 */
export const outlook = (
  index: GraphIndex,
  learner: Learner,
  from: StudyDay,
  days: number,
  limit: number,
): Outlook | undefined => {
  const met = [...learner.cards].filter(([id, { reps }]) => reps > 0 && !learner.suspended.has(id));
  if (met.length === 0) return undefined;
  const nth = Math.ceil(met.length / SAMPLE);
  const sample = met.filter((_, i) => i % nth === 0);
  const scheduler = createScheduler({
    ...learner.settings,
    learningSteps: [],
    relearningSteps: [],
  });
  const room = limit / nth;
  let busiest = 0;
  let owed = 0;
  // Luck that is spread evenly over the cards, by the golden ratio, and adds up to what is expected of each.
  const cards = sample.map(([id, memory], i) => ({
    id,
    memory,
    luck: (i * 0.618034) % 1,
    choice: { days: 0, aim: aimOf(learner.settings, index.skill(skillOfCard(id))?.track) },
  }));
  let known = 0;
  const recallOn = (day: StudyDay) => (card: { readonly memory: CardMemory }) =>
    scheduler.retrievability(card.memory, day);
  for (let day = from; day < from + days; day++) {
    const recall = recallOn(day);
    const due = cards
      .filter(({ memory }) => memory.dueDay <= day)
      .map((card, place) => ({ card, place, recall: recall(card) }))
      .sort((a, b) => a.recall - b.recall || a.place - b.place);
    // Shares of a review that the sample leaves over are carried to the next day.
    owed += room;
    const asked = due.slice(0, Math.floor(owed));
    owed = Math.min(1, owed - asked.length);
    busiest = Math.max(busiest, asked.length);
    for (const { card, recall: expected } of asked) {
      card.luck += expected;
      const isRecalled = card.luck >= 1;
      if (isRecalled) card.luck -= 1;
      const { id, memory, choice } = card;
      card.memory = scheduler.rate(id, memory, isRecalled ? 3 : 1, 0, day, choice);
    }
    known += cards.reduce((sum, card) => sum + recall(card), 0) / cards.length;
  }
  return {
    known: known / days,
    busiest: busiest * nth,
    waiting: cards.filter(({ memory }) => memory.dueDay < from + days).length * nth,
  };
};
