/**
 * Work that concerns everything (sealing, repair, restore, wipe) is done by one tab at a time.
 *
 * Single writes need no lock: a transaction of IndexedDB is one already.
 */

const lockName = (name: string): string => `${name}-maintenance`;

/** Runs `work` when no other tab does such work. Where the browser has no locks, at once. */
export const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  hasLocks() ? navigator.locks.request(lockName(name), work) : work();

/** The same, but gives up at once when another tab is at it. */
export const ifUnlocked = async <T>(
  name: string,
  work: () => Promise<T>,
): Promise<T | undefined> =>
  hasLocks()
    ? navigator.locks.request(lockName(name), { ifAvailable: true }, (lock) =>
        lock ? work() : undefined,
      )
    : work();

const hasLocks = (): boolean => typeof navigator !== 'undefined' && 'locks' in navigator;
