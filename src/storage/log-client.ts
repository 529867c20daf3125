/** Asks the worker that reads the whole log by itself: for a replay of it, or for the map on another day. */
import type { Successors } from '../domain/progress/fold.ts';
import type { Snapshot } from '../domain/progress/snapshot.ts';
import type { DayShown, DayWanted } from '../domain/study/other-day.ts';

export type LogQuestion = { readonly successors: Successors } | DayWanted;
export type LogAnswer = { readonly is: Snapshot | DayShown } | { readonly failure: string };

export interface LogWorker {
  /**
   * Answers come in the order of the questions.
   * @throws Error when the log cannot be read there
   */
  readonly replay: (successors: Successors) => Promise<Snapshot>;
  readonly showDay: (wanted: DayWanted) => Promise<DayShown>;
  readonly close: () => void;
}

/** @throws Error where workers are not to be had */
export const openLogWorker = (): LogWorker => {
  const worker = new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' });
  const ask = (question: LogQuestion): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<LogAnswer>) => {
        port1.close();
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data.is);
      };
      worker.addEventListener('error', () => reject(new Error('The log could not be read')), {
        once: true,
      });
      worker.postMessage(question, [port2]);
    });
  return {
    replay: (successors) => ask({ successors }) as Promise<Snapshot>,
    showDay: (wanted) => ask(wanted) as Promise<DayShown>,
    close: () => worker.terminate(),
  };
};
