/** Claims about the career, those that contradict each other side by side. */
import type { Claim, SkillId } from './types.ts';

/** One claim, or several that are tied to each other by contradictions. */
export interface ClaimGroup {
  readonly claims: readonly Claim[];
  /** Why they do not fit together; empty for a claim that nothing contradicts. */
  readonly reasons: readonly string[];
}

/**
 * The claims that belong to some skills, in their order, each group where its first claim stands. A claim that contradicts
 * a wanted one comes along, since one side alone would mislead.
 */
export const claimGroups = (
  all: readonly Claim[],
  skills: ReadonlySet<SkillId>,
): readonly ClaimGroup[] => {
  const tied = (a: Claim, b: Claim): boolean =>
    a.contradicts.some(({ claim }) => claim === b.id) ||
    b.contradicts.some(({ claim }) => claim === a.id);
  const placed = new Set<string>();
  const groups: ClaimGroup[] = [];
  for (const first of all) {
    if (placed.has(first.id)) continue;
    const members = new Set([first]);
    // A set is walked in the order of insertion, what is added on the way included.
    for (const member of members) {
      for (const other of all) if (tied(member, other)) members.add(other);
    }
    for (const { id } of members) placed.add(id);
    const claims = all.filter((claim) => members.has(claim));
    if (!claims.some(({ skill }) => skills.has(skill))) continue;
    groups.push({
      claims,
      reasons: claims.flatMap(({ contradicts }) => contradicts.map(({ why }) => why)),
    });
  }
  return groups;
};
