/** Where a sitting that was broken off goes on: what Study takes up, and Today announces. */
import type { GraphIndex } from '../curriculum/graph.ts';
import type { CardId } from '../curriculum/types.ts';
import type { DeviceId, StoredEvent } from '../log/event.ts';
import type { Learner } from '../progress/learner.ts';
import { cardsInBox, isTimeUp, medianAnswerTime, nextCard, standpoint } from './session.ts';
import { courseOf, minutesOf, timeSpent, type Deed, type Sitting } from './sitting.ts';
import { isSince, tracesIn, type Traces } from './traces.ts';

export interface Past extends Traces {
  /** Of what was done on the day, what was done in this sitting. */
  readonly ofThis: readonly Deed[];
}

/** @param events all since the sitting's reach, in any order */
export const pastOf = (
  { since }: Sitting,
  events: readonly StoredEvent[],
  device: DeviceId,
): Past => {
  const traces = tracesIn(events, device);
  return { ...traces, ofThis: traces.deeds.filter((deed) => isSince(deed, since)) };
};

/** The sitting without the cards that are gone: the curriculum may have been updated in between. */
export const withoutGone = (sitting: Sitting, index: GraphIndex): Sitting => ({
  ...sitting,
  plan: sitting.plan.filter(index.hasCard),
});

/**
 * The card that a sitting goes on with: the one that was up, unless that is no longer the question.
 * @param sitting without the cards that are gone
 * @param now ms since the epoch
 * @returns `undefined` when it has come to its end
 */
export const cardToGoOn = (
  index: GraphIndex,
  learner: Learner,
  sitting: Sitting,
  { ofThis, shownAgain, chosenAt }: Past,
  now: number,
): CardId | undefined => {
  const minutes = minutesOf(sitting, learner.settings);
  if (isTimeUp(timeSpent(ofThis), minutes, medianAnswerTime(learner))) return undefined;
  if (shownAgain && index.hasCard(shownAgain)) return shownAgain;
  const { plan, begun, day } = sitting;
  const standing = standpoint(learner, plan, day, courseOf(sitting));
  return nextCard(standing, chosenAt ?? begun) ?? nextCard(standing, now);
};

/** How far it has come, in whole cards, as the bar of the session says. */
export const howFar = (
  learner: Learner,
  sitting: Sitting,
): { readonly done: number; readonly of: number } => {
  const { plan, day } = sitting;
  const minutes = minutesOf(sitting, learner.settings);
  const of = cardsInBox(minutes, medianAnswerTime(learner), plan.length);
  const { progress } = standpoint(learner, plan, day, courseOf(sitting));
  return { done: Math.min(of, Math.floor(progress)), of };
};
