/** Search as people expect it: case and accents make no difference, and every word has to occur. */

const PLAIN = /^[\s!-~]*$/;

/**
 * A text as it is compared: lower case, accents off, look-alikes (`²`, `ﬁ`) as plain characters.
 * Words of a search and the texts searched both go through here.
 */
export const searchKey = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
        .replaceAll('ς', 'σ');

/** The distinct words of a search, ready to be compared with keys. */
export const searchWords = (search: string): readonly string[] => [
  ...new Set(searchKey(search).split(/\s+/).filter(Boolean)),
];

/** Whether every word occurs in one of two keys. Called for every card there is: no objects, no closures. */
export const hasAllWords = (words: readonly string[], key: string, otherKey = ''): boolean => {
  for (const word of words) {
    if (!key.includes(word) && !otherKey.includes(word)) return false;
  }
  return true;
};

export interface Segment {
  readonly text: string;
  /** Whether it is (part of) a word searched for. */
  readonly marked: boolean;
}

/**
 * Cuts a text into what matches and what does not, in order; together they are the text.
 * @param words as `searchWords` gives them: none is empty
 */
export const markWords = (text: string, words: readonly string[]): readonly Segment[] => {
  const characters = Array.from(text);
  const keys = characters.map(searchKey);
  const key = keys.join('');
  const isHit = new Array<boolean>(key.length).fill(false);
  for (const word of words) {
    const { length } = word;
    for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + length)) {
      isHit.fill(true, at, at + length);
    }
  }
  const segments: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [i, character] of characters.entries()) {
    const { length } = keys[i] as string;
    const last = segments.at(-1);
    // A combining accent has no key of its own and goes with its letter.
    const marked =
      length === 0 ? (last?.marked ?? false) : isHit.slice(at, at + length).some(Boolean);
    at += length;
    if (last?.marked === marked) last.text += character;
    else segments.push({ text: character, marked });
  }
  return segments;
};

/** A long lead-in before the first match is cut to this many characters, at a space. */
const LEAD_KEPT = 40;
const LEAD_ALLOWED = 90;

/** The same with a long lead-in cut, so that the first match is seen in a line or two. */
export const excerptWords = (text: string, words: readonly string[]): readonly Segment[] => {
  const segments = markWords(text, words);
  const [lead, ...rest] = segments;
  if (!lead || lead.marked || rest.length === 0 || lead.text.length <= LEAD_ALLOWED)
    return segments;
  const tail = lead.text.slice(-LEAD_KEPT);
  return [{ text: `… ${tail.slice(tail.indexOf(' ') + 1)}`, marked: false }, ...rest];
};
