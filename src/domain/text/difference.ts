/** What turns one text into another, as stretches of a longest common subsequence. */

export interface Stretch {
  /** In both, only in the first, or only in the second. */
  readonly kind: 'same' | 'gone' | 'added';
  readonly text: string;
}

/** Comparing more than this many pairs would take too long for a screen. */
const MOST_PAIRS = 4_000_000;

/** A text in words, each with the space before it: joined, they are the text. */
export const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+|\s+/g) ?? [];

/**
 * Compares two lists of tokens (words or letters). The `same` and `gone` stretches join to the first text, but with the
 * spelling of the second where `keyOf` takes two tokens for the same; `same` and `added` join to the second.
 * @param keyOf what counts when two tokens are compared
 */
export const difference = (
  from: readonly string[],
  to: readonly string[],
  keyOf: (token: string) => string = (token) => token,
): readonly Stretch[] => {
  const a = from.map(keyOf);
  const b = to.map(keyOf);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const parts: Stretch[] = to.slice(0, start).map(same);
  parts.push(...middle(from, to, a, b, start, end));
  parts.push(...to.slice(to.length - end).map(same));
  return joined(parts);
};

const same = (text: string): Stretch => ({ kind: 'same', text });

const middle = (
  from: readonly string[],
  to: readonly string[],
  a: readonly string[],
  b: readonly string[],
  start: number,
  end: number,
): readonly Stretch[] => {
  const rows = a.length - end - start;
  const columns = b.length - end - start;
  const gone = (i: number): Stretch => ({ kind: 'gone', text: from[start + i] as string });
  const added = (j: number): Stretch => ({ kind: 'added', text: to[start + j] as string });
  if (rows * columns > MOST_PAIRS) {
    return [
      ...Array.from({ length: rows }, (_, i) => gone(i)),
      ...Array.from({ length: columns }, (_, j) => added(j)),
    ];
  }
  const width = columns + 1;
  /** Length of the longest common subsequence of what begins at (i, j). */
  const common = new Uint16Array((rows + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] as number;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      common[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[start + i] === b[start + j]) {
      parts.push(same(to[start + j] as string));
      i++;
      j++;
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
      parts.push(gone(i++));
    } else {
      parts.push(added(j++));
    }
  }
  return parts;
};

const joined = (parts: readonly Stretch[]): readonly Stretch[] => {
  const result: { kind: Stretch['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
};
