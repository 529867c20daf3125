/** The file that another app shared, as something to attach. */
import { dropSharedFile, sharedFile, type SharedFile } from '../../storage/shared-file.ts';
import { inWords, readFile, type Offer } from './attach.ts';

/** Lets go of it. What cannot be deleted now gives way to the next one. */
export const letGo = (): Promise<void> => dropSharedFile().catch(() => undefined);

/** Reads what the service worker holds; says so when nothing has come, or not all of it can be taken. */
export const sharedOffer = async (): Promise<Offer> => {
  const shared = await sharedFile().catch(() => undefined);
  if (!shared) return { problem: 'The shared file did not arrive. Attach it here instead.' };
  const offer = await offerOf(shared);
  const { name, others } = shared;
  if (others === 0) return offer;
  return { ...offer, note: `A win has one file: of the ${others + 1} shared, this is ${name}.` };
};

const offerOf = async ({ name, size, file }: SharedFile): Promise<Offer> =>
  file ? readFile(file) : { problem: inWords('too-large', name, size, 0) };
