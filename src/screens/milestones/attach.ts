/** Attaching files to evidence: where they are kept, how much room there is, and the facts about them. */
import type { Cairn } from '../../app/context.ts';
import type { EventId, Fact } from '../../domain/log/event.ts';
import {
  ATTACHMENT_LIMIT,
  ATTACHMENTS_LIMIT,
  attachmentProblem,
  attachmentType,
  filesInUse,
  type AttachmentProblem,
  type AttachmentType,
} from '../../domain/milestones/attachment.ts';
import type { AttachedFile } from '../../domain/milestones/portfolio-events.ts';
import { openAttachments } from '../../storage/attachments.ts';
import { fileSize } from '../../ui/file-size.ts';
import type { AndThen } from './record.ts';

/** A longer name is cut. */
const NAME_LIMIT = 200;
/** Enough to tell the type. */
const START_BYTES = 16;

/** A file that was chosen and checked, not kept yet. */
export interface ChosenFile {
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
/** What is to become of the attachment: `undefined` leaves it as it is, `none` takes it away. */
export type Choice = ChosenFile | 'none' | undefined;

export interface Room {
  readonly files: number;
  /** Bytes that the files of all evidence take. */
  readonly used: number;
  /** Bytes that they may take together. */
  readonly limit: number;
  /** Bytes that may still be attached. */
  readonly left: number;
}

const kept = openAttachments();

/**
 * The room for attached files. What nothing has had for a month is deleted on the way.
 * @throws DOMException
 */
export const attachmentRoom = async (cairn: Cairn): Promise<Room> => {
  const inUse = filesInUse(cairn.learner());
  // A log that was lost may come back from a backup, and want its files then.
  if (!cairn.missing()) await kept.sweep(inUse, cairn.now());
  const sizes = [...(await kept.sizes())].filter(([hash]) => inUse.has(hash));
  const used = sizes.reduce((sum, [, size]) => sum + size, 0);
  const left = Math.min(ATTACHMENTS_LIMIT - used, await freeSpace());
  return { files: sizes.length, used, limit: ATTACHMENTS_LIMIT, left: Math.max(0, left) };
};

const freeSpace = async (): Promise<number> => {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  } catch {
    // Private windows may refuse to tell.
    return Infinity;
  }
};

/** A file that was looked at: ready to be attached, or why it is not, in words. */
export interface Offer {
  readonly file?: ChosenFile;
  readonly problem?: string;
  /** What else is to be said. */
  readonly note?: string;
}

/**
 * Reads a file that a person chose.
 * @param room bytes that may still be attached
 */
export const readFile = async (file: File, room = ATTACHMENTS_LIMIT): Promise<Offer> => {
  const { name, size } = file;
  try {
    const start = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer());
    const wrong = attachmentProblem(size, start, room);
    const type = attachmentType(start);
    return wrong || !type
      ? { problem: inWords(wrong ?? 'wrong-type', name, size, room) }
      : { file: { name, type, bytes: new Uint8Array(await file.arrayBuffer()) } };
  } catch {
    return { problem: `${name} could not be read. It was not attached.` };
  }
};

/** Why a file was not attached. */
export const inWords = (
  problem: AttachmentProblem,
  name: string,
  size: number,
  room: number,
): string => {
  const why = {
    empty: 'is empty',
    'too-large': `has ${fileSize(size)}, more than the ${ATTACHMENT_LIMIT / 1e6} MB that a file may have`,
    'wrong-type': 'is neither a PNG, JPEG or WebP picture nor a PDF, whatever its name says',
    'no-room': `has ${fileSize(size)}, and there is room for ${fileSize(room)}`,
  }[problem];
  return `${name} ${why}. It was not attached; what you typed is still here.`;
};

/**
 * Keeps what was chosen. The fact about it is for the evidence as it is recorded, or for `piece` when that is there.
 * @throws DOMException
 */
export const keepChoice = async (
  choice: Choice,
  piece: EventId | undefined,
): Promise<AndThen | undefined> => {
  if (!choice) return undefined;
  if (choice === 'none') return (recorded) => detached(piece ?? recorded);
  const { bytes, type } = choice;
  const [hash = ''] = await kept.put([bytes]);
  const fields = { hash, name: choice.name.slice(0, NAME_LIMIT), type, size: bytes.length };
  return (recorded) => attached(piece ?? recorded, fields);
};

const attached = (piece: EventId, fields: AttachedFile): Fact => ({
  t: 'portfolio',
  what: 'attached',
  about: piece,
  fields,
});

export const detached = (piece: EventId): Fact =>
  attached(piece, { hash: '', name: '', type: '', size: 0 });

/**
 * The file, with the type that its bytes have; `undefined` when it is not on this device.
 * @throws DOMException
 */
export const attachedBlob = async ({ hash }: AttachedFile): Promise<Blob | undefined> => {
  const bytes = await kept.get(hash);
  const type = bytes && attachmentType(bytes);
  return type && new Blob([bytes], { type });
};
