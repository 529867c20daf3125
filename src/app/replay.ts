/** Replays the whole log, away from the main thread where that can be. */
import type { Successors } from '../domain/progress/fold.ts';
import { settledBase } from '../domain/progress/ledger.ts';
import { encode, type Snapshot } from '../domain/progress/snapshot.ts';
import { openLogWorker, type LogWorker } from '../storage/log-client.ts';
import type { LogStore } from '../storage/log-store.ts';

/** The settled state of the whole log, all but the last events, as columns. */
export const replay = async (store: LogStore, successors: Successors): Promise<Snapshot> => {
  let worker: LogWorker | undefined;
  try {
    worker = openLogWorker();
    return await worker.replay(successors);
  } catch {
    // No worker, or none that can read the log.
    return encode(settledBase(await store.readAll(), successors));
  } finally {
    worker?.close();
  }
};
