/**
 * The part of the log that the first screen and the first answer need. The rest, `upkeep.ts`, is loaded after it.
 *
 * See `log-store.ts` for what it promises.
 */
import { promisifyRequest } from 'idb-keyval';
import { eventId, type StoredEvent } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';
import { makeAppender } from './appender.ts';
import { makeHealth } from './health.ts';
import { openStore } from './indexeddb.ts';
import type { JournalPort } from './journal-port.ts';
import { SITTING_KEY } from './keys.ts';
import type { LogOptions, LogStore, Opened } from './log-store.ts';
import { hadEventsMarker } from './marker.ts';
import { readEventsSince } from './read-events.ts';
import { coveredUpTo } from './covers.ts';
import { startUp } from './start-up.ts';
import type { Inbox, Upkeep } from './upkeep.ts';

/** ms that an append waits for the journal. The event is safe in the database by then. */
const JOURNAL_WAIT_MS = 1_000;
/** The same while the journal is being opened, which takes a second on a slow phone: opening copies what it lacks. */
const OPENING_WAIT_MS = 50;

export const makeLog = async (options: LogOptions): Promise<Opened> => {
  const { name = 'cairn', snapshotFormat = 1, calmAfter = 3_000, now } = options;
  const store = openStore(name);
  const health = makeHealth();
  const marker = hadEventsMarker(name);
  const inbox: Inbox = { listeners: new Set(), unheard: [] };

  const journal = once<JournalPort>(
    async () => options.journal ?? (await import('./journal-client.ts')).opfsJournal(name),
  );
  const readJournal = async (): Promise<StoredEvent[]> => {
    try {
      return (await (await journal()).readAll()).events;
    } catch {
      return [];
    }
  };

  const hadEvents = marker.isSet();
  const started = await startUp(store, readJournal, { name, snapshotFormat, hadEvents, now });
  const appender = makeAppender(store, health, options, started.device);
  if (started.failure !== undefined) appender.note(started.failure);

  const readSince = async (covers: VersionVector): Promise<StoredEvent[]> => {
    const isUncovered = (event: StoredEvent) => event.n > coveredUpTo(covers, event.d);
    const events = await readEventsSince(store, covers).catch(async () =>
      (await readJournal()).filter(isUncovered),
    );
    const waiting = appender.waiting.filter(isUncovered);
    if (waiting.length === 0) return events;
    // The journal, or another tab that read it, may have them already.
    const ids = new Set(events.map(eventId));
    return [...events, ...waiting.filter((event) => !ids.has(eventId(event)))];
  };
  const readAll = (): Promise<StoredEvent[]> => readSince({});

  const given = { covers: started.snapshot?.covers ?? {}, events: started.tail };
  const { fresh } = started;
  const upkeep = once<Upkeep>(async () => {
    const { makeUpkeep } = await import('./upkeep.ts');
    return makeUpkeep({
      name,
      store,
      health,
      marker,
      inbox,
      appender,
      journal,
      readAll,
      now,
      given,
      fresh,
      calmAfter,
    });
  });
  // The comparison of the copies, and all else that can wait, must not delay the first screen.
  const background = setTimeout(() => {
    upkeep().then(
      (loaded) => loaded.start(),
      () => health.update({ journal: 'worker' }),
    );
  });

  const log: LogStore = {
    get device() {
      return appender.device.d;
    },
    get status() {
      return health.status();
    },
    onStatus: (onChange) => health.subscribe(onChange),
    async append(facts) {
      const hadTrouble = health.facts.trouble !== undefined;
      const appended = await appender.append(facts);
      if (appended.stored.length > 0) marker.set();
      const followed = upkeep().then(
        (loaded) => loaded.follow(appended, hadTrouble),
        () => health.update({ journal: 'worker' }),
      );
      // Once is enough to wait in vain: a stuck worker must not cost a second per answer.
      if (health.facts.journal !== 'slow') {
        const isOpening = health.facts.journal === 'starting' && !health.facts.trouble;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const tooLong = new Promise<void>((resolve) => {
          timer = setTimeout(
            () => {
              if (!isOpening) health.update({ journal: 'slow' });
              resolve();
            },
            isOpening ? OPENING_WAIT_MS : JOURNAL_WAIT_MS,
          );
        });
        await Promise.race([followed, tooLong]);
        clearTimeout(timer);
      }
      return appended.events;
    },
    subscribe(onEvents) {
      inbox.listeners.add(onEvents);
      const { unheard } = inbox;
      inbox.unheard = [];
      if (unheard.length > 0) queueMicrotask(() => onEvents(unheard));
      return () => inbox.listeners.delete(onEvents);
    },
    readAll,
    readSince,
    seal: () => upkeep().then((loaded) => loaded.seal(), ignore),
    saveSnapshot: async (snapshot) => (await upkeep()).saveSnapshot(snapshot),
    dropSnapshot: async () => (await upkeep()).dropSnapshot(),
    sitting: () =>
      store('readonly', (records) => promisifyRequest(records.get(SITTING_KEY))).catch(ignore),
    keepSitting: (sitting) =>
      store('readwrite', (records) => void records.put(sitting, SITTING_KEY)).catch(ignore),
    exportBackup: async (onFilesLeftOut) => (await upkeep()).exportBackup(onFilesLeftOut),
    restoreBackup: async (bytes) => (await upkeep()).restoreBackup(bytes),
    lastBackupAt: async () => (await upkeep()).lastBackupAt(),
    erase: async (id) => (await upkeep()).erase(id),
    wipe: async () => (await upkeep()).wipe(),
    acceptLoss: () => Promise.resolve(marker.remove()),
    askToPersist: () => upkeep().then((loaded) => loaded.askToPersist(), ignore),
    async close() {
      clearTimeout(background);
      await upkeep().then((loaded) => loaded.close(), ignore);
      store.close();
    },
  };

  return {
    store: log,
    ...(started.snapshot ? { snapshot: started.snapshot } : {}),
    tail: started.tail,
    missing: started.isMissing,
    restoredFromJournal: started.restored,
  };
};

const ignore = (): void => undefined;

/** Loads on first use. What failed to load (offline, before it was cached) is tried again at the next use. */
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
};
