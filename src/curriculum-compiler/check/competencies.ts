import type { Problems } from '../problems.ts';
import type { SourceCurriculum } from '../source/model.ts';

/**
 * A milestone says what it proves and what would not prove it. Where there are competencies, every skill feeds one and
 * every one can be shown.
 */
export function checkCompetencies(curriculum: SourceCurriculum, problems: Problems): void {
  const { competencies, milestones, skills } = curriculum;
  for (const { at, strong, weak } of milestones) {
    if (strong.length === 0) {
      problems.error(at, 'no-example', 'the milestone has no example of strong evidence');
    }
    if (weak.length === 0) {
      problems.error(at, 'no-example', 'the milestone has no example of weak evidence');
    }
  }
  if (competencies.length === 0) return;
  const fed = new Set(competencies.flatMap((competency) => competency.skills.map((s) => s.value)));
  for (const { id, at } of skills) {
    if (id !== '' && !fed.has(id)) {
      problems.error(at, 'no-competency', `no competency names the skill "${id}"`);
    }
  }
  const shown = new Set<string>();
  for (const milestone of milestones) {
    for (const { value } of milestone.competencies) shown.add(value);
    if (milestone.competencies.length === 0) {
      problems.error(milestone.at, 'no-competency', 'the milestone shows no competency');
    }
  }
  for (const { id, at } of competencies) {
    if (!shown.has(id)) problems.error(at, 'no-milestone', `no milestone shows "${id}"`);
  }
}
