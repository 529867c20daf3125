/**
 * What the log does beside storing: the second copy, the other tabs, trying again, and what is rarely asked for.
 * Loaded after the first screen.
 */
import { del, get, promisifyRequest, set } from 'idb-keyval';
import { eventId, type EventId, type StoredEvent } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';
import type { Appended, Appender } from './appender.ts';
import type { Attachments } from './attachments.ts';
import { newDevice } from './device.ts';
import { eraseStored, redactedCopy } from './erase.ts';
import type { Health } from './health.ts';
import type { Store } from './indexeddb.ts';
import type { JournalPort } from './journal-port.ts';
import {
  DEVICE_KEY,
  type DeviceRecord,
  LAST_BACKUP_KEY,
  PERSIST_KEY,
  SCHEMA_KEY,
  type SchemaRecord,
  SNAPSHOT_KEY,
} from './keys.ts';
import { withLock } from './locks.ts';
import type { LogStore } from './log-store.ts';
import type { Marker } from './marker.ts';
import { readEventsSince } from './read-events.ts';
import { assertCurrent, SCHEMA_VERSION } from './schema.ts';
import { seal } from './seal.ts';
import { secondCopy } from './second-copy.ts';
import { seenEvents } from './seen-events.ts';
import { openTabs } from './tabs.ts';

/** Where events that this tab did not append go. */
export interface Inbox {
  readonly listeners: Set<(events: readonly StoredEvent[]) => void>;
  /** What came before there was a listener: the app subscribes a little after it has opened the log. */
  unheard: StoredEvent[];
}

export interface LogParts {
  readonly name: string;
  readonly store: Store;
  readonly health: Health;
  readonly marker: Marker;
  readonly appender: Appender;
  /** What the app was given at the start. Emptied when it is taken in: the events are the app's to keep, or to drop. */
  readonly given: { covers: VersionVector; events: readonly StoredEvent[] };
  /** Fresh events at the start. */
  readonly fresh: number;
  /** ms without a write, after which the copies are compared. */
  readonly calmAfter: number;
  readonly inbox: Inbox;
  readonly journal: () => Promise<JournalPort>;
  readonly readAll: () => Promise<StoredEvent[]>;
  readonly now: () => number;
}

export interface Upkeep extends Pick<
  LogStore,
  | 'seal'
  | 'saveSnapshot'
  | 'dropSnapshot'
  | 'exportBackup'
  | 'restoreBackup'
  | 'lastBackupAt'
  | 'erase'
  | 'wipe'
  | 'askToPersist'
  | 'close'
> {
  /** Opens the second copy; then, in a calm moment, compares it, and does what the last session left undone. Never rejects. */
  start(): Promise<void>;
  /** What is to be done after an append; resolves when the journal has the events, or will not. Never rejects. */
  follow(appended: Appended, hadTrouble: boolean): Promise<void>;
}

/** A session that ended without sealing leaves fresh events; above this many, the next one seals them. */
const FRESH_AT_START = 1_000;
/** ms between two tries to reach a database that does not answer. A full one is tried at the next append. */
const RETRY_MS = 5_000;

