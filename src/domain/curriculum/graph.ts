/** Questions one asks of the curriculum graph, answered in constant time. */
import {
  skillOfCard,
  type CardId,
  type CurriculumGraph,
  type Milestone,
  type Skill,
  type SkillId,
  type Stage,
  type StageId,
  type Track,
} from './types.ts';

export interface GraphIndex {
  readonly graph: CurriculumGraph;
  readonly skill: (id: SkillId) => Skill | undefined;
  readonly milestone: (id: string) => Milestone | undefined;
  readonly stage: (id: StageId) => Stage | undefined;
  readonly track: (id: string) => Track | undefined;
  /** Whether a card is gone. */
  readonly isRetired: (id: CardId) => boolean;
  /** Whether a card may be one of this curriculum: of a skill that it has, and not retired. */
  readonly hasCard: (id: CardId) => boolean;
  /** Skills that require this one directly, in graph order. */
  readonly unlocks: (id: SkillId) => readonly Skill[];
  /** Number of skills that require this one, directly or through others. */
  readonly dependents: (id: SkillId) => number;
  /** Place of a stage in the climb, from 0; -1 for an unknown one. */
  readonly altitude: (id: StageId) => number;
  /** Milestones that a skill's knowledge stands behind. */
  readonly feeds: (id: SkillId) => readonly Milestone[];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const grouped = <T>(pairs: Iterable<readonly [string, T]>): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Builds the index. Linear in the number of edges, but for the counts of dependents, which are quadratic at worst. */
export const indexGraph = (graph: CurriculumGraph): GraphIndex => {
  const skills = byId(graph.skills);
  const milestones = byId(graph.milestones);
  const stages = byId(graph.stages);
  const tracks = byId(graph.tracks);
  const retired = new Set(Object.keys(graph.retired));
  const altitudes = new Map(graph.stages.map(({ id }, altitude) => [id, altitude]));
  const unlocks = grouped(
    graph.skills.flatMap((skill) => skill.requires.map((id) => [id, skill] as const)),
  );
  const feeds = grouped(
    graph.milestones.flatMap((one) => one.skills.map((id) => [id, one] as const)),
  );

  const above = new Map<SkillId, ReadonlySet<SkillId>>();
  for (const { id } of graph.skills.toReversed()) {
    const all = new Set<SkillId>();
    for (const next of unlocks.get(id) ?? []) {
      all.add(next.id);
      for (const further of above.get(next.id) ?? []) all.add(further);
    }
    above.set(id, all);
  }

  return {
    graph,
    skill: (id) => skills.get(id),
    milestone: (id) => milestones.get(id),
    stage: (id) => stages.get(id),
    track: (id) => tracks.get(id),
    isRetired: (id) => retired.has(id),
    hasCard: (id) => skills.has(skillOfCard(id)) && !retired.has(id),
    unlocks: (id) => unlocks.get(id) ?? [],
    dependents: (id) => above.get(id)?.size ?? 0,
    altitude: (id) => altitudes.get(id) ?? -1,
    feeds: (id) => feeds.get(id) ?? [],
  };
};
