import { contentWords } from '../lint/words.ts';
import type { Passage } from './passages.ts';

export interface Evidence {
  readonly name: string;
  readonly shown: string;
  /** Words that the passage has in common with the statement, the rarest first. */
  readonly shared: readonly string[];
  /** Weight of the shared words in that of all words of the statement, from 0 to 1. */
  readonly match: number;
}

/** Ranks passages by how much of a statement's words they hold, rare words counting more. */
export class EvidenceSearch {
  readonly #documents: number;
  readonly #frequency = new Map<string, number>();

  /** @param corpus every text that says how common a word is */
  constructor(corpus: readonly string[]) {
    this.#documents = corpus.length;
    for (const text of corpus) {
      for (const stem of new Set(stemsOf(text))) {
        this.#frequency.set(stem, (this.#frequency.get(stem) ?? 0) + 1);
      }
    }
  }

  /** The passages that share a word with the statement, the best first. */
  rank(statement: string, passages: readonly Passage[]): readonly Evidence[] {
    const asked = new Map(contentWords(statement).map((word) => [stem(word), word]));
    const total = this.#weight([...asked.keys()]);
    return passages
      .map(({ name, shown, text }) => {
        const held = new Set(stemsOf(text));
        const shared = [...asked.keys()].filter((word) => held.has(word));
        shared.sort((a, b) => this.#weight([b]) - this.#weight([a]));
        return {
          name,
          shown,
          shared: shared.map((word) => asked.get(word) ?? word),
          match: total === 0 ? 0 : this.#weight(shared) / total,
        };
      })
      .filter(({ match }) => match > 0)
      .sort((a, b) => b.match - a.match);
  }

  // Inverse document frequency, smoothed so that a word of every text still counts a little.
  #weight(stems: readonly string[]): number {
    let weight = 0;
    for (const word of stems) {
      weight += Math.log(1 + this.#documents / (1 + (this.#frequency.get(word) ?? 0)));
    }
    return weight;
  }
}

const stemsOf = (text: string): string[] => contentWords(text).map(stem);

/** Cuts common endings, so that "deploying models" meets "a deployed model". Rough, which evidence for a reader may be. */
const stem = (word: string): string => {
  const cut = word.replace(/(?:isation|ization|ations?|ments?|ings?|ed|er|ly|e|y)$/, '');
  return cut.length >= 4 ? cut : word;
};