export const makeUpkeep = (log: LogParts): Upkeep => {
  const { name, store, health, marker, inbox, appender, given, now } = log;
  let seen = seenEvents(given.covers);
  for (const event of given.events) seen.add(event);
  given.events = [];
  let retry: ReturnType<typeof setTimeout> | undefined;
  let lastWrite = performance.now();
  let calming: ReturnType<typeof setTimeout> | undefined;

  const deliver = (events: readonly StoredEvent[]): void => {
    const unseen = events.filter((event) => seen.add(event));
    if (unseen.length === 0) return;
    for (const listener of inbox.listeners) listener(unseen);
    if (inbox.listeners.size === 0) for (const event of unseen) inbox.unheard.push(event);
  };

  /** Reads what other tabs stored while this one did not hear them; between two appends, so as to tell them apart. */
  const catchUp = (): Promise<void> =>
    appender
      .exclusively(async () => deliver(await readEventsSince(store, seen.vector())))
      // The next return to the page tries again.
      .catch(() => undefined);

  const afterWrite = (stored: readonly StoredEvent[], hadTrouble: boolean): void => {
    if (stored.length > 0) marker.set();
    tabs.announce(stored);
    if (hadTrouble && !health.facts.trouble) void catchUp();
  };

  const recover = async (): Promise<void> => {
    if (health.facts.trouble) afterWrite(await appender.flush(), true);
  };

  const tabs = openTabs(
    name,
    (message) => {
      if (message.kind === 'events') deliver(message.events);
      else if (message.kind === 'changed') void catchUp();
      else {
        health.update({ wiped: true });
        void appender.rewrite(() => undefined);
      }
    },
    () => void recover().then(catchUp),
  );

  const copy = secondCopy(log.journal, health, (events) => {
    deliver(events);
    tabs.announce(events);
  });

  /** Until nothing has been written for a while; for ever, once the log is closed. */
  const calm = async (): Promise<void> => {
    for (;;) {
      const left = lastWrite + log.calmAfter - performance.now();
      if (left <= 0) return;
      await new Promise((resolve) => (calming = setTimeout(resolve, left)));
    }
  };

  const keepTrying = (): void => {
    const { trouble } = health.facts;
    if (retry || !trouble || trouble === 'quota' || trouble === 'outdated') return;
    const again = (): void => {
      retry = undefined;
      keepTrying();
    };
    retry = setTimeout(() => void recover().then(again), RETRY_MS);
  };
  const unwatch = health.subscribe(keepTrying);

  const erase = (id: EventId): Promise<boolean> =>
    withLock(name, async () => {
      let erased: StoredEvent | undefined;
      await appender.rewrite((event) =>
        eventId(event) === id ? (erased = redactedCopy(event)) : event,
      );
      erased = (await eraseStored(store, id)) ?? erased;
      if (erased) await (await log.journal()).erase(erased);
      return erased !== undefined;
    });

  /** A redacted event hides the text already, so that a failure here is not one of the append. */
  const eraseTargets = async (events: readonly StoredEvent[]): Promise<void> => {
    for (const event of events) {
      const { target } = event as { target?: unknown };
      if (event.t === 'redact' && typeof target === 'string')
        await erase(target).catch(() => undefined);
    }
  };

  const withAttachments = async <T>(use: (kept: Attachments) => Promise<T>): Promise<T> => {
    const kept = (await import('./attachments.ts')).openAttachments(name);
    try {
      return await use(kept);
    } finally {
      kept.close();
    }
  };

  return {
    async start() {
      keepTrying();
      await copy.open();
      await calm();
      // What other tabs stored while this one opened; what they store now, they tell.
      await catchUp();
      await copy.compare();
      if (log.fresh > FRESH_AT_START) await seal(store, name).catch(() => undefined);
    },
    async follow({ events, stored }, hadTrouble) {
      lastWrite = performance.now();
      for (const event of events) seen.add(event);
      afterWrite(stored, hadTrouble);
      // A newer version may have given the journal another format as well.
      if (health.facts.trouble !== 'outdated') await copy.append(events);
      void eraseTargets(events);
    },
    async seal() {
      await recover().catch(() => undefined);
      await seal(store, name).catch(() => undefined);
    },

    saveSnapshot: (snapshot) =>
      store('readwrite', async (records) => {
        await assertCurrent(records);
        const device = (await promisifyRequest(records.get(DEVICE_KEY))) as
          DeviceRecord | undefined;
        // A snapshot must not cover an event that only memory has (then this tab is another device), nor bring back
        // what this tab or another erased.
        if (device?.d === appender.device.d && !health.facts.wiped)
          records.put(snapshot, SNAPSHOT_KEY);
      }),
    dropSnapshot: () => del(SNAPSHOT_KEY, store),

    async exportBackup(onFilesLeftOut) {
      const { makeBackup } = await import('./backup-export.ts');
      const files = await withAttachments((kept) => kept.all()).catch(() => {
        // The log is worth a backup without them.
        onFilesLeftOut?.();
        return undefined;
      });
      const bytes = await makeBackup(await log.readAll(), files);
      // A record, not an event: a backup must not change the log. It is no reason to withhold the backup either.
      await set(LAST_BACKUP_KEY, now(), store).catch(() => undefined);
      return bytes;
    },
    lastBackupAt: () => get<number>(LAST_BACKUP_KEY, store).catch(() => undefined),
    async restoreBackup(bytes) {
      const { readBackup, restoreEvents } = await import('./backup-restore.ts');
      const { events, files } = await readBackup(bytes);
      const { added, device } = await withLock(name, () => restoreEvents(store, events, now()));
      appender.use(device);
      if (events.length > 0) marker.set();
      deliver(added);
      tabs.announce(added);
      // The comparison finds that the journal lacks them, and writes them in batches.
      await copy.compare();
      await eraseTargets(added);
      // Last, since the log is worth more than they are.
      const fresh = files.length > 0 ? await withAttachments((kept) => kept.add(files)) : 0;
      const result = { added: added.length, known: events.length - added.length };
      return fresh > 0 ? { ...result, files: fresh } : result;
    },

    erase,
    wipe: () =>
      withLock(name, async () => {
        // First, because only this may be refused, by another tab; and the database would be repaired from it.
        await (await log.journal()).clear();
        // Not while an append, or what waits, is being written: it would be there again.
        await appender.exclusively(async () => {
          const device = newDevice();
          await store('readwrite', async (records) => {
            await assertCurrent(records);
            records.clear();
            records.put(device, DEVICE_KEY);
            records.put({ version: SCHEMA_VERSION } satisfies SchemaRecord, SCHEMA_KEY);
          });
          // The app still holds the old state, and would save it as the page hides.
          health.update({ wiped: true });
          appender.startAnew(device);
          seen = seenEvents();
        });
        marker.remove();
        tabs.announceWipe();
        await withAttachments((kept) => kept.clear());
        if ('caches' in globalThis) await (await import('./shared-file.ts')).dropSharedFile();
      }),
    async askToPersist() {
      try {
        if (await get<boolean>(PERSIST_KEY, store)) return;
        await set(PERSIST_KEY, true, store);
        await navigator.storage.persist();
      } catch {
        // It is a request; the backup does not depend on it.
      }
    },

    async close() {
      unwatch();
      clearTimeout(retry);
      clearTimeout(calming);
      await appender.exclusively(() => Promise.resolve());
      tabs.close();
      await (await log.journal()).close();
    },
  };
};
