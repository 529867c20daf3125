/**
 * Reads a zip that may be anything: damaged, cut short, or made to fill the memory.
 *
 * Strict on purpose: the parts must lie one after another and fill the file, as in every backup that this app made.
 * A looser reader accepts files of which two programs see different contents.
 */
import { Inflate, strFromU8 } from 'fflate';
import { ATTACHMENTS_LIMIT } from '../domain/milestones/attachment.ts';
import { BackupError } from './errors.ts';

/** Twice what the files may take that are attached here: another device may have others. */
const FILES_BYTES = 2 * ATTACHMENTS_LIMIT;
export const MAX_COMPRESSED_BYTES = 64 * 2 ** 20 + FILES_BYTES;
export const MAX_INFLATED_BYTES = 256 * 2 ** 20 + FILES_BYTES;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const DEFLATED = 8;
/** Inflated at once: at most a thousandfold comes out before it is counted. */
const SLICE_BYTES = 16 * 1024;

const damaged = (where: string): BackupError =>
  new BackupError('The file is damaged or is not a backup of this app.', where);

/**
 * The entries of a zip by name.
 * @throws BackupError
 */
export const readZip = (
  bytes: Uint8Array,
  limits = { compressed: MAX_COMPRESSED_BYTES, inflated: MAX_INFLATED_BYTES },
): Map<string, Uint8Array<ArrayBuffer>> => {
  if (bytes.length > limits.compressed)
    throw new BackupError('The file is too large for a backup of this app.', 'file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw damaged('end of the file');
  const count = view.getUint16(end + 10, true);
  let central = view.getUint32(end + 16, true);
  const directory = central;
  if (central + view.getUint32(end + 12, true) !== end) throw damaged('table of contents');

  const entries = new Map<string, Uint8Array<ArrayBuffer>>();
  let local = 0;
  let left = limits.inflated;
  while (central < end) {
    if (central + CENTRAL_BYTES > end || view.getUint32(central, true) !== CENTRAL_HEADER)
      throw damaged('table of contents');
    const compressed = view.getUint32(central + 20, true);
    const inflated = view.getUint32(central + 24, true);
    const nameBytes = view.getUint16(central + 28, true);
    const extras = view.getUint32(central + 30, true);
    const name = strFromU8(
      bytes.subarray(central + CENTRAL_BYTES, central + CENTRAL_BYTES + nameBytes),
    );
    const body = local + LOCAL_BYTES + nameBytes;
    if (
      entries.has(name) ||
      view.getUint16(central + 10, true) !== DEFLATED ||
      view.getUint32(central + 42, true) !== local ||
      // Neither has extra fields or comments.
      extras !== 0 ||
      body + compressed > directory ||
      view.getUint32(local, true) !== LOCAL_HEADER ||
      !isCopy(bytes, local + 4, central + 6, 26) ||
      !isCopy(bytes, local + LOCAL_BYTES, central + CENTRAL_BYTES, nameBytes)
    )
      throw damaged(name);
    left -= inflated;
    if (left < 0) throw new BackupError('The file unpacks to more than a backup may hold.', name);
    entries.set(name, inflate(bytes.subarray(body, body + compressed), inflated, name));
    local = body + compressed;
    central += CENTRAL_BYTES + nameBytes;
  }
  if (central !== end || local !== directory || entries.size !== count)
    throw damaged('table of contents');
  return entries;
};

/** The local header repeats the fields of the central one. */
const isCopy = (bytes: Uint8Array, a: number, b: number, length: number): boolean => {
  for (let i = 0; i < length; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
};

/** Stops as soon as more comes out than the entry says: what it says is bounded already. */
const inflate = (compressed: Uint8Array, size: number, name: string): Uint8Array<ArrayBuffer> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > size) throw new BackupError('The file unpacks to more than it says.', name);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < compressed.length || at === 0; at += SLICE_BYTES) {
      const isLast = at + SLICE_BYTES >= compressed.length;
      stream.push(compressed.subarray(at, at + SLICE_BYTES), isLast);
    }
  } catch (error) {
    throw error instanceof BackupError ? error : damaged(name);
  }
  if (length !== size) throw damaged(name);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
