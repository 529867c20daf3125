import type { Problems } from '../problems.ts';
import type { SourceCurriculum } from '../source/model.ts';

/** A claim contradicts another one that is there, not itself. */
export function checkClaims({ claims }: SourceCurriculum, problems: Problems): void {
  const ids = new Set(claims.map(({ id }) => id));
  for (const { id, contradicts } of claims) {
    for (const { claim } of contradicts) {
      if (claim.value === id) {
        problems.error(claim.at, 'unknown-claim', `"${id}" cannot contradict itself`);
      } else if (claim.value !== '' && !ids.has(claim.value)) {
        problems.error(claim.at, 'unknown-claim', `there is no claim "${claim.value}"`);
      }
    }
  }
}
