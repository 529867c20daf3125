/**
 * Compares the two copies of the log and completes each from the other. Runs in the worker, after the app is up.
 *
 * A checkpoint in the database says which events both had, and how far each file was read then, so that only what
 * came later is read. A file that is shorter than its checkpoint, or another file, was lost: then everything is read.
 */
import { get, promisifyRequest } from 'idb-keyval';
import { eventId, type EventId, type StoredEvent } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';
import { addAllMissing } from './add-events.ts';
import { isSameEvent, twinOf } from './clashes.ts';
import { isRedacted } from './erase.ts';
import type { Store } from './indexeddb.ts';
import type { Comparison, JournalRead } from './journal-port.ts';
import { type JournalSlots, type SlotMark, SLOTS } from './journal-slots.ts';
import { CHECKPOINT_KEY, DEVICE_KEY, type DeviceRecord } from './keys.ts';
import { readEventsSince } from './read-events.ts';
import { renewDevice } from './renew-device.ts';
import { assertCurrent } from './schema.ts';
import { seenEvents } from './seen-events.ts';

interface Checkpoint {
  readonly slots: readonly SlotMark[];
  /** What both copies had. */
  readonly covers: VersionVector;
  readonly damaged: number;
}

/** Lines written at once; between two batches the appends of the app get their turn. */
const BATCH = 1_000;

/** Reads the journals of all tabs. */
export const readJournals = async (slots: JournalSlots): Promise<JournalRead> => {
  const events = new Map<EventId, StoredEvent>();
  let damaged = 0;
  for (const slot of SLOTS) {
    const result = await slots.scan(slot, 0, (event) => {
      // A crash while erasing may have left both forms.
      if (isRedacted(event) || !events.has(eventId(event))) events.set(eventId(event), event);
    });
    damaged += result.damaged;
  }
  return { events: [...events.values()], damaged };
};

/** @throws OutdatedTabError, DOMException; then the copies are as they were, or nearer to each other */
export const compareCopies = async (store: Store, slots: JournalSlots): Promise<Comparison> => {
  const checkpoint = await get<Checkpoint>(CHECKPOINT_KEY, store);
  const marks = await Promise.all(SLOTS.map((slot) => slots.mark(slot)));
  const isTrusted =
    checkpoint?.slots.every(
      ({ head, bytes }, slot) =>
        marks[slot]?.head === head &&
        (slot === slots.own ? slots.trusted : marks[slot].bytes) >= bytes,
    ) ?? false;
  const since = isTrusted ? checkpoint : undefined;

  // The database is read before the files: an event that is written meanwhile may then be found twice, which does
  // no harm. The other way round it would seem to be missing in the journal.
  const stored = new Map<EventId, StoredEvent>();
  for (const event of await readEventsSince(store, since?.covers ?? {}))
    stored.set(eventId(event), event);
  const inBoth = seenEvents(since?.covers);
  const lacking = new Map(stored);
  let strays = new Map<EventId, StoredEvent>();
  const clashes: StoredEvent[] = [];

  const take = (event: StoredEvent): void => {
    const id = eventId(event);
    const known = stored.get(id);
    lacking.delete(id);
    if (known) {
      inBoth.add(event);
      if (JSON.stringify(known) !== JSON.stringify(event) && !isSameEvent(known, event))
        clashes.push(event);
    } else if (inBoth.add(event)) strays.set(id, event);
    else if (isRedacted(event) && strays.has(id)) strays.set(id, event);
  };

  let damaged = since?.damaged ?? 0;
  const verified: number[] = [];
  const unwatch = slots.watch(take);
  try {
    for (const slot of SLOTS) {
      const result = await slots.scan(slot, since?.slots[slot]?.bytes ?? 0, take);
      damaged += result.damaged;
      verified[slot] = result.verified;
    }

    const toJournal = slots.own === undefined ? [] : [...lacking.values()];
    for (let i = 0; i < toJournal.length; i += BATCH) {
      slots.append(toJournal.slice(i, i + BATCH));
      await new Promise((next) => setTimeout(next));
    }

    const restored: StoredEvent[] = [];
    for (const twin of await Promise.all(clashes.map(twinOf))) strays.set(eventId(twin), twin);
    while (strays.size > 0) {
      const batch = [...strays.values()];
      strays = new Map();
      restored.push(...(await restore(store, batch)));
    }

    if (slots.own !== undefined) {
      // From here to the end of `covers` nothing may be awaited: what this tab appends now belongs after the mark.
      const own = await slots.mark(slots.own);
      const covers = inBoth.vector();
      const slotMarks = marks.map(({ head }, slot) =>
        slot === slots.own ? own : { head, bytes: verified[slot] as number },
      );
      await store('readwrite', async (records) => {
        await assertCurrent(records);
        const next: Checkpoint = { slots: slotMarks, covers, damaged };
        records.put(next, CHECKPOINT_KEY);
      });
      slots.trusted = own.bytes;
    }
    return { restored, journaled: toJournal.length, damaged, full: !since };
  } finally {
    unwatch();
  }
};

const restore = async (store: Store, events: StoredEvent[]): Promise<StoredEvent[]> => {
  const device = (await store('readonly', (records) =>
    promisifyRequest(records.get(DEVICE_KEY)),
  )) as DeviceRecord | undefined;
  // The database lost events of its own device: it would draw their numbers again.
  const renew = events.some(({ d, n }) => d === device?.d && n > device.n);
  if (renew) await renewDevice(store, events, Date.now());
  return addAllMissing(store, events);
};
