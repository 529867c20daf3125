/** What others claim about pay and the market of what is looked at: folded, and of no weight. */
import { createResource, type JSX } from 'solid-js';
import { loadReference } from '../../app/content.ts';
import { claimGroups, type ClaimGroup } from '../../domain/curriculum/claims.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { ClaimNotes } from '../../ui/ClaimNotes.tsx';

const MapClaims = (props: { readonly skills: readonly Skill[] }): JSX.Element => {
  const [reference] = createResource(loadReference);
  const groups = (): readonly ClaimGroup[] =>
    reference.state === 'ready'
      ? claimGroups(reference().claims, new Set(props.skills.map(({ id }) => id)))
      : [];
  return <ClaimNotes groups={groups()} folded />;
};

export default MapClaims;
