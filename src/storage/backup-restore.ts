/** Adds the events of a checked backup to the database. */
import type { StoredEvent } from '../domain/log/event.ts';
import { addAllMissing, blocksOf, readBlock } from './add-events.ts';
import { isSameEvent, originalOf, twinOf } from './clashes.ts';
import type { Store } from './indexeddb.ts';
import type { DeviceRecord } from './keys.ts';
import { renewDevice } from './renew-device.ts';

export { readBackup } from './backup-read.ts';

/**
 * Adds what is lacking and overwrites nothing; from here on this database is another device.
 * @param wall wall clock, ms since the epoch
 * @throws OutdatedTabError, DOMException; some events may be added then, and adding them again does no harm
 */
export const restoreEvents = async (
  store: Store,
  events: readonly StoredEvent[],
  wall: number,
): Promise<{ added: StoredEvent[]; device: DeviceRecord }> => {
  const device = await renewDevice(store, events, wall);
  const returned = await twinsOfStored(store, events);
  const clashes: StoredEvent[] = [];
  const added = await addAllMissing(
    store,
    events.filter((event) => !returned.has(event)),
    (incoming, stored) => {
      if (!isSameEvent(incoming, stored)) clashes.push(incoming);
    },
  );
  const twins = await addAllMissing(store, await Promise.all(clashes.map(twinOf)));
  return { added: [...added, ...twins], device };
};

/**
 * Of these events the twins that another store made of events which are here under their first name: they went there
 * in an earlier backup, and would count twice.
 */
const twinsOfStored = async (
  store: Store,
  events: readonly StoredEvent[],
): Promise<Set<StoredEvent>> => {
  const originals = new Map<StoredEvent, StoredEvent>();
  for (const event of events) {
    const original = await originalOf(event);
    if (original) originals.set(original, event);
  }
  const found = new Set<StoredEvent>();
  for (const { device, first, events: wanted } of blocksOf([...originals.keys()])) {
    const block = await store('readonly', (records) => readBlock(records, device, first));
    const stored = new Map([...block.sealed, ...block.fresh].map((event) => [event.n, event]));
    for (const original of wanted) {
      const known = stored.get(original.n);
      const twin = originals.get(original);
      if (known && twin && isSameEvent(known, original)) found.add(twin);
    }
  }
  return found;
};
