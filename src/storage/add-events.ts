/** Adding events that were written elsewhere or before, Nothing here overwrites an event. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { DeviceId, StoredEvent } from '../domain/log/event.ts';
import { freshOf, SEGMENT_EVENTS, segmentKey, segmentStart } from './keys.ts';
import { assertCurrent } from './schema.ts';

/** Told of each event that is stored already, with what is stored under its id. */
export type OnKnown = (incoming: StoredEvent, stored: StoredEvent) => void;

const EVENTS_PER_TRANSACTION = 5_000;

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

/** What is stored of one segment. */
export const readBlock = async (
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

export const putSegment = (
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
