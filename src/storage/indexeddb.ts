/**
 * One connection to one database with one object store, as a store for idb-keyval.
 *
 * idb-keyval's own store has no durability option, blocks upgrades, keeps a connection that the browser has dropped,
 * and commits half of a failed `setMany`. This one is safe against these. It has no need of a window.
 */
import type { UseStore } from 'idb-keyval';
import { DATABASE_VERSION, OBJECT_STORE } from './keys.ts';

export interface Store extends UseStore {
  /** Closes the connection. The next use opens a new one. */
  close(): void;
  /** Whether the browser said, while opening, that it had thrown the whole database away. */
  readonly wasReset: () => boolean;
}

export interface StoreLimits {
  /** ms to wait for an open: one that is blocked, or that the browser never answers, must not hang the app. */
  readonly openWithin?: number;
  /** ms to wait for a write before it is aborted. */
  readonly writeWithin?: number;
}

/**
 * A store on database `name`. Opens on first use and again after a lost connection.
 *
 * A write resolves when it is committed with strict durability: by default Chromium answers before the data is on the
 * disk, and a power cut then takes the last seconds. A callback that throws or rejects aborts its transaction.
 * @throws (by use) DOMException: `TimeoutError`, `QuotaExceededError`, `VersionError`, `NotSupportedError`, or what
 * the callback threw
 */
export const openStore = (name = 'cairn', limits: StoreLimits = {}): Store => {
  const { openWithin = 5_000, writeWithin = 10_000 } = limits;
  let connection: Promise<IDBDatabase> | undefined;
  let reset = false;

  const connect = (): Promise<IDBDatabase> => {
    if (connection) return connection;
    const opening = open(name, openWithin, () => (reset = true));
    const forget = (): void => {
      if (connection === opening) connection = undefined;
    };
    connection = opening;
    opening.then((db) => {
      // The browser dropped it (iOS in the background, storage cleared): a dead handle must not be used again.
      db.onclose = forget;
      // Another tab upgrades or deletes; keeping the connection would block it until this tab is closed.
      db.onversionchange = () => {
        forget();
        db.close();
      };
    }, forget);
    return opening;
  };

  const close = (): void => {
    const old = connection;
    connection = undefined;
    old?.then(
      (db) => db.close(),
      () => undefined,
    );
  };

  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    const options = { durability: 'strict' } as const;
    try {
      return (await connect()).transaction(OBJECT_STORE, mode, options);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      // The handle died without a close event. Once more, on a new one; nothing was begun on the old.
      close();
      return (await connect()).transaction(OBJECT_STORE, mode, options);
    }
  };

  const use: UseStore = async (mode, callback) => {
    const transaction = await begin(mode);
    const records = transaction.objectStore(OBJECT_STORE);
    if (mode === 'readonly') return callback(records);
    const committed = completion(transaction);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A transaction that hangs settles no request either, so its callback is not waited for.
    const overdue = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        abort(transaction);
        close();
        reject(new DOMException('The database did not answer a write', 'TimeoutError'));
      }, writeWithin);
    });
    try {
      const value = await Promise.race([callback(records), overdue]);
      await Promise.race([committed, overdue]);
      return value;
    } catch (error) {
      abort(transaction);
      // The transaction knows that the quota is exceeded where the request says just "aborted".
      if (transaction.error) throw transaction.error;
      // Browsers have been seen to reject with null.
      if (error === null) throw new DOMException('A write failed', 'AbortError');
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return Object.assign(use, { close, wasReset: () => reset });
};

const open = (name: string, within: number, onReset: () => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined')
      throw new DOMException('There is no IndexedDB', 'NotSupportedError');
    const request = indexedDB.open(name, DATABASE_VERSION);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new DOMException('The database did not open', 'TimeoutError'));
    }, within);
    request.onupgradeneeded = (event) => {
      request.result.createObjectStore(OBJECT_STORE);
      // Chromium deletes a database that it finds damaged, and says so only here.
      if ((event as { dataLoss?: string }).dataLoss === 'total') onReset();
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // Nobody waits any more: an unused connection would only block upgrades.
      if (late) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new DOMException('The database did not open', 'UnknownError'));
    };
  });

/** Listeners, not `oncomplete`: idb-keyval's `promisifyRequest` sets that. */
const completion = (transaction: IDBTransaction): Promise<void> => {
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError')),
    );
  });
  // It may be reported by the callback first; then nobody else listens here.
  done.catch(() => undefined);
  return done;
};

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
};
