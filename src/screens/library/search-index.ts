/** Everything that can be searched, with the keys it is compared by. Made once, when the first search asks for it. */
import { loadTrack } from '../../app/content.ts';
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Card, Skill, TrackChunk } from '../../domain/curriculum/types.ts';
import { searchKey } from '../../domain/text/word-search.ts';

export interface CardEntry {
  readonly card: Card;
  readonly skill: Skill;
  readonly promptKey: string;
  readonly answerKey: string;
}

export interface SkillEntry {
  readonly skill: Skill;
  readonly topics: string;
  readonly titleKey: string;
  readonly topicsKey: string;
}

export interface SearchIndex {
  readonly skills: readonly SkillEntry[];
  readonly cards: readonly CardEntry[];
  /** Tracks that could not be loaded. */
  readonly missing: number;
}

/** Longest time, ms, that preparing and searching keep the page from answering a touch. */
const SLICE_MS = 8;

/** Lets the page breathe when a slice of time is used up. Await it in long loops. */
export const inSlices = (): (() => Promise<void> | undefined) => {
  let until = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        until = performance.now() + SLICE_MS;
        resolve();
      });
    });
  };
};

const prepared = new WeakMap<GraphIndex, Promise<SearchIndex>>();

/** The index, made at the first call. While a track is missing, the next call tries again. */
export const loadSearchIndex = (index: GraphIndex): Promise<SearchIndex> => {
  let pending = prepared.get(index);
  if (!pending) {
    pending = prepare(index);
    prepared.set(index, pending);
    void pending.then(({ missing }) => missing > 0 && prepared.delete(index));
  }
  return pending;
};

const prepare = async (index: GraphIndex): Promise<SearchIndex> => {
  const loads = await Promise.allSettled(index.graph.tracks.map(({ id }) => loadTrack(id)));
  const skills: SkillEntry[] = [];
  const cards: CardEntry[] = [];
  const breathe = inSlices();
  for (const load of loads) {
    if (load.status === 'rejected') continue;
    for (const content of inGraph(index, load.value)) {
      await breathe();
      skills.push(content.entry);
      for (const card of content.cards) {
        cards.push({
          card,
          skill: content.entry.skill,
          promptKey: searchKey(card.promptText),
          answerKey: searchKey(card.answerText),
        });
      }
    }
  }
  return { skills, cards, missing: loads.filter(({ status }) => status === 'rejected').length };
};

/** A chunk's skills that the graph knows, in the chunk's order. */
const inGraph = (
  index: GraphIndex,
  chunk: TrackChunk,
): readonly { readonly entry: SkillEntry; readonly cards: readonly Card[] }[] =>
  chunk.skills.flatMap(({ id, topics, cards }) => {
    const skill = index.skill(id);
    if (!skill) return [];
    const entry = { skill, topics, titleKey: searchKey(skill.title), topicsKey: searchKey(topics) };
    return [{ entry, cards }];
  });
