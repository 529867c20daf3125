/** What strong evidence looks like, and what is too weak. */
import { For, Show, type JSX } from 'solid-js';
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx';

/** In the curriculum, weak examples begin with this. */
const WEAK = /^weak:\s*/i;

export const Examples = (props: { readonly examples: readonly string[] }): JSX.Element => {
  const strong = () => props.examples.filter((example) => !WEAK.test(example));
  const weak = () =>
    props.examples
      .filter((example) => WEAK.test(example))
      .map((text) => capital(text.replace(WEAK, '')));
  return (
    <section class="stack" aria-labelledby="examples-title">
      <h2 id="examples-title">What counts</h2>
      <Group title="Strong evidence" examples={strong()} class="strong" />
      <Group title="Too weak" examples={weak()} class="weak" />
    </section>
  );
};

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

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
