/**
 * The backup file: a zip of `manifest.json` and the events as lines of JSON, one entry per device and 500 numbers.
 * From schema 2 on also the files that are attached to evidence; a backup without any is still of schema 1, which
 * every version of the app can restore.
 *
 * DO NOT CHANGE WITHOUT RAISING `BACKUP_SCHEMA` AND READING THE OLD ONE TOO: people keep these for years.
 */
import type { DeviceId } from '../domain/log/event.ts';

export const BACKUP_FORMAT = 'cairn-backup';
export const BACKUP_SCHEMA = 2;
export const MANIFEST = 'manifest.json';

export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  readonly schema: 1 | typeof BACKUP_SCHEMA;
  readonly entries: readonly BackupEntry[];
  /** Events per device. */
  readonly devices: Readonly<Record<DeviceId, number>>;
  /** Attached files; in schema 2 only. */
  readonly files?: readonly BackupFile[];
}

export interface BackupEntry {
  readonly name: string;
  /** Lines in it. */
  readonly events: number;
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface BackupFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** `files/<SHA-256>` */
export const fileName = (hash: string): string => `files/${hash}`;

/** `events/<device>/<number of the first event the entry may hold>.ndjson` */
export const entryName = (device: DeviceId, first: number): string =>
  `events/${device}/${String(first).padStart(8, '0')}.ndjson`;
