/** What strong evidence looks like, and what is too weak. */
import { For, Show, type JSX } from 'solid-js';
import type { MilestoneContent } from '../../domain/curriculum/types.ts';
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx';

export const Examples = (props: { readonly content: MilestoneContent }): JSX.Element => (
  <section class="stack" aria-labelledby="examples-title">
    <h2 id="examples-title">What counts</h2>
    <Group title="Strong evidence" examples={props.content.strong} class="strong" />
    <Group title="Too weak" examples={props.content.weak} class="weak" />
  </section>
);

const Group = (props: {
  readonly title: string;
  readonly examples: readonly string[];
  readonly class: 'strong' | 'weak';
}): JSX.Element => (
  <Show when={props.examples.length > 0}>
    <div class={`examples ${props.class}`}>
      <h3>{props.title}</h3>
      <ul class="stack tight">
        <For each={props.examples}>
          {(example) => (
            <li>
              <Show when={props.class === 'strong'} fallback={<CloseIcon />}>
                <CheckIcon />
              </Show>
              <span>{example}</span>
            </li>
          )}
        </For>
      </ul>
    </div>
  </Show>
);
