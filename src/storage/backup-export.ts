/** Makes a backup of a set of events. The bytes depend on the set only, not on the device or on how it is stored. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { StoredEvent } from '../domain/log/event.ts';
import {
  BACKUP_FORMAT,
  BACKUP_SCHEMA,
  type BackupManifest,
  entryName,
  MANIFEST,
} from './backup-format.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { blocksOf } from './add-events.ts';

/** A zip has local times. Made anew each time: the time zone may change while the app is open. */
const anyTime = (): Date => new Date(2000, 0, 1, 12);

export const makeBackup = async (
  events: readonly StoredEvent[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
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
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    schema: BACKUP_SCHEMA,
    entries,
    devices: Object.fromEntries(devices),
  };
  files.set(MANIFEST, strToU8(canonicalJson(manifest)));
  return zipSync(Object.fromEntries(files) satisfies Zippable, { level: 6, mtime: anyTime() });
};
