/** Makes a backup. The bytes depend on the events and files only, not on the device or on how they are stored. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { StoredEvent } from '../domain/log/event.ts';
import {
  BACKUP_FORMAT,
  BACKUP_SCHEMA,
  type BackupFile,
  type BackupManifest,
  entryName,
  fileName,
  MANIFEST,
} from './backup-format.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { blocksOf } from './add-events.ts';

/** A zip has local times. Made anew each time: the time zone may change while the app is open. */
const anyTime = (): Date => new Date(2000, 0, 1, 12);

/** @param attached files by the SHA-256 of their bytes */
export const makeBackup = async (
  events: readonly StoredEvent[],
  attached: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(),
): Promise<Uint8Array<ArrayBuffer>> => {
  const files = new Map<string, Zippable[string]>();
  const entries: BackupManifest['entries'][number][] = [];
  const devices = new Map<string, number>();
  const named = blocksOf(events).map((block) => ({
    ...block,
    name: entryName(block.device, block.first),
  }));
  for (const { name, device, events: own } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    own.sort((a, b) => a.n - b.n);
    const bytes = strToU8(own.map((event) => `${canonicalJson(event)}\n`).join(''));
    files.set(name, bytes);
    // Awaiting the hash also lets the page breathe between entries.
    entries.push({ name, events: own.length, sha256: await sha256(bytes) });
    devices.set(device, (devices.get(device) ?? 0) + own.length);
  }
  const listed: BackupFile[] = [];
  for (const [hash, bytes] of [...attached].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = fileName(hash);
    // Pictures hardly get smaller: as little work as possible.
    files.set(name, [bytes, { level: 1 }]);
    listed.push({ name, size: bytes.length, sha256: hash });
  }
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    schema: listed.length > 0 ? BACKUP_SCHEMA : 1,
    entries,
    devices: Object.fromEntries(devices),
    ...(listed.length > 0 ? { files: listed } : {}),
  };
  files.set(MANIFEST, strToU8(canonicalJson(manifest)));
  return zipSync(Object.fromEntries(files) satisfies Zippable, { level: 6, mtime: anyTime() });
};
