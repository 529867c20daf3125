import { plainText } from '../markdown/prose.ts';
import { noteOfCard } from '../../domain/curriculum/types.ts';
import type { CardSource, NoteSource } from '../source/model.ts';
import { contentWords } from './words.ts';

/** How much of their content words two notes share at least to be called near-duplicates. */
const SIMILARITY = 0.5;
const MINIMUM_WORDS = 4;

export interface Pair<T> {
  readonly first: T;
  readonly second: T;
}

/** Cards that ask the very same, the later one of each pair as `second`. */
export function exactDuplicates(cards: readonly CardSource[]): Pair<CardSource>[] {
  const seen = new Map<string, CardSource>();
  return cards.flatMap((card) => {
    const options = card.options?.map((option) => plainText(option.text)).sort() ?? [];
    const key = normalised([plainText(card.prompt), ...options].join(' | '));
    const first = seen.get(key);
    if (!first) seen.set(key, card);
    return first && noteOfCard(first.id) !== noteOfCard(card.id) ? [{ first, second: card }] : [];
  });
}

// Symbols count: `a < b` and `a > b` differ in nothing else.
const normalised = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Notes that share most of their words. */
export const nearDuplicates = (notes: readonly NoteSource[]): Pair<NoteSource>[] =>
  [...comparedPairs(notes)].filter(({ shared }) => shared >= SIMILARITY);

/**
 * The pairs worth comparing, with the share of words that both have. Only notes that share one of their rarest words are
 * compared (two sets can overlap enough only if they do), so the work grows with the number of notes rather than of
 * pairs.
 */
export function* comparedPairs(
  notes: readonly NoteSource[],
): Generator<Pair<NoteSource> & { readonly shared: number }> {
  const sets = notes.map((note) => new Set(contentWords(askedText(note))));
  const frequency = new Map<string, number>();
  for (const words of sets) {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const holders = new Map<string, number[]>();
  for (const [index, words] of sets.entries()) {
    if (words.size < MINIMUM_WORDS) continue;
    const candidates = new Set<number>();
    for (const word of rarest(words, frequency)) {
      const known = holders.get(word);
      for (const other of known ?? []) candidates.add(other);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
    for (const other of candidates) {
      const [first, second, others] = [notes[other], notes[index], sets[other]];
      if (first && second && others) {
        yield { first, second, shared: similarity(words, others) };
      }
    }
  }
}

/** What a note asks: of a cloze the whole text, of a reversed note both sides, since each is a prompt. */
function askedText({ kind, cards }: NoteSource): string {
  const [card] = cards;
  if (!card) return '';
  const texts =
    kind === 'reversed' || kind === 'cloze' ? [card.prompt, card.answer] : [card.prompt];
  return texts.map(plainText).join(' ');
}

function rarest(words: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): string[] {
  const sorted = [...words].sort(
    (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  return sorted.slice(0, words.size - Math.ceil(SIMILARITY * words.size) + 1);
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Whether one of two notes says that the other is meant to be there as well. */
export const isContrast = ({ first, second }: Pair<NoteSource>): boolean =>
  names(first, second) || names(second, first);

const names = (one: NoteSource, other: NoteSource): boolean =>
  one.contrasts.some(({ value }) => noteOfCard(value) === other.id);
