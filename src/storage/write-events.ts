/** Writing events to the database. Nothing here overwrites an event. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { DeviceId, Fact, KnownEvent, StoredEvent } from '../domain/log/event.ts';
import { type Clock, newDevice, readOrMakeDevice, stamp } from './device.ts';
import {
  DEVICE_KEY,
  type DeviceRecord,
  freshKey,
  freshOf,
  SEGMENT_EVENTS,
  segmentKey,
  segmentStart,
  under,
} from './keys.ts';
import { assertCurrent } from './schema.ts';

/** Events of one device that share a segment. */
export interface Block {
  readonly device: DeviceId;
  readonly first: number;
  readonly events: StoredEvent[];
}

/** Told of each event that is stored already, with what is stored under its id. */
export type OnKnown = (incoming: StoredEvent, stored: StoredEvent) => void;

const EVENTS_PER_TRANSACTION = 5_000;

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
  const write = (renew: boolean) =>
    store('readwrite', async (records) => {
      const device = await readOrMakeDevice(records);
      if (waiting.length > 0) await addMissing(records, waiting);
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

/**
 * Adds, inside a transaction, the events that the database lacks.
 * @returns the events that were added
 */
export const addMissing = async (
  records: IDBObjectStore,
  events: readonly StoredEvent[],
  onKnown?: OnKnown,
): Promise<StoredEvent[]> => {
  const added: StoredEvent[] = [];
  for (const { device, first, events: incoming } of blocksOf(events)) {
    const { sealed, fresh } = await readBlock(records, device, first);
    const stored = new Map([...sealed, ...fresh].map((event) => [event.n, event]));
    const lacking: StoredEvent[] = [];
    for (const event of incoming) {
      const known = stored.get(event.n);
      if (known) onKnown?.(event, known);
      else {
        stored.set(event.n, event);
        lacking.push(event);
      }
    }
    if (lacking.length > 0) putSegment(records, device, first, [...sealed, ...lacking]);
    added.push(...lacking);
  }
  return added;
};

/**
 * Adds what is lacking, in transactions of about 5,000 events. When one fails, the ones before it stay; doing it again
 * does no harm.
 * @throws OutdatedTabError, DOMException
 */
export const addAllMissing = async (
  store: UseStore,
  events: readonly StoredEvent[],
  onKnown?: OnKnown,
): Promise<StoredEvent[]> => {
  const added: StoredEvent[] = [];
  const blocks = blocksOf(events);
  const perTransaction = EVENTS_PER_TRANSACTION / SEGMENT_EVENTS;
  for (let i = 0; i < blocks.length; i += perTransaction) {
    const part = blocks.slice(i, i + perTransaction).flatMap((block) => block.events);
    const new_ = await store('readwrite', async (records) => {
      await assertCurrent(records);
      return addMissing(records, part, onKnown);
    });
    for (const event of new_) added.push(event);
  }
  return added;
};

/**
 * Moves fresh events into segments: 100,000 events are read in half the time. Each segment in one transaction, so that
 * an event is never in both places or in none. To be called by one tab at a time, to save work.
 * @throws OutdatedTabError, DOMException
 */
export const sealFresh = async (store: UseStore): Promise<void> => {
  const keys = (await store('readonly', (records) =>
    promisifyRequest(records.getAllKeys(under('e'))),
  )) as [string, DeviceId, number][];
  for (const { device, first } of blocksOf(keys.map(([, d, n]) => ({ d, n })))) {
    await store('readwrite', async (records) => {
      await assertCurrent(records);
      const { sealed, fresh } = await readBlock(records, device, first);
      if (fresh.length === 0) return;
      putSegment(records, device, first, [...sealed, ...fresh]);
      records.delete(freshOf(device, first));
    });
  }
};

/** Groups events by device and segment, in order of first appearance. */
export const blocksOf = <E extends { readonly d: DeviceId; readonly n: number }>(
  events: readonly E[],
): { device: DeviceId; first: number; events: E[] }[] => {
  const blocks = new Map<string, { device: DeviceId; first: number; events: E[] }>();
  for (const event of events) {
    const first = segmentStart(event.n);
    const name = `${event.d}:${first}`;
    const block = blocks.get(name);
    if (block) block.events.push(event);
    else blocks.set(name, { device: event.d, first, events: [event] });
  }
  return [...blocks.values()];
};

const readBlock = async (
  records: IDBObjectStore,
  device: DeviceId,
  first: number,
): Promise<{ sealed: StoredEvent[]; fresh: StoredEvent[] }> => {
  const [sealed, fresh] = await Promise.all([
    promisifyRequest(records.get(segmentKey(device, first))) as Promise<StoredEvent[] | undefined>,
    promisifyRequest(records.getAll(freshOf(device, first))) as Promise<StoredEvent[]>,
  ]);
  return { sealed: sealed ?? [], fresh };
};

const putSegment = (
  records: IDBObjectStore,
  device: DeviceId,
  first: number,
  events: StoredEvent[],
): void => {
  records.put(
    events.sort((a, b) => a.n - b.n),
    segmentKey(device, first),
  );
};
