/** The claims that belong to a skill's subject. */
import { createResource, type JSX } from 'solid-js';
import { loadReference } from '../../app/content.ts';
import { claimGroups, type ClaimGroup } from '../../domain/curriculum/claims.ts';
import type { SkillId } from '../../domain/curriculum/types.ts';
import { ClaimNotes } from '../../ui/ClaimNotes.tsx';

export const SkillClaims = (props: { readonly skill: SkillId }): JSX.Element => {
  const [reference] = createResource(loadReference);
  const groups = (): readonly ClaimGroup[] =>
    reference.state === 'ready' ? claimGroups(reference().claims, new Set([props.skill])) : [];
  return <ClaimNotes groups={groups()} />;
};
