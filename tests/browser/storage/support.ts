import { afterEach, expect, vi } from 'vitest';
import { eventId, type Fact, type StoredEvent } from '../../../src/domain/log/event.ts';
import {
  type LogStore,
  type Opened,
  openLogStore,
  type StorageStatus,
} from '../../../src/storage/log-store.ts';

export const NOW = Date.UTC(2027, 0, 15, 9);

const opened: LogStore[] = [];

afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
});

let names = 0;
export const freshName = (): string => `test-${Date.now()}-${++names}`;

export const open = async (name: string): Promise<Opened> => {
  const result = await openLogStore({
    now: () => NOW,
    zone: () => 'Europe/Berlin',
    name,
    calmAfter: 0,
  });
  opened.push(result.store);
  return result;
};

/** Opens the log and waits until the copies were compared. */
export const openCompared = async (name: string): Promise<Opened> => {
  const result = await open(name);
  await compared(result.store);
  return result;
};

export const compared = (log: LogStore, copies: StorageStatus['copies'] = 2): Promise<void> =>
  vi.waitFor(
    () => {
      expect(log.status.copies).toBe(copies);
    },
    { timeout: 5_000 },
  );

export const review = (card = 'math.prob/bayes'): Fact => ({
  t: 'review',
  card,
  rating: 3,
  took: 1200,
});

export const evidence = (title: string): Fact => ({
  t: 'evidence',
  milestone: 'm1',
  fields: { title, date: '2027-01-15', criterion: '', link: '', note: title, witnesses: title },
});

export const ids = (events: Iterable<StoredEvent>): string[] => [...events].map(eventId).sort();

/** @returns whether an open connection stood in the way for a while */
export const deleteDatabase = (name: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    let wasBlocked = false;
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(wasBlocked);
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
    request.onblocked = () => (wasBlocked = true);
  });

const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

export const deleteJournal = async (name: string): Promise<void> =>
  (await root()).removeEntry(name, { recursive: true });

const slotHandle = async (name: string, slot: number): Promise<FileSystemFileHandle> =>
  (await (await root()).getDirectoryHandle(name)).getFileHandle(`journal-${slot}`);

export const readSlot = async (name: string, slot = 0): Promise<string> =>
  (await (await slotHandle(name, slot)).getFile()).text();

export const readSlots = async (name: string): Promise<string[]> =>
  Promise.all([0, 1, 2, 3].map((slot) => readSlot(name, slot)));

/** Replaces a journal file that no tab has open. */
export const rewriteSlot = async (
  name: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  slot = 0,
): Promise<void> => {
  const handle = await slotHandle(name, slot);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const writable = await handle.createWritable();
  await writable.write(change(bytes));
  await writable.close();
};

/** Flips a bit in the line that contains `text`. */
export const damageLine =
  (text: string) =>
  (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    const at = new TextDecoder('latin1').decode(bytes).indexOf(text);
    if (at < 0) throw new Error(`${text} is not there`);
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] as number) ^ 1;
    return damaged;
  };
