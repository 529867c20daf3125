/**
 * The file that another app shared, from the service worker's hands to the form in which it is attached: in a cache of
 * its own on this device, until that form is done with it or a later one takes its place.
 */
import { ATTACHMENT_LIMIT } from '../domain/milestones/attachment.ts';

const CACHE = 'cairn-shared';
/** An absolute path, so that the worker and every page mean the same; nothing is ever fetched from there. */
const KEY = '/cairn-shared-file';

export interface SharedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `undefined` for one that is too large to be attached: whoever posts must not fill the disk. */
  readonly file: File | undefined;
  /** How many more came with it. */
  readonly others: number;
}

/**
 * Holds the first of the files that may be attached, by its size, or what can be said of one that may not. None lets go
 * of an earlier one.
 * @throws DOMException when there is no room
 */
export const holdSharedFile = async (files: readonly File[]): Promise<void> => {
  const isSmall = ({ size }: File): boolean => size > 0 && size <= ATTACHMENT_LIMIT;
  const chosen = files.find(isSmall) ?? files[0];
  if (!chosen) return dropSharedFile();
  const { name, size } = chosen;
  const form = new FormData();
  form.set('about', JSON.stringify({ name, size, others: files.length - 1 }));
  if (size <= ATTACHMENT_LIMIT) form.set('file', chosen);
  await (await caches.open(CACHE)).put(KEY, new Response(form));
};

/**
 * What is held, if anything.
 * @throws DOMException, TypeError
 */
export const sharedFile = async (): Promise<SharedFile | undefined> => {
  const held = await (await caches.open(CACHE)).match(KEY);
  const form = await held?.formData();
  const about = form?.get('about');
  if (typeof about !== 'string') return undefined;
  const file = form?.get('file');
  return { ...(JSON.parse(about) as SharedFile), file: file instanceof File ? file : undefined };
};

/** Lets go of it. */
export const dropSharedFile = async (): Promise<void> => {
  await caches.delete(CACHE);
};
