/** What a person is expected to know of each track. */
import type { GraphIndex } from '../curriculum/graph.ts';
import type { SkillId, Track } from '../curriculum/types.ts';
import type { Standing } from './standing.ts';

export interface TrackKnowledge {
  readonly track: Track;
  readonly cards: number;
  readonly seen: number;
  /** Cards expected to be known, and 1.64 standard deviations of that number. */
  readonly expected: number;
  readonly spread: number;
}

/** Sums the skills' standings by track, in the curriculum's order. Spreads add up as those of independent sums do. */
export const knowledgeByTrack = (
  index: GraphIndex,
  standing: ReadonlyMap<SkillId, Standing>,
): readonly TrackKnowledge[] =>
  index.graph.tracks.map((track) => {
    const own = index.graph.skills
      .filter((skill) => skill.track === track.id)
      .flatMap((skill) => standing.get(skill.id) ?? []);
    const sum = (of: (one: Standing) => number): number => own.reduce((s, one) => s + of(one), 0);
    return {
      track,
      cards: sum((one) => one.cards),
      seen: sum((one) => one.seen),
      expected: sum((one) => one.expected),
      spread: Math.sqrt(sum((one) => one.spread ** 2)),
    };
  });
