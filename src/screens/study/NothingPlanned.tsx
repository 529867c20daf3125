/** Says why a session over something chosen has no cards, and where to go instead. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { allMilestones } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import type { Scope } from './plan.ts';

export const NothingPlanned = (props: { readonly scope: Scope }): JSX.Element => {
  const cairn = useCairn();
  const milestone = () =>
    allMilestones(cairn.index.graph, portfolioOf(cairn.learner())).find(
      ({ id }) => id === props.scope.milestone,
    );
  const namesNone = () => {
    const found = milestone();
    return found && !found.skills.some((id) => cairn.index.skill(id)) ? found : undefined;
  };
  const isUnknown = (): boolean => {
    const { skill, check, milestone: of } = props.scope;
    const asked = skill ?? check;
    return asked ? !cairn.index.skill(asked) : of !== undefined && !milestone();
  };
  const isOwn = (): boolean => portfolioOf(cairn.learner()).own.has(props.scope.milestone ?? '');
  return (
    <Show
      when={namesNone()}
      fallback={
        <p>
          {isUnknown()
            ? 'There is nothing by this address: no such skill, and no such milestone. It may have been deleted.'
            : 'Everything here has been met, and none of it is due. Another skill on the map may have new cards.'}
        </p>
      }
    >
      {(found) => (
        <>
          <p>
            “{found().title}” names no skills, so there are no cards to study for it.{' '}
            {isOwn() ? 'Edit it to add the skills behind it, then study them from there.' : ''}
          </p>
          <div class="stack session-end-ways">
            <A href={`/milestones/${found().id}`} class="button large">
              Open the milestone
            </A>
          </div>
        </>
      )}
    </Show>
  );
};
