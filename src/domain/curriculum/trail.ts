/** Trails through the graph: which edges to draw among some skills, and the full path to and from one of them. */
import type { GraphIndex } from './graph.ts';
import type { Skill, SkillId } from './types.ts';

export interface TrailEdge {
  readonly from: SkillId;
  /** The skill that requires `from`. */
  readonly to: SkillId;
}

/**
 * The transitive reduction of the prerequisites among `skills`: an edge is left out when a longer way within the same
 * skills says as much.
 */
export const reducedEdges = (index: GraphIndex, skills: readonly Skill[]): readonly TrailEdge[] => {
  const shown = new Set(skills.map(({ id }) => id));
  const below = new Map<SkillId, ReadonlySet<SkillId>>();
  const edges: TrailEdge[] = [];
  // In graph order prerequisites come first, so what is below them is known.
  for (const { id, requires } of index.graph.skills) {
    if (!shown.has(id)) continue;
    const direct = requires.filter((required) => shown.has(required));
    const further = new Set(direct.flatMap((required) => [...(below.get(required) ?? [])]));
    for (const from of direct) if (!further.has(from)) edges.push({ from, to: id });
    below.set(id, new Set([...direct, ...further]));
  }
  return edges;
};

/** A skill with everything that it requires and that requires it, directly or through others. */
export const pathThrough = (index: GraphIndex, id: SkillId): ReadonlySet<SkillId> => {
  const path = new Set<SkillId>([id]);
  const follow = (from: SkillId, next: (skill: SkillId) => readonly SkillId[]): void => {
    for (const skill of next(from)) {
      if (path.has(skill)) continue;
      path.add(skill);
      follow(skill, next);
    }
  };
  follow(id, (skill) => index.skill(skill)?.requires ?? []);
  follow(id, (skill) => index.unlocks(skill).map((one) => one.id));
  return path;
};
