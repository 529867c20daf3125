/** Finding out whether a write that failed was written all the same. */
import { promisifyRequest } from 'idb-keyval';
import type { StoredEvent } from '../domain/log/event.ts';
import { troubleOf } from './errors.ts';
import type { Store } from './indexeddb.ts';
import { freshKey } from './keys.ts';

/** ms to wait for an answer. */
const ASK_WITHIN_MS = 2_000;

/**
 * Whether a write that failed is in the database all the same: a connection may break after the commit. Writing it
 * again would count an answer twice.
 */
export const hasArrived = async (
  store: Store,
  error: unknown,
  drawn: readonly StoredEvent[],
): Promise<boolean> => {
  const [first] = drawn;
  if (!first || ['quota', 'outdated'].includes(troubleOf(error))) return false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const stored = await Promise.race([
      store('readonly', (records) => promisifyRequest(records.get(freshKey(first)))),
      new Promise((resolve) => (timer = setTimeout(resolve, ASK_WITHIN_MS))),
    ]);
    return JSON.stringify(stored) === JSON.stringify(first);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};
