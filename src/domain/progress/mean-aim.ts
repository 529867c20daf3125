/** The recall that is aimed at where cards of several tracks, each with its own aim, are looked at together. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard } from '../curriculum/types.ts';
import { recallAimedAt } from '../settings/settings.ts';
import type { Learner } from './learner.ts';

/**
 * The mean of what the cards aim at that were answered in review from a day on, 0 to 1; that of the settings where there
 * were none. A card counts once however often it was answered, since the state holds no more than its last answer.
 */
export const meanAim = (index: GraphIndex, learner: Learner, since: StudyDay): number => {
  const { settings } = learner;
  let sum = 0;
  let cards = 0;
  for (const [id, card] of learner.cards) {
    if (card.lastDay < since || card.reps === 0 || card.phase === 'learning') continue;
    sum += recallAimedAt(settings, index.skill(skillOfCard(id))?.track);
    cards++;
  }
  return cards === 0 ? settings.retention : sum / cards;
};
