/**
 * Erasing the personal text of an event.
 *
 * The only rewrite of an event there is. Its id, its place in the order and its type stay, so that every fold still
 * gets the same result from it.
 */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { type EventId, parseEventId, type StoredEvent } from '../domain/log/event.ts';
import { freshKey, segmentKey, segmentStart, SNAPSHOT_KEY } from './keys.ts';
import { assertCurrent } from './schema.ts';

/** The event with empty strings for what a person wrote. */
export const redactedCopy = (event: StoredEvent): StoredEvent => {
  const { fields, text } = event as { fields?: unknown; text?: unknown };
  const erased = {
    ...event,
    ...(typeof fields === 'object' && fields !== null
      ? { fields: Object.fromEntries(Object.keys(fields).map((name) => [name, ''])) }
      : {}),
    ...(typeof text === 'string' ? { text: '' } : {}),
    redacted: true,
  };
  return erased;
};

/** Whether an event has been erased. */
export const isRedacted = (event: StoredEvent): boolean =>
  (event as { redacted?: unknown }).redacted === true;

/**
 * Rewrites one event in the database, and drops the snapshot, which may hold the text as well.
 * @returns the event as it is now, or `undefined` when it is not stored
 * @throws OutdatedTabError, DOMException
 */
export const eraseStored = (store: UseStore, id: EventId): Promise<StoredEvent | undefined> =>
  store('readwrite', async (records) => {
    await assertCurrent(records);
    const at = parseEventId(id);
    // NaN would be no valid key.
    if (!at || !(at.n > 0)) return undefined;
    const key = freshKey(at);
    const fresh = (await promisifyRequest(records.get(key))) as StoredEvent | undefined;
    if (fresh) {
      const erased = redactedCopy(fresh);
      records.put(erased, key);
      records.delete(SNAPSHOT_KEY);
      return erased;
    }
    const keyOfSegment = segmentKey(at.d, segmentStart(at.n));
    const segment = (await promisifyRequest(records.get(keyOfSegment))) as
      StoredEvent[] | undefined;
    const sealed = segment?.find((event) => event.n === at.n);
    if (!segment || !sealed) return undefined;
    const erased = redactedCopy(sealed);
    records.put(
      segment.map((event) => (event === sealed ? erased : event)),
      keyOfSegment,
    );
    records.delete(SNAPSHOT_KEY);
    return erased;
  });
