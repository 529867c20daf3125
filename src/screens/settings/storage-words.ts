/** The state of storage in words: how many copies there are, and why not more. */
import type { OneCopyReason, StorageStatus } from '../../storage/log-store.ts';
import { plural } from '../../ui/format.ts';

const WHY_NO_SECOND: Readonly<Record<OneCopyReason, string>> = {
  starting: 'The second copy is just being opened.',
  unsupported:
    'This browser has no place for a second copy (a private window, perhaps, or an older version).',
  worker: 'The second copy did not start. Reloading usually helps.',
  slots: 'So many tabs of Cairn are open that this one has no second copy. Close some.',
  slow: 'The second copy is slow just now; it is still being written.',
  failed: 'Writing the second copy failed. The gap is filled when the app opens next.',
};

/** How many copies, as a few words. */
export const copiesShort = (status: StorageStatus): string =>
  ['Not stored', 'One copy', 'Two copies'][status.copies] ?? 'One copy';

/** What that means. */
export const copiesInWords = (status: StorageStatus): string => {
  if (status.kind === 'wiped') return 'Everything here was erased. Reload.';
  const why = status.oneCopyBecause ? ` ${WHY_NO_SECOND[status.oneCopyBecause]}` : '';
  if (status.kind === 'ok') {
    return status.copies === 2
      ? 'Everything you do is stored twice: in the browser’s database and in a journal file.'
      : `Everything you do is stored once, in the browser’s database.${why}`;
  }
  const waiting = `${plural(status.queued, 'event')} ${status.queued === 1 ? 'waits' : 'wait'} in this tab`;
  return status.copies === 1
    ? `The browser’s database cannot be written just now. New events go to the journal file; ${waiting} for the database.`
    : `Nothing can be stored here just now: ${waiting}. Export a backup before you close it.${why}`;
};

/** What was found damaged, or '' when nothing was. */
export const damageInWords = (status: StorageStatus): string =>
  status.damagedLines > 0
    ? `${plural(status.damagedLines, 'line')} of the journal could not be read. What they held was taken from the other copy, where it had it.`
    : '';
