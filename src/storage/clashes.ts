/**
 * Two different events under one id.
 *
 * It happens where a whole browser profile was cloned and both copies went on. Neither event may be lost, so the one
 * that comes second gets a device of its own, made from its content: every store that meets it makes the same.
 */
import type { StoredEvent } from '../domain/log/event.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { redactedCopy } from './erase.ts';

/** Whether two events under one id are one event, of which one may have been erased. */
export const isSameEvent = (a: StoredEvent, b: StoredEvent): boolean => {
  const [first, second] = [canonicalJson(a), canonicalJson(b)];
  return (
    first === second ||
    first === canonicalJson(redactedCopy(b)) ||
    second === canonicalJson(redactedCopy(a))
  );
};

/** Room for the hash in a device id of at most 64 characters. */
const BASE_LENGTH = 55;

/** The event under the device `<device>.<8 hex digits of the hash of the event>`. */
export const twinOf = async (event: StoredEvent): Promise<StoredEvent> => {
  const hash = await sha256(new TextEncoder().encode(canonicalJson(event)));
  return { ...event, d: `${event.d.slice(0, BASE_LENGTH)}.${hash.slice(0, 8)}` };
};

/** If the event is a twin: what it was before. */
export const originalOf = async (event: StoredEvent): Promise<StoredEvent | undefined> => {
  const base = /^(.+)\.[0-9a-f]{8}$/.exec(event.d)?.[1];
  if (base === undefined) return undefined;
  const original = { ...event, d: base };
  return (await twinOf(original)).d === event.d ? original : undefined;
};
