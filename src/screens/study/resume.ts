/** Takes up a sitting that was broken off: by a closed tab, a dead battery, a system short of memory. */
import type { Cairn } from '../../app/context.ts';
import { loadedCard, loadTrack, tracksOf } from '../../app/content.ts';
import { isTimeUp, medianAnswerTime, nextCard, standpoint } from '../../domain/study/session.ts';
import { courseOf, minutesOf, timeSpent, type Sitting } from '../../domain/study/sitting.ts';
import { isSince, tracesIn } from '../../domain/study/traces.ts';
import type { Opening } from './open-sitting.ts';

export interface Before extends Opening {
  /** It is the one to go on with. */
  readonly goesOn: boolean;
}

/** A page that is loaded anew on this address goes on even when it had come to its end: its undo is still wanted. */
let isFirst = true;
const wasLoadedHere = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return isFirst && entry !== undefined && new URL(entry.name).pathname === location.pathname;
};

/**
 * @param scope what is to be studied now
 * @throws ContentUnavailable
 */
export const takeUp = async (cairn: Cairn, kept: Sitting, scope: string): Promise<Before> => {
  const isHere = wasLoadedHere();
  isFirst = false;
  const events = await cairn.store.readSince(kept.reach);
  const { deeds, shownAgain, chosenAt } = tracesIn(events, cairn.store.device);
  const ofThis = deeds.filter((deed) => isSince(deed, kept.since));
  const isSame = !kept.isOver && kept.scope === scope;
  if (!isSame) return { sitting: kept, deeds, ofThis, goesOn: false };
  await Promise.all(
    [...tracksOf(kept.plan, (skill) => cairn.index.skill(skill)?.track)].map(loadTrack),
  );
  // The curriculum may have been updated in between.
  const sitting = { ...kept, plan: kept.plan.filter((id) => loadedCard(id)) };
  const learner = cairn.learner();
  const minutes = minutesOf(kept, learner.settings);
  if (isTimeUp(timeSpent(ofThis), minutes, medianAnswerTime(learner))) {
    return { sitting, deeds, ofThis, goesOn: isHere };
  }
  const standing = standpoint(learner, sitting.plan, kept.day, courseOf(kept));
  const card =
    shownAgain && loadedCard(shownAgain)
      ? shownAgain
      : (nextCard(standing, chosenAt ?? kept.begun) ?? nextCard(standing, cairn.now()));
  return { sitting, deeds, ofThis, card, goesOn: isHere || card !== undefined };
};
