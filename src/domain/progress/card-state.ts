/** What can be asked of a single card: is it due, put aside, forgotten again and again? */
import type { GraphIndex } from '../curriculum/graph.ts';
import { noteOfCard, skillOfCard, type CardId, type Skill } from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import { isLeech } from '../study/leech.ts';
import type { Learner } from './learner.ts';

/** A card can be in several of them at once, or in none. */
export const CARD_STATES = [
  'due',
  'learning',
  'suspended',
  'flagged',
  'leech',
  'not-started',
] as const;
export type CardState = (typeof CARD_STATES)[number];

/** Whether the card's note was put off until tomorrow. */
export const isPutOff = (learner: Learner, id: CardId, day: StudyDay): boolean =>
  learner.buried.get(noteOfCard(id)) === day;

export const isInState = (
  learner: Learner,
  id: CardId,
  day: StudyDay,
  state: CardState,
): boolean => {
  if (state === 'suspended') return learner.suspended.has(id);
  if (state === 'flagged') return learner.flagged.has(id);
  const card = learner.cards.get(id);
  if (!card || card.reps === 0) return state === 'not-started';
  switch (state) {
    case 'due':
      return card.dueDay <= day && !learner.suspended.has(id) && !isPutOff(learner, id, day);
    case 'learning':
      return card.phase === 'learning' || card.phase === 'relearning';
    case 'leech':
      return isLeech(card, learner.settings);
    case 'not-started':
      return false;
  }
};

/** How many cards of the chosen skills are in each state. Linear in the cards that were met. */
export const countStates = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
  isChosen: (skill: Skill) => boolean,
): Readonly<Record<CardState, number>> => {
  const counts: Record<CardState, number> = {
    due: 0,
    learning: 0,
    suspended: 0,
    flagged: 0,
    leech: 0,
    'not-started': 0,
  };
  const isCounted = (id: CardId): boolean => {
    const skill = index.skill(skillOfCard(id));
    return skill !== undefined && isChosen(skill) && !index.isRetired(id);
  };
  for (const skill of index.graph.skills) if (isChosen(skill)) counts['not-started'] += skill.cards;
  for (const [id, card] of learner.cards) {
    if (card.reps === 0 || !isCounted(id)) continue;
    counts['not-started']--;
    for (const state of ['due', 'learning', 'leech'] as const) {
      if (isInState(learner, id, day, state)) counts[state]++;
    }
  }
  for (const id of learner.suspended) if (isCounted(id)) counts.suspended++;
  for (const id of learner.flagged) if (isCounted(id)) counts.flagged++;
  counts['not-started'] = Math.max(0, counts['not-started']);
  return counts;
};
