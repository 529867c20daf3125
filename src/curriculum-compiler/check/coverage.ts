import type { Problems } from '../problems.ts';
import type { SourceCurriculum, StatementSource } from '../source/model.ts';

/** Every statement is covered by a card, a claim, a skill or a milestone. */
export function checkCoverage(curriculum: SourceCurriculum, problems: Problems): void {
  for (const { id, at } of uncoveredStatements(curriculum)) {
    problems.error(at, 'uncovered', `no card, claim, skill or milestone covers "${id}"`);
  }
}

/** The statements that nothing covers yet. */
export function uncoveredStatements(curriculum: SourceCurriculum): readonly StatementSource[] {
  const { skills, milestones, claims, statements } = curriculum;
  const covered = new Set(
    [...skills, ...skills.flatMap((skill) => skill.notes), ...milestones, ...claims].flatMap(
      ({ covers }) => covers.map(({ value }) => value),
    ),
  );
  return statements.filter(({ id }) => id !== '' && !covered.has(id));
}
