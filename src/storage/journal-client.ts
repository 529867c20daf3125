/** The page's side of the journal worker. Loaded after the app is up. */
import { StorageError } from './errors.ts';
import type { Comparison, JournalPort, JournalRead, OneCopyReason } from './journal-port.ts';
import type { Answer, Call } from './journal.worker.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** ms for the worker to load and take its file. */
const START_WITHIN_MS = 10_000;

const isSupported = (): boolean =>
  typeof Worker !== 'undefined' &&
  typeof navigator !== 'undefined' &&
  'locks' in navigator &&
  typeof navigator.storage?.getDirectory === 'function';

/** The journal of database `name` in the origin's private file system. Its worker starts at the first call. */
export const opfsJournal = (name: string): JournalPort => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let broken: Error | undefined;
  let calls = 0;

  const fail = (error: Error): void => {
    broken = error;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
    worker?.terminate();
  };

  const start = (): Worker => {
    // Written out in one expression: only so does Vite find the worker.
    const started = new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' });
    started.onerror = (event) => fail(new StorageError(event.message || 'The worker failed'));
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data)
        call?.reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
      else call?.resolve(data.value as never);
    };
    return started;
  };

  const call = <T>(method: Call['method'], value?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (broken) throw broken;
      worker ??= start();
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, database: name, method, value } satisfies Call);
    });

  let opening: Promise<OneCopyReason | undefined> | undefined;
  const open = async (): Promise<OneCopyReason | undefined> => {
    if (!isSupported()) return 'unsupported';
    const timer = setTimeout(() => fail(new StorageError('The worker is silent')), START_WITHIN_MS);
    try {
      return await call<OneCopyReason | undefined>('open');
    } catch (error) {
      if (broken) return 'worker';
      // Private windows have the functions too, but they refuse; older browsers lack one inside the worker.
      return /SecurityError|TypeError/.test((error as Error).name) ? 'unsupported' : 'failed';
    } finally {
      clearTimeout(timer);
    }
  };

  /** Whether there is a journal at all: asked at the first run, where starting a worker would delay the first screen. */
  const exists = async (): Promise<boolean> => {
    if (!isSupported()) return false;
    try {
      await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      return true;
    } catch {
      return false;
    }
  };

  return {
    open: () =>
      (opening ??= open().then((reason) => {
        // These may pass: another tab closes, or there is room again.
        if (reason === 'slots' || reason === 'failed') opening = undefined;
        return reason;
      })),
    append: (events) => call('append', events),
    readAll: async () =>
      (await exists()) ? call<JournalRead>('readAll') : { events: [], damaged: 0 },
    compare: () => call<Comparison>('compare'),
    erase: async (erased) => {
      if (await exists()) await call('erase', erased);
    },
    clear: async () => {
      if (await exists()) await call('clear');
    },
    async close() {
      // Asked first, so that the file is free for the next tab when this resolves.
      if (worker && !broken) await call('close').catch(() => undefined);
      fail(new StorageError('The journal is closed'));
    },
  };
};
