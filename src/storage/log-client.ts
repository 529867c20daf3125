/** Asks the worker that reads the whole log by itself: for a replay of it, or for the map on another day. */
import type { Successors } from '../domain/progress/fold.ts';
import type { Snapshot } from '../domain/progress/snapshot.ts';
import type { DayShown, DayWanted } from '../domain/study/other-day.ts';

export type LogQuestion = { readonly successors: Successors } | DayWanted;
export type LogAnswer = { readonly is: Snapshot | DayShown } | { readonly failure: string };

export interface LogWorker {
  /** @throws Error when the log cannot be read there, or the worker fails or is closed */
  readonly replay: (successors: Successors) => Promise<Snapshot>;
  /** @throws Error when the log cannot be read there, or the worker fails or is closed */
  readonly showDay: (wanted: DayWanted) => Promise<DayShown>;
  readonly close: () => void;
}

/** @throws Error where workers are not to be had */
export const openLogWorker = (): LogWorker => {
  const worker = new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Set<(error: Error) => void>();
  let over: Error | undefined;

  const end = (reason: string): void => {
    over ??= new Error(reason);
    worker.terminate();
    for (const reject of waiting) reject(over);
    waiting.clear();
  };
  // It may fail to load before anything is asked.
  worker.addEventListener('error', () => end('The log could not be read'));

  const ask = (question: LogQuestion): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (over) throw over;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<LogAnswer>) => {
        waiting.delete(reject);
        port1.close();
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data.is);
      };
      worker.postMessage(question, [port2]);
      waiting.add(reject);
    });
  return {
    replay: (successors) => ask({ successors }) as Promise<Snapshot>,
    showDay: (wanted) => ask(wanted) as Promise<DayShown>,
    close: () => end('The worker is closed'),
  };
};
