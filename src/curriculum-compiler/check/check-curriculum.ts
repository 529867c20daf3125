import type { Problems } from '../problems.ts';
import type { SourceCurriculum } from '../source/model.ts';
import { checkCompetencies } from './competencies.ts';
import { checkClaims } from './claims.ts';
import { checkCoverage } from './coverage.ts';
import { checkIdentity } from './identity.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { checkReferences } from './references.ts';
import { checkRetirement } from './retirement.ts';
import { checkStandards } from './standards.ts';

/** Everything about ids, references and completeness; the wording of cards is the lint's business. */
export function checkCurriculum(curriculum: SourceCurriculum, problems: Problems): void {
  checkIdentity(curriculum, problems);
  checkReferences(curriculum, problems);
  checkClaims(curriculum, problems);
  checkPrerequisites(curriculum, problems);
  checkCoverage(curriculum, problems);
  checkCompetencies(curriculum, problems);
  checkRetirement(curriculum, problems);
  checkPlaceholders(curriculum, problems);
  checkStandards(curriculum, problems);
}
