/** What is done before the log can be used: read the database, and the journal where the database has nothing. */
import { promisifyRequest } from 'idb-keyval';
import type { StoredEvent } from '../domain/log/event.ts';
import { readOrMakeDevice } from './device.ts';
import { NewerSchemaError, troubleOf } from './errors.ts';
import type { Store } from './indexeddb.ts';
import {
  DEVICE_KEY,
  type DeviceRecord,
  SCHEMA_KEY,
  type SchemaRecord,
  SNAPSHOT_KEY,
  type SnapshotRecord,
} from './keys.ts';
import { type EventsRead, readSince } from './read-events.ts';
import { SCHEMA_VERSION } from './schema.ts';

export interface StartedUp {
  readonly snapshot: SnapshotRecord | undefined;
  /** Events that the snapshot does not cover. */
  readonly tail: StoredEvent[];
  /** Undefined when the database cannot be used. */
  readonly device: DeviceRecord | undefined;
  /** Both copies are empty, but should not be. */
  readonly isMissing: boolean;
  readonly restored: number;
  /** Events in the database that are not in a segment. */
  readonly fresh: number;
  /** Why the database cannot be used. */
  readonly failure: unknown;
}

interface Read extends EventsRead {
  readonly schema: number;
  readonly device: DeviceRecord | undefined;
  readonly snapshot: SnapshotRecord | undefined;
}

/** @throws NewerSchemaError, and nothing else */
export const startUp = async (
  store: Store,
  readJournal: () => Promise<StoredEvent[]>,
  options: { name: string; snapshotFormat: number; hadEvents: boolean; now: () => number },
): Promise<StartedUp> => {
  const readStore = (): Promise<Read> =>
    store('readonly', (records) => read(records, options.snapshotFormat));
  let failure: unknown;
  let found: Read | undefined;
  try {
    found = await readStore();
    if (found.schema !== SCHEMA_VERSION) {
      const { migrate } = await import('./migrate.ts');
      await migrate(store, options.name);
      found = await readStore();
    }
  } catch (error) {
    if (error instanceof NewerSchemaError) throw error;
    if (troubleOf(error) === 'outdated') throw new NewerSchemaError((error as Error).message);
    failure = error;
  }

  let restored = 0;
  let tail = found?.events ?? [];
  try {
    const journaled =
      !found?.device || (found.empty && options.hadEvents) ? await readJournal() : [];
    if (journaled.length > 0) {
      tail = journaled;
      if (found) {
        const { restoreJournaled } = await import('./restore-journaled.ts');
        restored = await restoreJournaled(store, journaled, options.now());
        found = await readStore();
        tail = found.events;
      }
    } else if (found && !found.device) {
      found = { ...found, device: await store('readwrite', makeDevice) };
    }
  } catch (error) {
    failure = error;
  }

  return {
    snapshot: found?.snapshot,
    tail,
    device: found?.device,
    isMissing:
      found !== undefined &&
      found.empty &&
      tail.length === 0 &&
      (options.hadEvents || store.wasReset()),
    restored,
    fresh: found?.fresh ?? 0,
    failure,
  };
};

/** Of its own accord the first append would do it, too; but that a first write fails is better known at once. */
const makeDevice = async (records: IDBObjectStore): Promise<DeviceRecord> => {
  const device = await readOrMakeDevice(records);
  records.put(device, DEVICE_KEY);
  return device;
};

const read = async (records: IDBObjectStore, format: number): Promise<Read> => {
  const [schema, device, snapshot] = (await Promise.all(
    [SCHEMA_KEY, DEVICE_KEY, SNAPSHOT_KEY].map((key) => promisifyRequest(records.get(key))),
  )) as [SchemaRecord | undefined, DeviceRecord | undefined, SnapshotRecord | undefined];
  const usable = snapshot?.format === format ? snapshot : undefined;
  return {
    schema: schema?.version ?? SCHEMA_VERSION,
    device,
    snapshot: usable,
    ...(await readSince(records, usable?.covers ?? {})),
  };
};
