/** The session of today that was broken off, if Study would go on with one. */
import type { Cairn } from '../../app/context.ts';
import { cardToGoOn, howFar, pastOf, withoutGone } from '../../domain/study/going-on.ts';
import { sittingOf } from '../../domain/study/sitting.ts';
import type { Scope } from '../study/plan.ts';

export interface LeftOff {
  readonly scope: Scope;
  readonly done: number;
  readonly of: number;
}

export const leftOff = async (cairn: Cairn): Promise<LeftOff | undefined> => {
  const { index, store } = cairn;
  const kept = sittingOf(await store.sitting(), cairn.today());
  if (!kept || kept.isOver) return undefined;
  const past = pastOf(kept, await store.readSince(kept.reach), store.device);
  // Opened and left again, it is no session that one would remember.
  if (past.ofThis.length === 0) return undefined;
  const sitting = withoutGone(kept, index);
  const learner = cairn.learner();
  if (!cardToGoOn(index, learner, sitting, past, cairn.now())) return undefined;
  return { scope: JSON.parse(sitting.scope) as Scope, ...howFar(learner, sitting) };
};
