/** The database has lost everything, the journal has not. */
import type { StoredEvent } from '../domain/log/event.ts';
import { addAllMissing } from './add-events.ts';
import type { Store } from './indexeddb.ts';
import { renewDevice } from './renew-device.ts';

/**
 * Puts the events of the journal into the database, which becomes another device.
 * @param wall wall clock, ms since the epoch
 * @returns how many it lacked
 * @throws OutdatedTabError, DOMException
 */
export const restoreJournaled = async (
  store: Store,
  events: readonly StoredEvent[],
  wall: number,
): Promise<number> => {
  // First: a crash in between must not leave the old device with numbers that its events have taken.
  await renewDevice(store, events, wall);
  return (await addAllMissing(store, events)).length;
};
