/**
 * Changing the files of all tabs: erasing an event, emptying the journal.
 *
 * A file that another tab holds open cannot be written from here, so that tab's worker is asked to do it.
 */
import { eventId, type StoredEvent } from '../domain/log/event.ts';
import { isRedacted } from './erase.ts';
import { StorageError } from './errors.ts';
import { encodeLine, lineScanner } from './journal-lines.ts';
import {
  begin,
  type JournalSlots,
  type Slot,
  SLOTS,
  type SyncFile,
  writeAtEnd,
} from './journal-slots.ts';

type Job = { readonly kind: 'clear' } | { readonly kind: 'erase'; readonly erased: StoredEvent };

type Message =
  { readonly job: Job; readonly token: string } | { readonly done: string; readonly slot: Slot };

const LINE_FEED = Uint8Array.of(10);
const SPACE = 32;
const ASK_EVERY_MS = 50;
const GIVE_UP_AFTER_MS = 3_000;

export interface Everywhere {
  /** @throws StorageError when another tab does not answer; some files may be done then */
  run(job: Job): Promise<void>;
  close(): void;
}

/** Answers the other tabs' workers, and asks them. */
export const everywhere = (name: string, slots: JournalSlots): Everywhere => {
  const channel = new BroadcastChannel(`${name}-journal`);
  /** Jobs done already: one that is asked twice must not clear what was written since. */
  const finished = new Set<string>();
  let onDone: (token: string, slot: Slot) => void = () => undefined;

  const answer = async (job: Job, token: string): Promise<void> => {
    if (slots.own === undefined) return;
    if (!finished.has(token)) await slots.withFile(slots.own, (file) => doJob(file, job));
    finished.add(token);
    channel.postMessage({ done: token, slot: slots.own } satisfies Message);
  };

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('done' in data) onDone(data.done, data.slot);
    // No answer is an answer: the asking tab gives up.
    else answer(data.job, data.token).catch(() => undefined);
  };

  return {
    async run(job) {
      const token = crypto.randomUUID();
      const left = new Set<Slot>(SLOTS);
      onDone = (done, slot) => {
        if (done === token) left.delete(slot);
      };
      for (const start = performance.now(); ;) {
        for (const slot of left)
          if (await slots.withFile(slot, (file) => doJob(file, job))) left.delete(slot);
        if (left.size === 0) return;
        if (performance.now() - start > GIVE_UP_AFTER_MS)
          throw new StorageError(
            'Another tab of this app does not answer. Close it and try again.',
          );
        channel.postMessage({ job, token } satisfies Message);
        await new Promise((next) => setTimeout(next, ASK_EVERY_MS));
      }
    },
    close: () => channel.close(),
  };
};

const doJob = (file: SyncFile, job: Job): void => {
  if (job.kind === 'clear') begin(file);
  else eraseIn(file, job.erased);
};

/** The erased form is on the disk before the old one goes: a crash between the two must not lose the event. */
const eraseIn = (file: SyncFile, erased: StoredEvent): void => {
  const id = eventId(erased);
  const lines: [number, number][] = [];
  const scanner = lineScanner(0, (event, start, end) => {
    if (eventId(event) === id && !isRedacted(event)) lines.push([start, end]);
  });
  const bytes = new Uint8Array(file.getSize());
  scanner.push(bytes.subarray(0, file.read(bytes, { at: 0 })));
  scanner.finish();
  if (lines.length === 0) return;
  writeAtEnd(file, LINE_FEED);
  writeAtEnd(file, encodeLine(erased));
  file.flush();
  for (const [start, end] of lines)
    file.write(new Uint8Array(end - start).fill(SPACE), { at: start });
  file.flush();
};
