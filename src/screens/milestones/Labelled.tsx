/** A field with its label and its hint or, in its place, what is wrong with it. */
import { createUniqueId, Show, type JSX } from 'solid-js';

export const Labelled = (props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: (attributes: {
    readonly id: string;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  }) => JSX.Element;
}): JSX.Element => {
  const id = createUniqueId();
  const attributes = {
    id,
    get 'aria-invalid'() {
      return props.problem ? (true as const) : undefined;
    },
    get 'aria-describedby'() {
      return props.problem || props.hint ? `${id}-about` : undefined;
    },
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children(attributes)}
      <Show when={props.problem ?? props.hint}>
        {(about) => (
          <p id={`${id}-about`} class={props.problem ? 'problem' : 'hint'}>
            {about()}
          </p>
        )}
      </Show>
    </div>
  );
};
