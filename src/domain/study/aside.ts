/** Sessions beside what is due: ahead of time, and before an interview. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard, type CardId, type TrackId } from '../curriculum/types.ts';
import { schedulerFor } from '../progress/scheduler-for.ts';
import type { Learner } from '../progress/learner.ts';
import { mostAtRiskFirst } from './at-risk.ts';
import { cardsOn } from './card-filter.ts';
import { interleave } from './queue.ts';

/** Days from which a session ahead of time may take cards: further away, a review would teach little. */
export const AHEAD_DAYS = 14;

/**
 * What is due on one of the next days, the soonest first and of a day the most at risk; nothing that was answered today.
 */
export const dueLater = (index: GraphIndex, learner: Learner, day: StudyDay): readonly CardId[] => {
  const { isFree } = cardsOn(index, learner, day);
  const { retrievability } = schedulerFor(learner.settings);
  const later: { id: CardId; day: StudyDay; recall: number }[] = [];
  learner.cards.forEach((card, id) => {
    const isNear = card.dueDay > day && card.dueDay <= day + AHEAD_DAYS;
    if (!isNear || card.reps === 0 || card.lastDay >= day || !isFree(id, card)) return;
    later.push({ id, day: card.dueDay, recall: retrievability(card, day) });
  });
  later.sort((a, b) => a.day - b.day || a.recall - b.recall || (a.id < b.id ? -1 : 1));
  return later.map(({ id }) => id);
};

/**
 * All cards that were met and are not suspended, those first that will most likely be forgotten on the day of the
 * interview; tracks interleaved. Cards that went well in a cram session today come last.
 * @param track only its cards, or `undefined` for all
 * @param on the study day of the interview
 */
export const cramOrder = (
  index: GraphIndex,
  learner: Learner,
  track: TrackId | undefined,
  today: StudyDay,
  on: StudyDay,
): readonly CardId[] => {
  const { retrievability } = schedulerFor(learner.settings);
  const trackOf = (id: CardId): TrackId | undefined => index.skill(skillOfCard(id))?.track;
  const ids: CardId[] = [];
  const recalls: number[] = [];
  learner.cards.forEach((card, id) => {
    const its = trackOf(id);
    if (card.reps === 0 || its === undefined || (track !== undefined && its !== track)) return;
    if (index.isRetired(id) || learner.suspended.has(id)) return;
    ids.push(id);
    recalls.push(retrievability(card, Math.max(on, today)));
  });
  const ordered = interleave([...mostAtRiskFirst(ids, recalls)], trackOf);
  const wentWell = (id: CardId): boolean => {
    const answer = learner.crams.get(id);
    return answer !== undefined && answer.day === today && answer.rating > 1;
  };
  return [...ordered.filter((id) => !wentWell(id)), ...ordered.filter(wentWell)];
};
