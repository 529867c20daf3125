/** The fields of a piece of evidence or a win. */
import { For, Show, type JSX } from 'solid-js';
import type { EvidenceFields } from '../../domain/log/event.ts';
import {
  NOTE_LIMIT,
  type EvidenceProblem,
  type EvidenceProblems,
} from '../../domain/milestones/evidence.ts';
import { Labelled } from './Labelled.tsx';
import { PROBLEMS } from './words.ts';

/** From here on the note says how much room is left. */
const NOTE_NEARLY_FULL = 0.9 * NOTE_LIMIT;

interface Inputs {
  readonly fields: EvidenceFields;
  readonly problems: EvidenceProblems;
  readonly set: (name: keyof EvidenceFields, value: string) => void;
}

const said = (problem: EvidenceProblem | undefined): string | undefined =>
  problem && PROBLEMS[problem];

export const TitleInput = (props: Inputs & { readonly hint?: string | undefined }): JSX.Element => (
  <Labelled label="Title" hint={props.hint} problem={said(props.problems.title)}>
    {(field) => (
      <input
        {...field}
        name="title"
        class="input"
        type="text"
        autocomplete="off"
        autofocus
        value={props.fields.title}
        onInput={(event) => props.set('title', event.currentTarget.value)}
      />
    )}
  </Labelled>
);

export const DateAndWitnesses = (props: Inputs): JSX.Element => (
  <div class="pair">
    <Labelled label="Date" problem={said(props.problems.date)}>
      {(field) => (
        <input
          {...field}
          name="date"
          class="input"
          type="date"
          value={props.fields.date}
          onInput={(event) => props.set('date', event.currentTarget.value)}
        />
      )}
    </Labelled>
    <Labelled label="Who saw it" hint="Such as a name and a role">
      {(field) => (
        <input
          {...field}
          name="witnesses"
          class="input"
          type="text"
          autocomplete="off"
          value={props.fields.witnesses}
          onInput={(event) => props.set('witnesses', event.currentTarget.value)}
        />
      )}
    </Labelled>
  </div>
);

export const CriterionInput = (props: {
  readonly criteria: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}): JSX.Element => (
  <Labelled label="Criterion" hint={wholeText(props.criteria, props.chosen)}>
    {(field) => (
      <select
        {...field}
        name="criterion"
        class="input"
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <For each={props.criteria}>
          {(criterion, i) => (
            <option value={criterion.id} selected={props.chosen === criterion.id}>
              {`${i() + 1}. ${criterion.text}`}
            </option>
          )}
        </For>
        <option value="" selected={!props.criteria.some(({ id }) => id === props.chosen)}>
          None in particular
        </option>
      </select>
    )}
  </Labelled>
);

/** The whole text of the chosen criterion: the select cuts it off. */
const wholeText = (
  criteria: readonly { readonly id: string; readonly text: string }[],
  id: string,
): string =>
  criteria.find((criterion) => criterion.id === id)?.text ?? 'It supports the milestone as a whole';

export const LinkAndNote = (props: Inputs): JSX.Element => (
  <>
    <Labelled
      label="Link"
      problem={said(props.problems.link)}
      hint="http:// or https://, if there is one"
    >
      {(field) => (
        <input
          {...field}
          name="link"
          class="input"
          type="url"
          inputmode="url"
          autocomplete="off"
          value={props.fields.link}
          onInput={(event) => props.set('link', event.currentTarget.value)}
        />
      )}
    </Labelled>
    <Labelled label="Note" problem={said(props.problems.note)} hint={noteHint(props.fields.note)}>
      {(field) => (
        <textarea
          {...field}
          name="note"
          class="input"
          rows={3}
          value={props.fields.note}
          onInput={(event) => props.set('note', event.currentTarget.value)}
        />
      )}
    </Labelled>
  </>
);

const noteHint = (note: string): string =>
  note.length > NOTE_NEARLY_FULL
    ? `${note.length.toLocaleString('en')} of ${NOTE_LIMIT.toLocaleString('en')} characters`
    : 'What happened, with numbers. Markdown works: **bold**, lists, `code`';

/** What may stay folded at first. */
export const More = (props: {
  readonly open: boolean;
  /** The file is one of the fields. */
  readonly hasFile: boolean;
  readonly children: JSX.Element;
}) => (
  <Show when={!props.open} fallback={props.children}>
    <details class="more-fields">
      <summary>Date, link, note, {props.hasFile ? 'file, ' : ''}who saw it</summary>
      <div class="stack">{props.children}</div>
    </details>
  </Show>
);
