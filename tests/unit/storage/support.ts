import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, vi } from 'vitest';
import { eventId, type Fact, type StoredEvent } from '../../../src/domain/log/event.ts';
import { readBackup } from '../../../src/storage/backup-read.ts';
import { openStore, type Store, type StoreLimits } from '../../../src/storage/indexeddb.ts';
import type { Comparison, JournalPort, OneCopyReason } from '../../../src/storage/journal-port.ts';
import {
  type LogOptions,
  type LogStore,
  type Opened,
  openLogStore,
} from '../../../src/storage/log-store.ts';

export const NOW = Date.UTC(2027, 0, 15, 9);

const toClose: { close(): unknown }[] = [];

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const open of toClose.splice(0)) await open.close();
});

let databases = 0;
/** A database that no other test uses. */
export const freshName = (): string => `test-${++databases}`;

export const open = async (name: string, options: Partial<LogOptions> = {}): Promise<Opened> => {
  const opened = await openLogStore({
    now: () => NOW,
    zone: () => 'Europe/Berlin',
    name,
    calmAfter: 0,
    ...options,
  });
  toClose.push(opened.store);
  return opened;
};

export const openLog = async (
  name = freshName(),
  options: Partial<LogOptions> = {},
): Promise<LogStore> => (await open(name, options)).store;

export const raw = (name: string, limits?: StoreLimits): Store => {
  const store = openStore(name, limits);
  toClose.push(store);
  return store;
};

export const review = (card = 'math.prob/bayes', took = 1200): Fact => ({
  t: 'review',
  card,
  rating: 3,
  took,
});

export const evidence = (title: string): Fact => ({
  t: 'evidence',
  milestone: 'm1',
  fields: { title, date: '2027-01-15', criterion: '', link: '', note: title, witnesses: 'Ada' },
});

export const stored = (d: string, n: number, more: object = {}): StoredEvent => ({
  v: 1,
  d,
  n,
  h: NOW + n,
  w: NOW + n,
  z: 'UTC',
  ...review(`c/${n}`),
  ...more,
});

export const ids = (events: Iterable<StoredEvent>): string[] => [...events].map(eventId).sort();

export const byId = (events: readonly StoredEvent[]): StoredEvent[] =>
  [...events].sort((a, b) => (eventId(a) < eventId(b) ? -1 : 1));

/** `localStorage` for Node. */
export const stubLocalStorage = (): Map<string, string> => {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  });
  return items;
};

/** A second copy in memory, for what the log makes of one. The real one is in tests/browser. */
export class MemoryJournal implements JournalPort {
  events = new Map<string, StoredEvent>();
  reason: OneCopyReason | undefined;
  append(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) this.events.set(eventId(event), event);
    return Promise.resolve();
  }
  open() {
    return Promise.resolve(this.reason);
  }
  readAll() {
    return Promise.resolve({ events: [...this.events.values()], damaged: 0 });
  }
  compare(): Promise<Comparison> {
    return Promise.resolve({ restored: [], journaled: 0, damaged: 0, full: false });
  }
  erase(erased: StoredEvent) {
    return this.append([erased]);
  }
  clear() {
    this.events.clear();
    return Promise.resolve();
  }
  close() {
    return Promise.resolve();
  }
}

/** Any events that a log may hold, each id once: several devices, gaps, unknown types, odd text. */
export const anyEvents = fc
  .uniqueArray(
    fc.record(
      {
        v: fc.integer({ min: 1, max: 3 }),
        d: fc.constantFrom('aaaaaaaaaaaa', 'b.0', 'Zz_9', 'constructor', 'c-1'),
        n: fc.integer({ min: 1, max: 2_000 }),
        h: fc.double({ noNaN: true, noDefaultInfinity: true }),
        w: fc.integer(),
        z: fc.constantFrom('Europe/Berlin', 'UTC', ''),
        t: fc.constantFrom('review', 'evidence', 'from-the-future'),
        fields: fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          fc.string({ unit: 'binary' }),
        ),
        value: fc.jsonValue({ maxDepth: 3 }).filter((value) => !hasProto(value)),
      },
      { requiredKeys: ['v', 'd', 'n', 'h', 'w', 'z', 't'] },
    ),
    { maxLength: 40, selector: eventId },
  )
  // As they come out of the database: plain data.
  .map((events) => JSON.parse(JSON.stringify(events)) as StoredEvent[]);

const hasProto = (value: unknown): boolean => JSON.stringify(value).includes('"__proto__"');

export const eventsIn = async (backup: Uint8Array): Promise<readonly StoredEvent[]> =>
  (await readBackup(backup)).events;
