/** Replays the whole log away from the main thread. */
import type { Successors } from '../domain/progress/fold.ts';
import { settledBase } from '../domain/progress/ledger.ts';
import { encode, type Snapshot } from '../domain/progress/snapshot.ts';
import type { LogStore } from '../storage/log-store.ts';

export interface ReplayRequest {
  readonly successors: Successors;
}
export type ReplayAnswer = { readonly snapshot: Snapshot } | { readonly failure: string };

/** The settled state of the whole log, all but the last events, as columns. Falls back to this thread where the worker cannot read the log. */
export const replayInWorker = async (
  store: LogStore,
  successors: Successors,
): Promise<Snapshot> => {
  const answer = await askWorker({ successors });
  if (answer && 'snapshot' in answer) return answer.snapshot;
  return encode(settledBase(await store.readAll(), successors));
};

const askWorker = (request: ReplayRequest): Promise<ReplayAnswer | undefined> =>
  new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      resolve(undefined);
      return;
    }
    const finish = (answer: ReplayAnswer | undefined): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<ReplayAnswer>) => finish(data));
    worker.addEventListener('error', () => finish(undefined));
    worker.postMessage(request);
  });
