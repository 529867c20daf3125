/** Keeps the ledger in step with the log: opens it, takes in events, settles it, and replays when it must. */
import type { StoredEvent } from '../domain/log/event.ts';
import type { Successors } from '../domain/progress/fold.ts';
import {
  EMPTY_LEDGER,
  extend,
  openLedger,
  settle,
  type Ledger,
} from '../domain/progress/ledger.ts';
import { decode, encode, SNAPSHOT_FORMAT, type Snapshot } from '../domain/progress/snapshot.ts';
import type { Opened } from '../storage/log-store.ts';

/** A snapshot is worth writing when this many events could be settled. */
const WORTH_A_SNAPSHOT = 200;
/** A longer tail without a snapshot is folded off the main thread. */
const FOLD_HERE = 5000;

/** What a snapshot record holds: columns, and where retired cards' history went when they were made. */
interface SnapshotState {
  readonly lineage: string;
  readonly columns: Snapshot;
}

export interface LedgerKeeper {
  readonly ledger: () => Ledger;
  /** Takes in events of this tab or another; resolves when the ledger has them. */
  readonly take: (events: readonly StoredEvent[]) => Promise<void>;
  /** Reads the whole log anew. */
  readonly replay: () => Promise<void>;
  /** Settles and stores a snapshot where that is worth it. */
  readonly rest: () => Promise<void>;
}

/**
 * Opens the ledger.
 * @param onChange told of each new ledger, but not of the first
 */
export const keepLedger = async (
  opened: Opened,
  successors: Successors,
  onChange: (ledger: Ledger) => void,
): Promise<LedgerKeeper> => {
  const { store } = opened;
  const lineage = JSON.stringify(
    Object.entries(successors).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  let replaying: Promise<void> | undefined;
  /** Events that came while the log was being replayed. */
  const waiting: StoredEvent[] = [];

  const save = (base: Ledger['base'], columns: Snapshot): Promise<void> => {
    const state: SnapshotState = { lineage, columns };
    return store.saveSnapshot({ format: SNAPSHOT_FORMAT, covers: base.covers, state });
  };

  const replayed = async (): Promise<Ledger> => {
    const { replay } = await import('./replay.ts');
    const columns = await replay(store, successors);
    const base = decode(columns);
    // A cache: where it cannot be written, the next start replays again.
    void save(base, columns).catch(() => undefined);
    const tail = await store.readSince(base.covers);
    return (
      openLedger(base, tail, successors) ??
      // Another tab wrote something that reaches behind the base in the meantime.
      openLedger(EMPTY_LEDGER.base, await store.readAll(), successors) ??
      EMPTY_LEDGER
    );
  };

  const opening = (): Ledger | undefined => {
    const { snapshot, tail } = opened;
    if (!snapshot) {
      return tail.length <= FOLD_HERE ? openLedger(EMPTY_LEDGER.base, tail, successors) : undefined;
    }
    const state = snapshot.state as SnapshotState;
    return state.lineage === lineage
      ? openLedger(decode(state.columns), tail, successors)
      : undefined;
  };

  let ledger = opening() ?? (await replayed());

  const replay = (): Promise<void> => {
    replaying ??= (async () => {
      try {
        for (let again = true; again;) {
          const next = await replayed();
          const withWaiting = extend(next, waiting.splice(0), successors);
          again = withWaiting === undefined;
          ledger = withWaiting ?? next;
        }
        onChange(ledger);
      } finally {
        replaying = undefined;
      }
    })();
    return replaying;
  };

  return {
    ledger: () => ledger,
    replay,
    take: async (events) => {
      if (replaying) {
        waiting.push(...events);
        return replaying;
      }
      const next = extend(ledger, events, successors);
      if (!next) return replay();
      ledger = next;
      onChange(ledger);
    },
    rest: async () => {
      await store.seal();
      if (replaying) return;
      const settled = settle(ledger, successors);
      if (ledger.tail.length - settled.tail.length < WORTH_A_SNAPSHOT) return;
      ledger = settled;
      // A cache: where it cannot be written, the next start folds more.
      await save(settled.base, encode(settled.base)).catch(() => undefined);
    },
  };
};
