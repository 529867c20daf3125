/**
 * The named characters that notes may use, such as `&amp;`. Stands in for `decode-named-character-reference` (see
 * `vite.config.ts`): in browsers that one reads names by way of `innerHTML`, which the page forbids.
 */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  times: '×',
  deg: '°',
  plusmn: '±',
};

/** The character of a name without `&` and `;`, or `false`: then it stays as it was typed. */
export const decodeNamedCharacterReference = (name: string): string | false =>
  Object.hasOwn(NAMED, name) ? (NAMED[name] ?? false) : false;
