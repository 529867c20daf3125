/** What runs inside the pages of `two.tabs.test.ts`. */
import type { Fact } from '../../../src/domain/log/event.ts';
import { eventId } from '../../../src/domain/log/event.ts';
import { type LogStore, openLogStore } from '../../../src/storage/log-store.ts';

const review = (card: string): Fact => ({ t: 'review', card, rating: 3, took: 1 });

let log: LogStore;
let heard: string[] = [];

const tab = {
  /** @returns the ids of all events of the tail */
  async open(): Promise<string[]> {
    const { store, tail } = await openLogStore({ now: Date.now, zone: () => 'UTC' });
    log = store;
    heard = [];
    log.subscribe((events) => heard.push(...events.map(eventId)));
    return tail.map(eventId);
  },
  /** Appends one event per call, as many calls at once. @returns their ids */
  async append(count: number, text = 'a/1'): Promise<string[]> {
    const calls = Array.from({ length: count }, () => log.append([review(text)]));
    return (await Promise.all(calls)).flat().map(eventId);
  },
  /** Text that does not compress, so that it fills a quota. */
  noise: (length: number) =>
    Array.from({ length: length / 10 }, () => Math.random().toFixed(8)).join(''),
  status: () => log.status,
  heard: () => heard,
  ids: async () => (await log.readAll()).map(eventId),
  close: () => log.close(),
  deleteDatabase: () =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('cairn');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error('not deleted'));
    }),
};

export type Tab = typeof tab;

Object.assign(globalThis, { tab });
