/** Takes up a sitting that was broken off: by a closed tab, a dead battery, a system short of memory. */
import type { Cairn } from '../../app/context.ts';
import { loadTrack, tracksOf } from '../../app/content.ts';
import { cardToGoOn, pastOf, withoutGone } from '../../domain/study/going-on.ts';
import type { Sitting } from '../../domain/study/sitting.ts';
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
  const past = pastOf(kept, await cairn.store.readSince(kept.reach), cairn.store.device);
  const { deeds, ofThis } = past;
  const isSame = !kept.isOver && kept.scope === scope;
  if (!isSame) return { sitting: kept, deeds, ofThis, goesOn: false };
  await Promise.all(
    [...tracksOf(kept.plan, (skill) => cairn.index.skill(skill)?.track)].map(loadTrack),
  );
  const sitting = withoutGone(kept, cairn.index);
  const card = cardToGoOn(cairn.index, cairn.learner(), sitting, past, cairn.now());
  return { sitting, deeds, ofThis, card, goesOn: isHere || card !== undefined };
};
