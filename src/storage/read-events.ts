/** Reading events from the database. Works in a page and in a worker: there is nothing of a window here. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { DeviceId, StoredEvent } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';
import { segmentKey, segmentStart, under } from './keys.ts';
import { coveredUpTo } from './covers.ts';

export { openStore } from './indexeddb.ts';

export interface EventsRead {
  readonly events: StoredEvent[];
  /** Events that are not in a segment yet, covered or not. */
  readonly fresh: number;
  /** Whether the database holds no event at all. */
  readonly empty: boolean;
}

/** All stored events, in no particular order, each once. */
export const readAllEvents = (store: UseStore): Promise<StoredEvent[]> =>
  readEventsSince(store, {});

/** The stored events that a version vector does not cover, in no particular order. */
export const readEventsSince = async (
  store: UseStore,
  covers: VersionVector,
): Promise<StoredEvent[]> =>
  (await store('readonly', (records) => readSince(records, covers))).events;

/**
 * The same inside a transaction. Only segments that may hold something new are read, by ranges: a cursor took ten
 * times as long.
 */
export const readSince = async (
  records: IDBObjectStore,
  covers: VersionVector,
): Promise<EventsRead> => {
  const [keys, fresh] = await Promise.all([
    promisifyRequest(records.getAllKeys(under('s'))) as Promise<[string, DeviceId, number][]>,
    promisifyRequest(records.getAll(under('e'))) as Promise<StoredEvent[]>,
  ]);
  const lastSegment = new Map<DeviceId, number>();
  for (const [, device, first] of keys) lastSegment.set(device, first);
  const segments = await Promise.all(
    [...lastSegment].map(([device, last]): Promise<StoredEvent[][]> => {
      const from = segmentStart(coveredUpTo(covers, device) + 1);
      if (from > last) return Promise.resolve([]);
      const range = IDBKeyRange.bound(segmentKey(device, from), segmentKey(device, last));
      return promisifyRequest(records.getAll(range));
    }),
  );
  const events = [...segments.flat(2), ...fresh];
  return {
    events: events.filter((event) => event.n > coveredUpTo(covers, event.d)),
    fresh: fresh.length,
    empty: keys.length === 0 && fresh.length === 0,
  };
};
