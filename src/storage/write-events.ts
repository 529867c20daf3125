/** Writing what was just done. Nothing here overwrites an event. */
import type { UseStore } from 'idb-keyval';
import type { Fact, KnownEvent, StoredEvent } from '../domain/log/event.ts';
import { type Clock, newDevice, readOrMakeDevice, stamp } from './device.ts';
import { DEVICE_KEY, type DeviceRecord, freshKey } from './keys.ts';

/**
 * Appends facts as events of this database's device, after events that had to wait in memory, in one transaction.
 *
 * The number is drawn inside the transaction, so that two tabs never draw the same. `drawn` is told the events before
 * the commit is known.
 * @throws OutdatedTabError, DOMException; then nothing was written, unless the connection was lost in the commit
 */
export const writeFacts = async (
  store: UseStore,
  facts: readonly Fact[],
  clock: Clock,
  waiting: readonly StoredEvent[],
  drawn: (events: readonly KnownEvent[]) => void,
): Promise<{ events: KnownEvent[]; device: DeviceRecord }> => {
  // Loaded when something waits, which is rare.
  const addWaiting = waiting.length > 0 ? (await import('./add-events.ts')).addMissing : undefined;
  const write = (renew: boolean) =>
    store('readwrite', async (records) => {
      const device = await readOrMakeDevice(records);
      await addWaiting?.(records, waiting);
      const stamped = stamp(facts, renew ? newDevice(device.h) : device, clock);
      drawn(stamped.events);
      for (const event of stamped.events) records.add(event, freshKey(event));
      records.put(stamped.device, DEVICE_KEY);
      return stamped;
    });
  try {
    return await write(false);
  } catch (error) {
    // The number is taken: the device record is older than the events. As another device the fact can still be kept.
    if ((error as Error).name === 'ConstraintError') return write(true);
    throw error;
  }
};
