/**
 * What another app shares: the system posts a form, which no server is there to take. The words go on to the page in
 * its address, as they always did; a file is held on this device, and the address says that there is one.
 */
import { holdSharedFile } from '../storage/shared-file.ts';

/** The fields of text, as the manifest names them. */
const WORDS = ['title', 'text', 'link'];

/** Answers the posted form with the way to the page. */
export const takeShare = async (request: Request): Promise<Response> => {
  const query = new URLSearchParams();
  try {
    const form = await request.formData();
    for (const name of WORDS) {
      const words = form.get(name);
      if (typeof words === 'string' && words !== '') query.set(name, words);
    }
    const files = form.getAll('file').filter((one) => one instanceof File);
    if (files.length > 0) query.set('file', '');
    await holdSharedFile(files);
  } catch {
    // The page finds no file, and says that it did not arrive.
    query.set('file', '');
  }
  const page = new URL(request.url);
  page.search = query.toString();
  return Response.redirect(page.href, 303);
};
