import type { SkillId } from '../../domain/curriculum/types.ts';
import type { Problems } from '../problems.ts';
import type { SkillSource, SourceCurriculum } from '../source/model.ts';

/** Prerequisites form no circle and never point to a later stage; encompassed skills come earlier. */
export function checkPrerequisites(curriculum: SourceCurriculum, problems: Problems): void {
  const { skills, manifest } = curriculum;
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const order = new Map(manifest.stages.map((stage, index) => [stage.id, index]));
  const isLater = (other: SkillSource, than: SkillSource): boolean =>
    (order.get(other.stage.value) ?? 0) > (order.get(than.stage.value) ?? Infinity);

  for (const cycle of findCycles(skills)) {
    const at = byId.get(cycle[0] ?? '')?.at;
    if (at) problems.error(at, 'cycle', `prerequisites in a circle: ${cycle.join(' → ')}`);
  }
  for (const skill of skills) {
    for (const { value, at } of skill.requires) {
      const required = byId.get(value);
      if (required && isLater(required, skill)) {
        const message = `"${value}" belongs to the later stage "${required.stage.value}"`;
        problems.error(at, 'later-stage', message);
      }
    }
    for (const { skill: id, weight, at } of skill.encompasses) {
      if (!(weight > 0 && weight <= 1)) {
        problems.error(at, 'weight', `the weight of "${id}" must be above 0 and at most 1`);
      }
      const encompassed = byId.get(id);
      if (!encompassed) continue;
      if (isLater(encompassed, skill) || isAbove(id, skill.id, byId)) {
        problems.error(at, 'encompasses-later', `"${id}" is not an earlier skill`);
      }
    }
  }
}

/** Whether a skill is another one or requires it, at any distance. */
function isAbove(
  id: SkillId,
  below: SkillId,
  byId: ReadonlyMap<SkillId, SkillSource>,
  seen = new Set<SkillId>(),
): boolean {
  if (id === below) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (byId.get(id)?.requires ?? []).some(({ value }) => isAbove(value, below, byId, seen));
}

/** One circle for each edge that closes one, written from its first skill back to itself. */
export function findCycles(skills: readonly SkillSource[]): SkillId[][] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const done = new Set<SkillId>();
  const path: SkillId[] = [];
  const cycles: SkillId[][] = [];
  const visit = (id: SkillId): void => {
    const start = path.indexOf(id);
    if (start >= 0) {
      cycles.push([...path.slice(start), id]);
      return;
    }
    if (done.has(id)) return;
    path.push(id);
    for (const { value } of byId.get(id)?.requires ?? []) visit(value);
    path.pop();
    done.add(id);
  };
  for (const skill of skills) visit(skill.id);
  return cycles;
}
