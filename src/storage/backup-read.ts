/** Reads and checks a backup, all of it, before anything is done with it. */
import type { StoredEvent } from '../domain/log/event.ts';
import { envelopeProblem } from '../domain/log/upcast.ts';
import { ATTACHMENT_LIMIT, attachmentType } from '../domain/milestones/attachment.ts';
import {
  BACKUP_FORMAT,
  BACKUP_SCHEMA,
  type BackupEntry,
  type BackupFile,
  type BackupManifest,
  entryName,
  fileName,
  MANIFEST,
} from './backup-format.ts';
import { readZip } from './backup-zip.ts';
import { sha256 } from './canonical-json.ts';
import { BackupError } from './errors.ts';
import { SEGMENT_EVENTS, segmentStart } from './keys.ts';

const ENTRY_NAME = /^events\/([\w.-]{1,64})\/(\d{8,16})\.ndjson$/;
/** Deeper than any event; the functions that walk it use the stack. */
const MAX_DEPTH = 32;

export interface BackupContents {
  readonly events: readonly StoredEvent[];
  /** The files that are attached to evidence. */
  readonly files: readonly Uint8Array<ArrayBuffer>[];
}

/** @throws BackupError that says what is wrong, and where */
export const readBackup = async (bytes: Uint8Array): Promise<BackupContents> => {
  const files = readZip(bytes);
  const manifest = readManifest(files.get(MANIFEST));
  const attached = manifest.files ?? [];
  const listed = [...manifest.entries, ...attached];
  const names = new Set([MANIFEST, ...listed.map(({ name }) => name)]);
  for (const name of files.keys())
    if (!names.has(name))
      throw new BackupError('The backup holds a file that is not part of it.', name);
  if (names.size !== listed.length + 1)
    throw new BackupError('The backup lists a part twice.', MANIFEST);

  const events: StoredEvent[] = [];
  const devices = new Map<string, number>();
  for (const entry of manifest.entries) {
    const part = await readEntry(entry, files.get(entry.name));
    for (const event of part) {
      events.push(event);
      devices.set(event.d, (devices.get(event.d) ?? 0) + 1);
    }
  }
  const counts = Object.entries(manifest.devices);
  if (counts.length !== devices.size || counts.some(([d, count]) => devices.get(d) !== count))
    throw new BackupError('The backup does not hold the events that it lists.', MANIFEST);
  const checked: Uint8Array<ArrayBuffer>[] = [];
  for (const file of attached) checked.push(await readFile(file, files.get(file.name)));
  return { events, files: checked };
};

const readFile = async (
  { name, size, sha256: hash }: BackupFile,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (!/^[0-9a-f]{64}$/.test(hash) || name !== fileName(hash))
    throw new BackupError('The backup lists a file with a name that no file can have.', name);
  if (!bytes) throw new BackupError('An attached file of the backup is missing.', name);
  if (Math.max(size, bytes.length) > ATTACHMENT_LIMIT)
    throw new BackupError('An attached file of the backup is larger than any may be.', name);
  if (bytes.length !== size || (await sha256(bytes)) !== hash)
    throw new BackupError('An attached file of the backup is damaged.', name);
  if (!attachmentType(bytes))
    throw new BackupError('An attached file of the backup is neither a picture nor a PDF.', name);
  return bytes;
};

const readManifest = (bytes: Uint8Array | undefined): BackupManifest => {
  const fail = (message: string): never => {
    throw new BackupError(message, MANIFEST);
  };
  if (!bytes) return fail('The file is not a backup of this app: its list of contents is missing.');
  const value = parse(bytes);
  if (!isObject(value) || value['format'] !== BACKUP_FORMAT)
    return fail('The file is not a backup of this app.');
  const { schema, entries, devices, files } = value;
  if (typeof schema === 'number' && schema > BACKUP_SCHEMA)
    return fail('The backup was made by a newer version of this app. Update the app first.');
  if (
    (schema !== 1 && schema !== BACKUP_SCHEMA) ||
    Object.keys(value).length !== (schema === 1 ? 4 : 5) ||
    !isObject(devices) ||
    !Array.isArray(entries) ||
    !entries.every(isEntry) ||
    !(schema === 1 || (Array.isArray(files) && files.every(isFile)))
  )
    return fail('The list of contents of the backup is damaged.');
  return value as unknown as BackupManifest;
};

const isFile = (value: unknown): value is BackupFile =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  typeof value['name'] === 'string' &&
  typeof value['size'] === 'number' &&
  typeof value['sha256'] === 'string';

const isEntry = (value: unknown): value is BackupEntry =>
  isObject(value) &&
  Object.keys(value).length === 3 &&
  typeof value['name'] === 'string' &&
  typeof value['events'] === 'number' &&
  typeof value['sha256'] === 'string';

const readEntry = async (
  { name, events: count, sha256: hash }: BackupEntry,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Promise<StoredEvent[]> => {
  const [, device, digits] = ENTRY_NAME.exec(name) ?? [];
  const first = Number(digits);
  if (
    device === undefined ||
    ['.', '..', '__proto__'].includes(device) ||
    !Number.isSafeInteger(first) ||
    segmentStart(first) !== first ||
    entryName(device, first) !== name
  )
    throw new BackupError('The backup lists a part with a name that no part can have.', name);
  if (!bytes) throw new BackupError('A part of the backup is missing.', name);
  // The checksum of a zip is not looked at by the library that unpacks it, and would not be enough.
  if ((await sha256(bytes)) !== hash)
    throw new BackupError('A part of the backup is damaged.', name);

  const lines = (decode(bytes) ?? '').split('\n');
  if (lines.pop() !== '' || lines.length !== count)
    throw new BackupError('A part of the backup does not hold the events that it lists.', name);
  let last = first - 1;
  return lines.map((line, index) => {
    const event = parseText(line);
    const problem =
      event === undefined
        ? 'it is not JSON, or is nested too deeply, or has a forbidden name in it'
        : (envelopeProblem(event) ?? placeProblem(event as StoredEvent, device, last, first));
    if (problem !== undefined)
      throw new BackupError(
        `An event of the backup is wrong: ${problem}.`,
        `${name} line ${index + 1}`,
      );
    last = (event as StoredEvent).n;
    return event as StoredEvent;
  });
};

const placeProblem = (
  event: StoredEvent,
  device: string,
  last: number,
  first: number,
): string | undefined => {
  if (event.d !== device) return 'it is of another device';
  if (event.n <= last || event.n >= first + SEGMENT_EVENTS) return 'its number is out of place';
  return undefined;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const parse = (bytes: Uint8Array): unknown => {
  const text = decode(bytes);
  return text === undefined ? undefined : parseText(text);
};

/** A value without anything that could change an object's prototype, or `undefined`. */
const parseText = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return isHarmless(value, MAX_DEPTH) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isHarmless = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every((field) => isHarmless(field, depth - 1)));
