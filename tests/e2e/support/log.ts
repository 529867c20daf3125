/** Reads the log of a page from its disk, past the app: what is there is what a restart would find. */
import type { Page } from '@playwright/test';

export interface LoggedEvent {
  readonly d: string;
  readonly n: number;
  readonly t: string;
  readonly [field: string]: unknown;
}

/** Every event in IndexedDB, fresh and sealed. */
export const eventsOnDisk = (page: Page): Promise<readonly LoggedEvent[]> =>
  page.evaluate(
    () =>
      new Promise<LoggedEvent[]>((resolve, reject) => {
        const opening = indexedDB.open('cairn');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('kv').objectStore('kv');
          const fresh = store.getAll(IDBKeyRange.bound(['e'], ['e', []]));
          const sealed = store.getAll(IDBKeyRange.bound(['s'], ['s', []]));
          store.transaction.oncomplete = () => {
            database.close();
            resolve([...fresh.result, ...sealed.result.flat()] as LoggedEvent[]);
          };
        };
      }),
  );

export const reviewsOnDisk = async (page: Page): Promise<readonly LoggedEvent[]> =>
  (await eventsOnDisk(page)).filter(({ t }) => t === 'review');
