/** The errors of storage, and what a browser's error means for the person. */

/** The database was written by a newer version of the app. Reading it would be guessing: reload to get that version. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/**
 * A newer version of the app has migrated the database under this tab. The tab writes nothing more; what it was asked
 * to write is kept in memory, and is part of an export.
 */
export class OutdatedTabError extends Error {
  override readonly name = 'OutdatedTabError';
}

/** Storage could not do what was asked; nothing was changed. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** A backup is not what it should be. Nothing was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  /** The place in the file, such as `events/abc/00000001.ndjson line 12`. */
  readonly where: string;

  /**
   * @param message a sentence for the person that says what is wrong
   * @param where the place in the file
   */
  constructor(message: string, where: string) {
    super(message);
    this.where = where;
  }
}

/** Why events cannot be written to IndexedDB now. */
export type Trouble = 'quota' | 'blocked' | 'unavailable' | 'outdated' | 'failed';

const TROUBLES: Readonly<Record<string, Trouble>> = {
  QuotaExceededError: 'quota',
  TimeoutError: 'blocked',
  // Firefox and Safari answer so where storage is switched off or the window is private.
  SecurityError: 'unavailable',
  NotSupportedError: 'unavailable',
  InvalidStateError: 'unavailable',
  OutdatedTabError: 'outdated',
  // The database has a higher version number than this app knows.
  VersionError: 'outdated',
};

/** What an error of IndexedDB amounts to. */
export const troubleOf = (error: unknown): Trouble => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return Object.hasOwn(TROUBLES, name) ? (TROUBLES[name] as Trouble) : 'failed';
};
