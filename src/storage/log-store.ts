/**
 * The log: every fact is an event that is stored twice and never changed.
 *
 * The app opens storage here; `README.md` says how the parts belong together, and which others it imports.
 */
import type { DeviceId, EventId, Fact, KnownEvent, StoredEvent } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';
import type { StorageStatus } from './health.ts';
import type { JournalPort } from './journal-port.ts';
import type { SnapshotRecord } from './keys.ts';
import { makeLog } from './log.ts';

export type { StorageStatus } from './health.ts';
export type { JournalPort, OneCopyReason } from './journal-port.ts';
export type { SnapshotRecord } from './keys.ts';

export type Unsubscribe = () => void;

export interface LogOptions {
  /** Wall clock, ms since the epoch. A wrong clock never stops an append. */
  readonly now: () => number;
  /** IANA time zone. */
  readonly zone: () => string;
  /** Name of the database and of the journal's folder. */
  readonly name?: string;
  /** Version of the snapshots that this app writes; others are ignored. 1 by default. */
  readonly snapshotFormat?: number;
  /** ms without a write, after which the copies are compared; 3000 by default. Whoever answers does not wait for it. */
  readonly calmAfter?: number;
  /** The second copy: files in the origin's private file system by default. */
  readonly journal?: JournalPort;
}

export interface Opened {
  readonly store: LogStore;
  readonly snapshot?: SnapshotRecord;
  /** Events that the snapshot does not cover: all, when there is none. In no particular order, each once. */
  readonly tail: StoredEvent[];
  /**
   * There were events on this device, and both copies are empty. Offer a restore, not a welcome, until a backup is
   * restored or `acceptLoss` is called.
   */
  readonly missing: boolean;
  /** Events that the database had lost and the journal still had. */
  readonly restoredFromJournal: number;
}

export interface RestoreResult {
  /** Events that were not here. */
  readonly added: number;
  /** Events that were here already. */
  readonly known: number;
  /** Attached files that were not here, if there were any. */
  readonly files?: number;
}

export interface LogStore {
  /** Who the next event will be by. Changes after a restore and after a wipe, and while the database does not work. */
  readonly device: DeviceId;
  readonly status: StorageStatus;
  onStatus(onChange: (status: StorageStatus) => void): Unsubscribe;

  /**
   * Stores facts as events, all or none. Resolves when they are committed to the disk, and in the journal as well
   * unless that takes more than a second, or the journal is still being opened (it then copies what it lacks). When the
   * database cannot be written, resolves too: the events then wait in memory, and `status` says so. After a newer
   * version has migrated they stay there, for an export.
   * @throws TypeError when a fact is not plain data
   */
  append(facts: readonly Fact[]): Promise<readonly KnownEvent[]>;
  /** Told of events that this tab did not append: other tabs', repaired, restored. Each once. */
  subscribe(onEvents: (events: readonly StoredEvent[]) => void): Unsubscribe;
  /** Everything, what waits in memory too. In no particular order, each once. */
  readAll(): Promise<StoredEvent[]>;
  /** The same without what the vector covers. */
  readSince(covers: VersionVector): Promise<StoredEvent[]>;

  /** Packs events for faster reading. For the end of a session; it may be cut short or left out. Never rejects. */
  seal(): Promise<void>;
  /**
   * Keeps a folded state for the next start. Left undone, silently, while the log is not all on the disk, and after a
   * wipe until the app is reloaded.
   * @throws OutdatedTabError, DOMException
   */
  saveSnapshot(snapshot: SnapshotRecord): Promise<void>;
  /** @throws DOMException */
  dropSnapshot(): Promise<void>;

  /** The session that was kept last, as it was kept; `undefined` when there is none or it cannot be read. */
  sitting(): Promise<unknown>;
  /** Keeps the session under way on this device. No part of the log, nor of a backup. Never rejects. */
  keepSitting(sitting: object): Promise<void>;

  /**
   * A zip of all events and of the files that are attached to evidence. Equal ones give equal bytes.
   * @param onFilesLeftOut told when the attached files could not be read: the zip then has the events alone
   */
  exportBackup(onFilesLeftOut?: () => void): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Adds the events and files of a backup. What is here stays.
   * @throws BackupError when anything in the file is wrong: nothing was changed
   * @throws OutdatedTabError, DOMException when storage fails; trying again is safe
   */
  restoreBackup(bytes: Uint8Array): Promise<RestoreResult>;
  /** When the last backup was made on this device, ms since the epoch. */
  lastBackupAt(): Promise<number | undefined>;

  /**
   * Erases the personal text of an event in both copies. An appended `redact` does this by itself.
   * @returns false when there is no such event
   * @throws StorageError when another tab does not let go of its journal; OutdatedTabError, DOMException
   */
  erase(id: EventId): Promise<boolean>;
  /**
   * Erases everything on this device, attached files too. This tab and the others get the status `wiped`.
   * @throws StorageError when another tab does not let go of its journal; OutdatedTabError, DOMException
   */
  wipe(): Promise<void>;
  /** Starts anew after `missing`. */
  acceptLoss(): Promise<void>;
  /** Asks the browser, once per database, to keep the data when space is short. For the first saved review. Never rejects. */
  askToPersist(): Promise<void>;
  /** Lets go of everything; nothing may be called afterwards. */
  close(): Promise<void>;
}

/**
 * Opens the log. Trouble with storage does not reject: the log then works in memory, and `store.status` says why.
 * @throws NewerSchemaError when a newer version of the app has migrated the database
 */
export const openLogStore = (options: LogOptions): Promise<Opened> => makeLog(options);
