/** Becoming another device. */
import type { UseStore } from 'idb-keyval';
import { witness } from '../domain/log/clock.ts';
import type { Envelope } from '../domain/log/event.ts';
import { newDevice, readOrMakeDevice } from './device.ts';
import { DEVICE_KEY, type DeviceRecord } from './keys.ts';

/**
 * Gives the database a new device. After a restore the numbers of the old one may exist elsewhere with other events,
 * and would be drawn twice.
 * @param known events whose clocks the new device goes past
 * @param wall wall clock, ms since the epoch
 * @throws OutdatedTabError, DOMException
 */
export const renewDevice = (
  store: UseStore,
  known: readonly Envelope[],
  wall: number,
): Promise<DeviceRecord> => {
  const seen = known.reduce((highest, { h }) => witness(wall, highest, h), 0);
  return store('readwrite', async (records) => {
    const device = newDevice(witness(wall, seen, (await readOrMakeDevice(records)).h));
    records.put(device, DEVICE_KEY);
    return device;
  });
};
