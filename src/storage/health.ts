/** What the person may be told about storage: one value, and who wants to know when it changes. */
import type { Trouble } from './errors.ts';
import type { OneCopyReason } from './journal-port.ts';

interface Copies {
  /** How many durable copies a new event gets. */
  readonly copies: 0 | 1 | 2;
  /** Why there is no second copy. */
  readonly oneCopyBecause?: OneCopyReason;
  /** Lines of the journal that could not be read; what they held was taken from the other copy, if it had it. */
  readonly damagedLines: number;
}

export type StorageStatus =
  | ({ readonly kind: 'ok' } & Copies)
  /** Events go to memory, and to the database as soon as that works again. */
  | ({ readonly kind: 'degraded'; readonly reason: Trouble; readonly queued: number } & Copies)
  /** Everything was erased, in this tab or another. No snapshot is saved any more. Reload. */
  | ({ readonly kind: 'wiped' } & Copies);

interface Facts {
  trouble: Trouble | undefined;
  queued: number;
  journal: OneCopyReason | undefined;
  damagedLines: number;
  wiped: boolean;
}

export interface Health {
  readonly facts: Readonly<Facts>;
  update(facts: Partial<Facts>): void;
  status(): StorageStatus;
  subscribe(onChange: (status: StorageStatus) => void): () => void;
}

export const makeHealth = (): Health => {
  let facts: Facts = {
    trouble: undefined,
    queued: 0,
    journal: 'starting',
    damagedLines: 0,
    wiped: false,
  };
  const listeners = new Set<(status: StorageStatus) => void>();

  const describe = (): StorageStatus => {
    const { trouble, journal, queued, damagedLines, wiped } = facts;
    const copies: Copies = {
      // A tab that was overtaken writes neither copy.
      copies: (trouble === 'outdated' ? 0 : Number(!trouble) + Number(!journal)) as 0 | 1 | 2,
      ...(journal ? { oneCopyBecause: journal } : {}),
      damagedLines,
    };
    if (wiped) return { kind: 'wiped', ...copies };
    return trouble
      ? { kind: 'degraded', reason: trouble, queued, ...copies }
      : { kind: 'ok', ...copies };
  };
  let current = describe();

  return {
    get facts() {
      return facts;
    },
    update(changed) {
      facts = { ...facts, ...changed };
      const next = describe();
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      for (const listener of listeners) listener(next);
    },
    status: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
};
