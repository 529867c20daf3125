/**
 * The backup file: a zip of `manifest.json` and the events as lines of JSON, one entry per device and 500 numbers.
 *
 * DO NOT CHANGE WITHOUT RAISING `BACKUP_SCHEMA` AND READING THE OLD ONE TOO: people keep these for years.
 */
import type { DeviceId } from '../domain/log/event.ts';

export const BACKUP_FORMAT = 'cairn-backup';
export const BACKUP_SCHEMA = 1;
export const MANIFEST = 'manifest.json';

export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  readonly schema: typeof BACKUP_SCHEMA;
  readonly entries: readonly BackupEntry[];
  /** Events per device. */
  readonly devices: Readonly<Record<DeviceId, number>>;
}

export interface BackupEntry {
  readonly name: string;
  /** Lines in it. */
  readonly events: number;
  /** Of its bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** `events/<device>/<number of the first event the entry may hold>.ndjson` */
export const entryName = (device: DeviceId, first: number): string =>
  `events/${device}/${String(first).padStart(8, '0')}.ndjson`;
