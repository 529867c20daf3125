/**
 * What others claim about degrees and years, beside a note of one's own and the employer's ladder, which is what
 * counts. It opens and closes nothing.
 */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import type { Claim } from '../../domain/curriculum/types.ts';
import { isWebLink, NOTE_LIMIT } from '../../domain/milestones/evidence.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import type { CareerFields } from '../../domain/milestones/portfolio-events.ts';
import { ClaimNote } from '../../ui/ClaimNotes.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Labelled } from './Labelled.tsx';
import { recordWithUndo } from './record.ts';
import { SaveOrCancel } from './SaveOrCancel.tsx';

export const CareerNote = (props: {
  /** What others claim of degrees and years. */
  readonly claims: readonly Claim[];
}): JSX.Element => {
  const cairn = useCairn();
  const [isOpen, setOpen] = createSignal(false);
  const career = () => portfolioOf(cairn.learner()).career;
  const isEmpty = () => Object.values(career()).every((value) => value === '');
  return (
    <section class="panel stack" aria-labelledby="career-title">
      <h2 id="career-title">Degrees, years and your employer's ladder</h2>
      <For each={props.claims}>{(claim) => <ClaimNote claim={claim} />}</For>
      <p class="soft">
        What others claim is no rule. What counts is the ladder of the employer you aim for, so note
        here how you stand beside it.
      </p>
      <Show
        when={!isOpen()}
        fallback={<CareerForm fields={career()} onClose={() => setOpen(false)} />}
      >
        <Show when={!isEmpty()}>
          <dl class="career">
            <Fact name="Role" value={career().role} />
            <Fact name="Employer" value={career().employer} />
            <Fact name="Its ladder" value={career().ladder} />
            <Fact name="Education" value={career().education} />
            <Fact name="Experience" value={career().experience} />
          </dl>
          <Show when={career().note}>
            <Markdown text={career().note} />
          </Show>
        </Show>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {isEmpty() ? 'Add a note' : 'Edit the note'}
        </button>
      </Show>
    </section>
  );
};

const Fact = (props: { readonly name: string; readonly value: string }): JSX.Element => (
  <Show when={props.value}>
    <div>
      <dt class="small soft">{props.name}</dt>
      <dd>
        <Show when={isWebLink(props.value)} fallback={props.value}>
          <a href={props.value} target="_blank" rel="noopener noreferrer">
            {props.value}
          </a>
        </Show>
      </dd>
    </div>
  </Show>
);

const INPUTS: readonly (readonly [name: Exclude<keyof CareerFields, 'note'>, label: string])[] = [
  ['role', 'Role you aim for'],
  ['employer', 'Employer'],
  ['ladder', 'Link to its ladder or posting'],
  ['education', 'Your education'],
  ['experience', 'Your experience'],
];

const CareerForm = (props: {
  readonly fields: CareerFields;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  // The form is made anew each time it opens.
  // eslint-disable-next-line solid/reactivity
  const [fields, setFields] = createStore({ ...props.fields });
  const [problem, setProblem] = createSignal<string>();
  let note!: HTMLTextAreaElement;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (fields.note.length > NOTE_LIMIT) {
      setProblem('The note is too long: at most 10,000 characters. Nothing is lost yet.');
      note.focus();
      return;
    }
    const fact = {
      t: 'portfolio',
      what: 'career',
      about: '',
      fields: { ...unwrap(fields) },
    } as const;
    if (await recordWithUndo(cairn, [fact], () => 'Noted.')) props.onClose();
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <For each={INPUTS}>
        {([name, label]) => (
          <Labelled label={label}>
            {(attributes) => (
              <input
                {...attributes}
                class="input"
                type="text"
                autocomplete="off"
                value={fields[name]}
                onInput={(event) => setFields(name, event.currentTarget.value)}
              />
            )}
          </Labelled>
        )}
      </For>
      <Labelled label="How you stand beside it" problem={problem()}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={note}
            class="input"
            rows={4}
            value={fields.note}
            onInput={(event) => setFields('note', event.currentTarget.value)}
          />
        )}
      </Labelled>
      <SaveOrCancel save="Save note" onCancel={() => props.onClose()} />
    </form>
  );
};
