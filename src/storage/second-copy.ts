/** Keeps the journal from ever standing in the way: it may be slow, broken or missing, and the app goes on. */
import type { StoredEvent } from '../domain/log/event.ts';
import type { Health } from './health.ts';
import type { JournalPort } from './journal-port.ts';

export interface SecondCopy {
  /** Resolves when the events are in the journal, or will not be. Never rejects. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /** Makes the journal ready, so that no append waits for that. Never rejects. */
  open(): Promise<void>;
  /** Completes each copy from the other. Never rejects. */
  compare(): Promise<void>;
}

/** @param onRestored told of events that the database lacked and has now */
export const secondCopy = (
  load: () => Promise<JournalPort>,
  health: Health,
  onRestored: (events: readonly StoredEvent[]) => void,
): SecondCopy => {
  let hasGap = false;

  /** The journal, if this tab can write it. */
  const writable = async (): Promise<JournalPort | undefined> => {
    const journal = await load();
    const reason = await journal.open();
    if (!reason) return journal;
    hasGap = true;
    health.update({ journal: reason });
    return undefined;
  };

  /** Usually the database is the one that does not answer; then the journal is all the more worth writing. */
  const giveUp = (): void => {
    if (health.facts.journal === 'starting')
      health.update({ journal: health.facts.trouble ? undefined : 'failed' });
  };

  const open = async (): Promise<void> => {
    try {
      await writable();
    } catch {
      giveUp();
    }
  };

  const compare = async (): Promise<void> => {
    try {
      const journal = await writable();
      if (!journal) return;
      const { restored, damaged } = await journal.compare();
      hasGap = false;
      health.update({ journal: undefined, damagedLines: damaged });
      onRestored(restored);
    } catch {
      giveUp();
    }
  };

  return {
    open,
    compare,
    async append(events) {
      try {
        const journal = await writable();
        if (!journal) return;
        await journal.append(events);
        if (hasGap) await compare();
        else health.update({ journal: undefined });
      } catch {
        // Filled by a comparison as soon as a write succeeds, or at the next start.
        hasGap = true;
        health.update({ journal: 'failed' });
      }
    },
  };
};
