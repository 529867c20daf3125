/** A win from what another app shares: a title, a text and a link, of which any may be missing or hold the others. */
import type { EvidenceFields } from '../log/event.ts';
import { isWebLink } from './evidence.ts';

/** Longer first lines are cut for the title; the note has them whole. */
const TITLE_LENGTH = 120;

export interface Shared {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly link?: string | undefined;
}

/** The fields it fills, or `undefined` when nothing was shared. Many apps put the link into the text. */
export const sharedWin = (
  shared: Shared,
): Pick<EvidenceFields, 'title' | 'link' | 'note'> | undefined => {
  const title = shared.title?.trim() ?? '';
  const text = shared.text?.trim() ?? '';
  const given = shared.link?.trim() ?? '';
  const found = /https?:\/\/\S+$/.exec(text)?.[0] ?? '';
  const link = isWebLink(given) ? given : isWebLink(found) ? found : '';
  const words = (link === found ? text.slice(0, text.length - found.length) : text).trim();
  if (title === '' && words === '' && link === '') return undefined;
  const name = title || (words.split('\n')[0] ?? '') || hostOf(link);
  const cut = name.length > TITLE_LENGTH ? `${name.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : name;
  return { title: cut, link, note: words === cut ? '' : words };
};

const hostOf = (link: string): string => new URL(link).hostname;
