/** What may be attached to evidence: a picture or a PDF, told by its first bytes, as a name may say anything. */
import type { EventId } from '../log/event.ts';
import type { Learner } from '../progress/learner.ts';
import { portfolioOf } from './portfolio.ts';

/** Largest file, bytes. */
export const ATTACHMENT_LIMIT = 5_000_000;
/** What all files together may take, bytes: little enough for a phone to hold a backup of them in its memory. */
export const ATTACHMENTS_LIMIT = 100_000_000;

export type AttachmentType = 'image/png' | 'image/jpeg' | 'image/webp' | 'application/pdf';

/** The bytes at the begin of each type; `undefined` for any byte. */
const SIGNATURES: readonly (readonly [AttachmentType, readonly (number | undefined)[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // "RIFF", the length, "WEBP".
  [
    'image/webp',
    [0x52, 0x49, 0x46, 0x46, ...Array<undefined>(4).fill(undefined), 0x57, 0x45, 0x42, 0x50],
  ],
  // "%PDF-"
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** `undefined` for anything that may not be attached. */
export const attachmentType = (bytes: Uint8Array): AttachmentType | undefined =>
  SIGNATURES.find(([, signature]) =>
    signature.every((byte, i) => byte === undefined || bytes[i] === byte),
  )?.[0];

export type AttachmentProblem = 'empty' | 'too-large' | 'wrong-type' | 'no-room';

/**
 * Why a file cannot be attached, or `undefined` when it can.
 * @param size bytes of the whole file
 * @param start its first bytes, a dozen at least
 * @param room bytes that may still be attached
 */
export const attachmentProblem = (
  size: number,
  start: Uint8Array,
  room: number,
): AttachmentProblem | undefined => {
  if (size === 0) return 'empty';
  if (size > ATTACHMENT_LIMIT) return 'too-large';
  if (!attachmentType(start)) return 'wrong-type';
  return size > room ? 'no-room' : undefined;
};

/** The hashes of the files that evidence or a win has. */
export const filesInUse = (
  learner: Pick<Learner, 'milestones' | 'portfolio'>,
): ReadonlySet<string> => {
  const { wins, files } = portfolioOf(learner);
  const pieces: EventId[] = [...wins.keys()];
  for (const { evidence } of learner.milestones.values())
    for (const { id } of evidence) pieces.push(id);
  return new Set(pieces.flatMap((id) => files.get(id)?.hash ?? []));
};
