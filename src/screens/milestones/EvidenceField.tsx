/** A labelled field of the evidence form, with its hint or, in its place, what is wrong with it. */
import { createUniqueId, Show, type JSX } from 'solid-js';
import type { EvidenceFields } from '../../domain/log/event.ts';
import type { EvidenceProblems } from '../../domain/milestones/evidence.ts';
import { PROBLEMS } from './words.ts';

interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-describedby': string | undefined;
}

export const Field = (props: {
  readonly name: keyof EvidenceFields;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: EvidenceProblems[keyof EvidenceFields];
  readonly children: (attributes: FieldAttributes) => JSX.Element;
}): JSX.Element => {
  const id = createUniqueId();
  const attributes: FieldAttributes = {
    id,
    get name() {
      return props.name;
    },
    get 'aria-invalid'() {
      return props.problem ? true : undefined;
    },
    get 'aria-describedby'() {
      return props.problem || props.hint ? `${id}-about` : undefined;
    },
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children(attributes)}
      <Show
        when={props.problem}
        fallback={
          <Show when={props.hint}>
            <p id={`${id}-about`} class="hint">
              {props.hint}
            </p>
          </Show>
        }
      >
        {(problem) => (
          <p id={`${id}-about`} class="problem">
            {PROBLEMS[problem()]}
          </p>
        )}
      </Show>
    </div>
  );
};
