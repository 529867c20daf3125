/** The competencies that a milestone shows, and how long it usually takes. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { plural } from '../../ui/format.ts';
import type { OpenMilestone } from './create-milestone.ts';

export const Shows = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const shown = () =>
    props.open.competencies().filter(({ id }) => props.open.content()?.competencies.includes(id));
  return (
    <Show when={shown().length > 0}>
      <section class="stack tight" aria-labelledby="shows-title">
        <h2 id="shows-title">What it shows</h2>
        <ul class="shows">
          <For each={shown()}>
            {({ title, summary }) => (
              <li>
                <strong>{title}</strong> <span class="small soft">{summary}</span>
              </li>
            )}
          </For>
        </ul>
        <p class="small soft">
          Usually {plural(props.open.content()?.weeks ?? 0, 'week')} beside other work.{' '}
          <A href={`/milestones/readiness?stage=${props.open.milestone.stage}`}>
            Readiness for this stage
          </A>
        </p>
      </section>
    </Show>
  );
};
