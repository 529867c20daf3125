/** What the log needs of its second copy. The journal in OPFS is one; a test may give another. */
import type { StoredEvent } from '../domain/log/event.ts';

/**
 * Why new events get no second copy:
 * - `starting`: the journal is not open yet
 * - `unsupported`: the browser has no OPFS, no workers or no Web Locks
 * - `worker`: the worker did not start
 * - `slots`: as many tabs are open as there are journal files
 * - `slow`: it takes more than a second; the copy is still being written
 * - `failed`: a write failed; the gap is filled at the next comparison
 */
export type OneCopyReason = 'starting' | 'unsupported' | 'worker' | 'slots' | 'slow' | 'failed';

export interface JournalRead {
  readonly events: StoredEvent[];
  /** Lines that could not be read. */
  readonly damaged: number;
}

/** What comparing the two copies has done. */
export interface Comparison {
  /** Events that were only in the journal, and are in the database now. */
  readonly restored: StoredEvent[];
  /** Events that were only in the database, and are in the journal now. */
  readonly journaled: number;
  /** Damaged lines known so far. */
  readonly damaged: number;
  /** Whether everything was read, not only what came after the last comparison. */
  readonly full: boolean;
}

export interface JournalPort {
  /** @returns why this tab cannot write a journal, `undefined` when it can */
  open(): Promise<OneCopyReason | undefined>;
  /** Resolves when the events are on the disk. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /** Everything in the journals of all tabs. Needs no `open`. */
  readAll(): Promise<JournalRead>;
  /** Compares with the database, completes both; after another tab that is at it. */
  compare(): Promise<Comparison>;
  /** Replaces an event by its erased form, in the journals of all tabs. */
  erase(erased: StoredEvent): Promise<void>;
  /** Empties the journals of all tabs. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
