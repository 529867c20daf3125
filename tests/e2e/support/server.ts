/** A server of one test's own: to be stopped, or to have its files swapped, in mid-test. */
import { serve as start } from '../../tools/serve.mjs';

export type Server = Awaited<ReturnType<typeof start>>;

/** Serves a build folder on a free port. */
export const serve = (root = 'dist', base = '/'): Promise<Server> => start({ root, base, port: 0 });
