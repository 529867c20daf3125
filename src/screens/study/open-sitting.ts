/** Opens a sitting: the one that was broken off, or a new one. */
import type { Cairn } from '../../app/context.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import { newSitting, sittingOf, type Deed, type Sitting } from '../../domain/study/sitting.ts';
import { planSession, type Scope } from './plan.ts';

export interface Opening {
  readonly sitting: Sitting;
  /** What was done before, today, and can still be taken back. */
  readonly deeds: readonly Deed[];
  /** Of these, what was done in this sitting. */
  readonly ofThis: readonly Deed[];
  /** The card that was up when it was broken off. */
  readonly card?: CardId | undefined;
}

/** @throws ContentUnavailable when a track can neither be fetched nor is cached */
export const openSitting = async (cairn: Cairn, scope: Scope): Promise<Opening> => {
  const day = cairn.today();
  const kept = sittingOf(await cairn.store.sitting(), day);
  const key = JSON.stringify(scope);
  // Loaded only where there is something to take up.
  const before = kept && (await (await import('./resume.ts')).takeUp(cairn, kept, key));
  if (before?.goesOn) return before;
  const plan = await planSession(cairn, scope);
  const { covers, settings } = cairn.learner();
  const sitting = newSitting({
    day,
    scope: key,
    plan,
    begun: cairn.now(),
    since: covers,
    reach: kept?.reach ?? covers,
    minutes: settings.sessionMinutes,
  });
  void cairn.store.keepSitting(sitting);
  return { sitting, deeds: before?.deeds ?? [], ofThis: [] };
};
