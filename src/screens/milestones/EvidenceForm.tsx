/** A piece of evidence, new or being edited, in a dialog. What was typed stays until it is saved. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import { DAY_MS } from '../../domain/calendar/study-day.ts';
import type { EvidenceFields } from '../../domain/log/event.ts';
import {
  evidenceProblems,
  NOTE_LIMIT,
  type EvidenceProblems,
} from '../../domain/milestones/evidence.ts';
import { Modal } from '../../ui/Modal.tsx';
import { Field } from './EvidenceField.tsx';

const ORDER: readonly (keyof EvidenceFields)[] = [
  'title',
  'date',
  'criterion',
  'link',
  'note',
  'witnesses',
];
/** From here on the note says how much room is left. */
const NOTE_NEARLY_FULL = 0.9 * NOTE_LIMIT;

export const EvidenceForm = (props: {
  readonly title: string;
  /** What it begins with: a draft, the evidence as it is, or hardly anything. */
  readonly fields: EvidenceFields;
  readonly criteria: readonly { readonly id: string; readonly text: string }[];
  readonly onDraft: (fields: EvidenceFields) => void;
  /** Resolves to whether it was saved. */
  readonly onSave: (fields: EvidenceFields) => Promise<boolean>;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  let form!: HTMLFormElement;
  // The dialog is made anew for each piece.
  // eslint-disable-next-line solid/reactivity
  const [fields, setFields] = createStore({ ...props.fields });
  const [problems, setProblems] = createSignal<EvidenceProblems>({});
  const [failed, setFailed] = createSignal(false);
  const [saving, setSaving] = createSignal(false);
  const lastDay = () => Math.max(cairn.today(), calendarDay(cairn.now()));

  const set = (name: keyof EvidenceFields, value: string): void => {
    setFields(name, value);
    props.onDraft({ ...unwrap(fields) });
    // A message goes as soon as its cause does, and comes only when one saves.
    if (problems()[name]) {
      const { [name]: _before, ...others } = problems();
      const now = evidenceProblems(fields, lastDay())[name];
      setProblems(now ? { ...others, [name]: now } : others);
    }
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (saving()) return;
    const found = evidenceProblems(fields, lastDay());
    setProblems(found);
    const first = ORDER.find((name) => found[name]);
    if (first) {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setSaving(true);
    const isSaved = await props.onSave(trimmed(unwrap(fields)));
    setSaving(false);
    setFailed(!isSaved);
    // Closing it, not just taking it away, gives the focus back to the button that opened it.
    if (isSaved) form.closest('dialog')?.close();
  };

  return (
    <Modal title={props.title} onClose={() => props.onClose()}>
      <form
        ref={form}
        class="stack evidence-form"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <Field name="title" label="Title" problem={problems().title}>
          {(field) => (
            <input
              {...field}
              class="input"
              type="text"
              autocomplete="off"
              autofocus
              value={fields.title}
              onInput={(event) => set('title', event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="pair">
          <Field name="date" label="Date" problem={problems().date}>
            {(field) => (
              <input
                {...field}
                class="input"
                type="date"
                value={fields.date}
                onInput={(event) => set('date', event.currentTarget.value)}
              />
            )}
          </Field>
          <Field name="witnesses" label="Who saw it" hint="Such as a name and a role">
            {(field) => (
              <input
                {...field}
                class="input"
                type="text"
                autocomplete="off"
                value={fields.witnesses}
                onInput={(event) => set('witnesses', event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <Field name="criterion" label="Criterion" hint={chosen(props.criteria, fields.criterion)}>
          {(field) => (
            <select
              {...field}
              class="input"
              onChange={(event) => set('criterion', event.currentTarget.value)}
            >
              <For each={props.criteria}>
                {(criterion, i) => (
                  <option value={criterion.id} selected={fields.criterion === criterion.id}>
                    {`${i() + 1}. ${criterion.text}`}
                  </option>
                )}
              </For>
              <option value="" selected={!props.criteria.some(({ id }) => id === fields.criterion)}>
                None in particular
              </option>
            </select>
          )}
        </Field>
        <Field
          name="link"
          label="Link"
          problem={problems().link}
          hint="http:// or https://, if there is one"
        >
          {(field) => (
            <input
              {...field}
              class="input"
              type="url"
              inputmode="url"
              autocomplete="off"
              value={fields.link}
              onInput={(event) => set('link', event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          name="note"
          label="Note"
          problem={problems().note}
          hint={
            fields.note.length > NOTE_NEARLY_FULL
              ? `${fields.note.length.toLocaleString('en')} of ${NOTE_LIMIT.toLocaleString('en')} characters`
              : 'What happened, with numbers; file names fit here too'
          }
        >
          {(field) => (
            <textarea
              {...field}
              class="input"
              rows={3}
              value={fields.note}
              onInput={(event) => set('note', event.currentTarget.value)}
            />
          )}
        </Field>
        <Show when={failed()}>
          <p class="problem" role="alert">
            This could not be saved. What you typed is still here: try again in a moment.
          </p>
        </Show>
        <div class="form-foot">
          <button type="submit" class="button primary wide" aria-disabled={saving()}>
            Save evidence
          </button>
        </div>
      </form>
    </Modal>
  );
};

/** The whole text of the chosen criterion: the select cuts it off. */
const chosen = (
  criteria: readonly { readonly id: string; readonly text: string }[],
  id: string,
): string =>
  criteria.find((criterion) => criterion.id === id)?.text ?? 'It supports the milestone as a whole';

const trimmed = (fields: EvidenceFields): EvidenceFields => ({
  ...fields,
  title: fields.title.trim(),
  link: fields.link.trim(),
  note: fields.note.trim(),
  witnesses: fields.witnesses.trim(),
});

/** The date on the wall calendar, which turns before the study day does. */
const calendarDay = (time: number): number => {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
};
