/**
 * Private-use characters that stand for a cloze's blanks while its text goes through the Markdown parser, which
 * takes them for letters. Authors cannot write them: the reader refuses files that contain any.
 */
export const FILLED_START = '\uE000';
export const FILLED_END = '\uE001';
const FIRST_BLANK = 0xe100;

/** The character for the nth blank of a text. */
export const blankCharacter = (index: number): string => String.fromCharCode(FIRST_BLANK + index);

/** Splits a text at its sentinels, keeping them. */
export const splitAtSentinels = (text: string): string[] =>
  text.split(/([\uE000\uE001\uE100-\uE1FF])/).filter((piece) => piece !== '');

export const isBlankCharacter = (piece: string): boolean => /^[\uE100-\uE1FF]$/.test(piece);

/** Characters that may not stand in a curriculum file: private use, control, and those that reorder text. */
export const forbiddenCharacter =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF\uFFFE\uFFFF]/;
