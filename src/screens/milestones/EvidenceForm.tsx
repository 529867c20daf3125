/** A piece of evidence or a win, new or being edited, in a dialog. What was typed stays until it is saved. */
import { createSignal, Show, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import { DAY_MS } from '../../domain/calendar/study-day.ts';
import type { EvidenceFields } from '../../domain/log/event.ts';
import { evidenceProblems, type EvidenceProblems } from '../../domain/milestones/evidence.ts';
import { Modal } from '../../ui/Modal.tsx';
import { keepChoice, type Choice, type Offer } from './attach.ts';
import { AttachmentInput } from './AttachmentInput.tsx';
import {
  CriterionInput,
  DateAndWitnesses,
  LinkAndNote,
  More,
  TitleInput,
} from './EvidenceInputs.tsx';
import type { Attached } from './Piece.tsx';
import type { AndThen } from './record.ts';
import './evidence.css';

const ORDER: readonly (keyof EvidenceFields)[] = [
  'title',
  'date',
  'criterion',
  'link',
  'note',
  'witnesses',
];

const EvidenceForm = (props: {
  readonly title: string;
  /** What it begins with: a draft, the evidence as it is, or hardly anything. */
  readonly fields: EvidenceFields;
  /** What is being edited; `undefined` for something new. */
  readonly piece?: Attached | undefined;
  /** `undefined` for a win, which meets none yet. */
  readonly criteria: readonly { readonly id: string; readonly text: string }[] | undefined;
  /** Only the title at first: for a thought that must be kept in two taps. */
  readonly isQuick?: boolean;
  /** A file that another app shared. */
  readonly offer?: Offer | undefined;
  readonly save?: string;
  readonly onDraft: (fields: EvidenceFields) => void;
  /**
   * Resolves to whether it was saved.
   * @param attach the fact about its attachment, when that changes
   */
  readonly onSave: (fields: EvidenceFields, attach?: AndThen) => Promise<boolean>;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  let form!: HTMLFormElement;
  // The dialog is made anew for each piece.
  // eslint-disable-next-line solid/reactivity
  const [fields, setFields] = createStore({ ...props.fields });
  // eslint-disable-next-line solid/reactivity
  const [choice, setChoice] = createSignal<Choice>(props.offer?.file);
  const [problems, setProblems] = createSignal<EvidenceProblems>({});
  const [failed, setFailed] = createSignal('');
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
  const save = async (): Promise<boolean> => {
    let attach: AndThen | undefined;
    try {
      attach = await keepChoice(choice(), props.piece?.id);
    } catch {
      setFailed('This device could not store the file.');
      return false;
    }
    const isSaved = await props.onSave(trimmed(unwrap(fields)), attach);
    setFailed(isSaved ? '' : 'This could not be saved.');
    return isSaved;
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (saving()) return;
    const found = evidenceProblems(fields, lastDay());
    setProblems(found);
    const first = ORDER.find((name) => found[name]);
    if (first) {
      const input = form.querySelector<HTMLElement>(`[name="${first}"]`);
      input?.closest('details')?.setAttribute('open', '');
      input?.focus();
      return;
    }
    setSaving(true);
    const isSaved = await save();
    setSaving(false);
    // Closing it, not just taking it away, gives the focus back to the button that opened it.
    if (isSaved) form.closest('dialog')?.close();
  };

  const attachment = (): JSX.Element => (
    <AttachmentInput
      file={props.piece?.file}
      choice={choice()}
      offer={props.offer}
      onChoose={setChoice}
    />
  );
  return (
    <Modal title={props.title} onClose={() => props.onClose()}>
      <form
        ref={form}
        class="stack evidence-form"
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <TitleInput
          fields={fields}
          problems={problems()}
          set={set}
          hint={props.isQuick ? 'One line is enough. File it under a milestone later.' : undefined}
        />
        {/* What was shared stands where it is seen at once. */}
        <Show when={props.offer}>{attachment()}</Show>
        <More open={!props.isQuick} hasFile={!props.offer}>
          <DateAndWitnesses fields={fields} problems={problems()} set={set} />
          <Show when={props.criteria}>
            {(criteria) => (
              <CriterionInput
                criteria={criteria()}
                chosen={fields.criterion}
                onChoose={(id) => set('criterion', id)}
              />
            )}
          </Show>
          <LinkAndNote fields={fields} problems={problems()} set={set} />
          <Show when={!props.offer}>{attachment()}</Show>
        </More>
        <Show when={failed()}>
          <p class="problem" role="alert">
            {failed()} What you typed is still here: try again in a moment.
          </p>
        </Show>
        <div class="form-foot">
          <button type="submit" class="button primary wide" aria-disabled={saving()}>
            {props.save ?? 'Save evidence'}
          </button>
        </div>
      </form>
    </Modal>
  );
};

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

export default EvidenceForm;
