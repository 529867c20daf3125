/** Says that a session goes on where it was broken off: the one that "Start session" opens, or a chosen one. */
import { A } from '@solidjs/router';
import { createResource, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import type { Scope } from '../study/plan.ts';
import { leftOff, type LeftOff } from './left-off.ts';

export const GoesOn = (props: {
  /** Of the paragraph that describes "Start session"; none where there is nothing to start. */
  readonly id: string | undefined;
}): JSX.Element => {
  const cairn = useCairn();
  const [found] = createResource(cairn.learner, () => leftOff(cairn));
  const left = (): LeftOff | undefined => (found.error ? undefined : found.latest);
  const isChosen = (): boolean => Object.keys(left()?.scope ?? {}).length > 0;
  const what = ({ skill, milestone, check, cram }: Scope): string => {
    if (cram) return `Cramming${cram === 'all' ? '' : ` ${cairn.index.track(cram)?.title ?? ''}`}`;
    const shown = shownMilestones(cairn.index.graph, portfolioOf(cairn.learner()));
    return (
      cairn.index.skill(skill ?? check ?? '')?.title ??
      shown.find(({ id }) => id === milestone)?.title ??
      'Studying ahead'
    );
  };
  return (
    <Show when={left()}>
      {(session) => (
        <Show
          when={isChosen()}
          fallback={
            <Show when={props.id}>
              <p id={props.id} class="small soft today-goes-on">
                Goes on where you stopped, {session().done} of {session().of}
              </p>
            </Show>
          }
        >
          <A
            href={`/study?${new URLSearchParams(session().scope as Record<string, string>)}`}
            class="button large wide today-chosen"
          >
            <span>Go on: {what(session().scope)}</span>{' '}
            <span class="small number">
              {session().done} of {session().of}
            </span>
          </A>
        </Show>
      )}
    </Show>
  );
};
