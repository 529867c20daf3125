import type { SkillId } from '../../domain/curriculum/types.ts';

/** The little that order and layout need to know of a skill. */
export interface PlacedSkill {
  readonly id: SkillId;
  readonly track: string;
  readonly stage: string;
  readonly requires: readonly SkillId[];
}

/**
 * Longest chain of prerequisites below each skill. `counts` limits which prerequisites are followed. A circle (an
 * error that is reported elsewhere) is cut where it closes.
 */
export function chainLengths(
  skills: readonly PlacedSkill[],
  counts: (skill: PlacedSkill, required: PlacedSkill) => boolean = () => true,
): ReadonlyMap<SkillId, number> {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const lengths = new Map<SkillId, number>();
  const open = new Set<SkillId>();
  const lengthOf = (skill: PlacedSkill): number => {
    const known = lengths.get(skill.id);
    if (known !== undefined) return known;
    if (open.has(skill.id)) return 0;
    open.add(skill.id);
    let length = 0;
    for (const id of skill.requires) {
      const required = byId.get(id);
      if (required && counts(skill, required)) length = Math.max(length, lengthOf(required) + 1);
    }
    open.delete(skill.id);
    lengths.set(skill.id, length);
    return length;
  };
  for (const skill of skills) lengthOf(skill);
  return lengths;
}

/** Index of each id, for sorting by a given order. */
export const positions = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index]));
