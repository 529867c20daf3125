/**
 * The files of the journal, in the origin's private file system. For a dedicated worker.
 *
 * A file can be open in one tab only, so there are four, and a tab takes the first that is free. They are made at
 * the first run and kept: after a power cut a file of the same session was gone in 10 of 10 trials although it had been
 * flushed, one of an earlier session in 0 of 8.
 */
import type { StoredEvent } from '../domain/log/event.ts';
import { encodeLine, encodeLines, lineScanner, type OnEvent } from './journal-lines.ts';

export const SLOTS = [0, 1, 2, 3] as const;
export type Slot = (typeof SLOTS)[number];

/** Tells whether a file is the one that was seen before, grown or not. */
export interface SlotMark {
  readonly bytes: number;
  /** Its first bytes, which hold a random name. */
  readonly head: string;
}

interface ScanResult {
  readonly verified: number;
  readonly damaged: number;
}

export interface JournalSlots {
  /** The slot of this tab; `undefined` when all were taken. */
  readonly own: Slot | undefined;
  /**
   * Bytes of the own file that are known to be what they were at the last comparison: its size when it was opened, or
   * compared since. What was lost before must not be hidden by what was appended after.
   */
  trusted: number;
  /** Writes and flushes. @throws DOMException, such as `QuotaExceededError` */
  append(events: readonly StoredEvent[]): void;
  /** Tells of each event that `append` writes from now on. */
  watch(onEvent: (event: StoredEvent) => void): () => void;
  mark(slot: Slot): Promise<SlotMark>;
  /** Reads whole lines from `from` on. */
  scan(slot: Slot, from: number, onEvent: OnEvent): Promise<ScanResult>;
  /** Gives the file to `work`. @returns false when another tab has it */
  withFile(slot: Slot, work: (file: SyncFile) => void): Promise<boolean>;
  close(): void;
}

/** A FileSystemSyncAccessHandle; its type is not in the DOM library. */
export interface SyncFile {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface HeldFile {
  readonly slot: Slot;
  readonly file: SyncFile;
  readonly release: () => void;
}

const HEAD_BYTES = 64;
const CHUNK_BYTES = 1 << 20;

const fileName = (slot: Slot): string => `journal-${slot}`;

/** Makes the files where they are missing, and takes one. @throws DOMException where there is no such file system */
export const openSlots = async (name: string): Promise<JournalSlots> => {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle(name, { create: true });
  let own: HeldFile | undefined;
  for (const slot of SLOTS) {
    const handle = await directory.getFileHandle(fileName(slot), { create: true });
    if (own && (await handle.getFile()).size > 0) continue;
    const held = await hold(name, slot, handle);
    if (!held) continue;
    if (held.file.getSize() === 0) begin(held.file);
    if (own) held.release();
    else own = held;
  }
  const watchers = new Set<(event: StoredEvent) => void>();
  // The last session may have ended within a line; without this the next line would be lost with it.
  let torn = true;

  const handleOf = (slot: Slot): Promise<FileSystemFileHandle> =>
    directory.getFileHandle(fileName(slot), { create: true });

  const readAt = async (slot: Slot, at: number, length = CHUNK_BYTES): Promise<Uint8Array> => {
    if (own?.slot === slot) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, own.file.getSize() - at)));
      return bytes.subarray(0, own.file.read(bytes, { at }));
    }
    for (let attempt = 1; ; attempt++) {
      try {
        const file = await (await handleOf(slot)).getFile();
        return new Uint8Array(await file.slice(at, at + length).arrayBuffer());
      } catch (error) {
        // Another tab wrote to it between the two calls.
        if (attempt === 10) throw error;
      }
    }
  };

  return {
    own: own?.slot,
    trusted: own?.file.getSize() ?? 0,

    append(events) {
      if (!own) throw new DOMException('This tab has no journal file', 'InvalidStateError');
      if (torn) writeAtEnd(own.file, Uint8Array.of(10));
      torn = true;
      writeAtEnd(own.file, encodeLines(events));
      own.file.flush();
      torn = false;
      for (const watcher of watchers) events.forEach(watcher);
    },

    watch(onEvent) {
      watchers.add(onEvent);
      return () => watchers.delete(onEvent);
    },

    async mark(slot) {
      const head = new TextDecoder().decode(await readAt(slot, 0, HEAD_BYTES));
      const bytes =
        own?.slot === slot ? own.file.getSize() : (await (await handleOf(slot)).getFile()).size;
      return { bytes, head };
    },

    async scan(slot, from, onEvent) {
      const scanner = lineScanner(from, onEvent);
      for (let at = from; ;) {
        const chunk = await readAt(slot, at);
        if (chunk.length === 0) break;
        scanner.push(chunk);
        at += chunk.length;
      }
      scanner.finish();
      return { verified: scanner.verified(), damaged: scanner.damaged() };
    },

    async withFile(slot, work) {
      if (own?.slot === slot) {
        work(own.file);
        return true;
      }
      const held = await hold(name, slot, await handleOf(slot));
      if (!held) return false;
      try {
        work(held.file);
        return true;
      } finally {
        held.release();
      }
    },

    close() {
      own?.release();
      own = undefined;
    },
  };
};

/** Takes a file for this tab, if it is free. */
const hold = (
  name: string,
  slot: Slot,
  handle: FileSystemFileHandle,
): Promise<HeldFile | undefined> =>
  new Promise((resolve, reject) => {
    const lock = `${name}-${fileName(slot)}`;
    navigator.locks
      .request(lock, { ifAvailable: true }, async (granted) => {
        const file = granted ? await openFile(handle) : undefined;
        if (!file) return resolve(undefined);
        // The lock lasts as long as this promise, at most as long as the worker.
        await new Promise<void>((done) => {
          const release = (): void => {
            file.close();
            done();
          };
          resolve({ slot, file, release });
        });
      })
      .catch(reject);
  });

const openFile = async (handle: FileSystemFileHandle): Promise<SyncFile | undefined> => {
  const syncHandle = handle as unknown as { createSyncAccessHandle(): Promise<SyncFile> };
  try {
    return await syncHandle.createSyncAccessHandle();
  } catch (error) {
    // A tab that was just closed lets go of its lock a little before its file.
    if ((error as Error).name === 'NoModificationAllowedError') return undefined;
    throw error;
  }
};

/** Empties a file, or gives a new one its first line. */
export const begin = (file: SyncFile): void => {
  file.truncate(0);
  writeAtEnd(file, encodeLine({ journal: crypto.randomUUID(), format: 1 }));
  file.flush();
};

/** @throws DOMException */
export const writeAtEnd = (file: SyncFile, bytes: Uint8Array<ArrayBuffer>): void => {
  if (file.write(bytes, { at: file.getSize() }) < bytes.length)
    throw new DOMException('Not all of the journal was written', 'QuotaExceededError');
};
