/**
 * The files that are attached to evidence, in a database of their own: the log holds their names and hashes only, so
 * that it stays small and is read fast. There is no second copy of them; a backup has them.
 *
 *   ['file', hash]    FileRecord; `hash` is the SHA-256 of its bytes, so that the same file is stored once
 *   ['about', hash]   AboutRecord, so that sizes are known without reading the bytes
 *
 * DO NOT CHANGE A KEY OR A RECORD: raise its `v` and read the old one too.
 */
import { promisifyRequest } from 'idb-keyval';
import { attachmentType } from '../domain/milestones/attachment.ts';
import { sha256 } from './canonical-json.ts';
import { openStore } from './indexeddb.ts';
import { under } from './keys.ts';

interface FileRecord {
  readonly v: 1;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface AboutRecord {
  readonly v: 1;
  /** Bytes. */
  readonly size: number;
  /** When it was found to belong to no evidence any more, ms since the epoch; 0 while it does. */
  readonly unusedSince: number;
}

/** How long a file stays after its evidence let go of it, ms: an undo, here or in a restored log, brings it back. */
const UNUSED_FOR_MS = 30 * 86_400_000;

const fileKey = (hash: string): [string, string] => ['file', hash];
const aboutKey = (hash: string): [string, string] => ['about', hash];

/** All may throw a DOMException, as any store on IndexedDB. */
export interface Attachments {
  /** Keeps files, all or none. @returns their hashes, in the same order */
  put(files: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]>;
  /** Keeps those that are not here yet. @returns how many those were */
  add(files: readonly Uint8Array<ArrayBuffer>[]): Promise<number>;
  /** `undefined` when it is not on this device. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Every file that is sound, by its hash. */
  all(): Promise<Map<string, Uint8Array<ArrayBuffer>>>;
  /** Size of each file, bytes, by its hash. */
  sizes(): Promise<Map<string, number>>;
  /**
   * Deletes what has been in no use for a month.
   * @param now wall clock, ms since the epoch
   */
  sweep(inUse: ReadonlySet<string>, now: number): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}

/** @param name the log's name: each log has files of its own */
export const openAttachments = (name = 'cairn'): Attachments => {
  const store = openStore(`${name}-files`);

  const abouts = async (records: IDBObjectStore): Promise<[string, AboutRecord][]> => {
    const range = under('about');
    const [keys, values] = await Promise.all([
      promisifyRequest(records.getAllKeys(range)) as Promise<[string, string][]>,
      promisifyRequest(records.getAll(range)) as Promise<AboutRecord[]>,
    ]);
    return values.map((value, i) => [keys[i]?.[1] ?? '', value]);
  };
  const get = async (hash: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const found = await store(
      'readonly',
      (records) => promisifyRequest(records.get(fileKey(hash))) as Promise<FileRecord | undefined>,
    );
    return found?.bytes;
  };
  const sizes = async (): Promise<Map<string, number>> =>
    new Map((await store('readonly', abouts)).map(([hash, { size }]) => [hash, size]));

  const put = async (files: readonly Uint8Array<ArrayBuffer>[]): Promise<string[]> => {
    const hashes = await Promise.all(files.map(sha256));
    await store('readwrite', (records) => {
      files.forEach((bytes, i) => {
        const hash = hashes[i] ?? '';
        records.put({ v: 1, bytes } satisfies FileRecord, fileKey(hash));
        const about: AboutRecord = { v: 1, size: bytes.length, unusedSince: 0 };
        records.put(about, aboutKey(hash));
      });
    });
    return hashes;
  };

  return {
    put,
    async add(files) {
      const before = (await sizes()).size;
      await put(files);
      return (await sizes()).size - before;
    },
    get,
    async all() {
      const files = new Map<string, Uint8Array<ArrayBuffer>>();
      for (const hash of (await sizes()).keys()) {
        const bytes = await get(hash);
        // One that was damaged on the disk would make the whole backup one that is refused.
        if (bytes && attachmentType(bytes) && (await sha256(bytes)) === hash)
          files.set(hash, bytes);
      }
      return files;
    },
    sizes,
    sweep: (inUse, now) =>
      store('readwrite', async (records) => {
        for (const [hash, about] of await abouts(records)) {
          const { unusedSince } = about;
          if (inUse.has(hash)) {
            if (unusedSince > 0) records.put({ ...about, unusedSince: 0 }, aboutKey(hash));
          } else if (unusedSince === 0) {
            records.put({ ...about, unusedSince: now }, aboutKey(hash));
          } else if (now - unusedSince > UNUSED_FOR_MS) {
            records.delete(fileKey(hash));
            records.delete(aboutKey(hash));
          }
        }
      }),
    clear: () => store('readwrite', (records) => void records.clear()),
    close: () => store.close(),
  };
};
