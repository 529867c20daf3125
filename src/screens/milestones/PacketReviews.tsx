/** What the manager and peers said about a version, with dates. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate, isoDate } from '../../domain/calendar/study-day.ts';
import { NOTE_LIMIT } from '../../domain/milestones/evidence.ts';
import type { PacketVersion } from '../../domain/milestones/portfolio.ts';
import type { ReviewFields } from '../../domain/milestones/portfolio-events.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { Labelled } from './Labelled.tsx';
import { recordWithUndo } from './record.ts';
import { removed } from './win-facts.ts';
import { shownDate } from './words.ts';
import { SaveOrCancel } from './SaveOrCancel.tsx';
import './evidence.css';

const ROLES: Readonly<Record<ReviewFields['role'], string>> = {
  manager: 'Manager',
  peer: 'Peer',
  other: 'Someone else',
};

export const PacketReviews = (props: { readonly version: PacketVersion }): JSX.Element => {
  const cairn = useCairn();
  const [isOpen, setOpen] = createSignal(false);
  /** What was said in confidence is not for a committee, and a heading over nothing is for nobody. */
  const isPrinted = (): boolean =>
    props.version.document.audience !== 'committee' && props.version.reviews.length > 0;
  return (
    <section
      class="stack tight packet-reviews"
      classList={{ 'no-print': !isPrinted() }}
      aria-labelledby="reviews-title"
    >
      <h2 id="reviews-title">Reviews of this version</h2>
      <Show when={props.version.reviews.length > 0} fallback={<p class="soft">None noted yet.</p>}>
        <ul class="list">
          <For each={props.version.reviews}>
            {({ id, fields }) => (
              <li class="piece">
                <h3>
                  {fields.who} <span class="small soft">{ROLES[fields.role]}</span>
                </h3>
                <p class="small soft">{shownDate(fields.date)}</p>
                <Markdown text={fields.note} />
                <div class="row piece-actions">
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() =>
                      void recordWithUndo(cairn, [removed(id)], () => 'Review deleted.')
                    }
                  >
                    Delete<span class="visually-hidden"> the review by {fields.who}</span>
                  </button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="no-print">
        <Show
          when={isOpen()}
          fallback={
            <button type="button" class="button" onClick={() => setOpen(true)}>
              Note a review
            </button>
          }
        >
          <ReviewForm version={props.version} onClose={() => setOpen(false)} />
        </Show>
      </div>
    </section>
  );
};

const ReviewForm = (props: {
  readonly version: PacketVersion;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const [fields, setFields] = createStore<{ -readonly [K in keyof ReviewFields]: ReviewFields[K] }>(
    { who: '', role: 'manager', date: isoDate(cairn.today()), note: '' },
  );
  let form!: HTMLFormElement;
  const [problems, setProblems] = createSignal<Partial<Record<'who' | 'date' | 'note', string>>>(
    {},
  );
  const wrong = (): ReturnType<typeof problems> => {
    const day = dayOfIsoDate(fields.date);
    return {
      ...(fields.who.trim() === '' && { who: 'Say who it was.' }),
      ...(day === undefined && { date: 'Give the whole date.' }),
      // The wall calendar turns before the study day does.
      ...(day !== undefined &&
        day > cairn.today() + 1 && {
          date: 'This date is in the future. Note it when it has happened.',
        }),
      ...(fields.note.length > NOTE_LIMIT && {
        note: 'The note is too long: at most 10,000 characters.',
      }),
    };
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const found = wrong();
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const kept = { ...unwrap(fields), who: fields.who.trim(), note: fields.note.trim() };
    const fact = {
      t: 'portfolio',
      what: 'review',
      about: props.version.id,
      fields: kept,
    } as const;
    if (await recordWithUndo(cairn, [fact], () => 'Review noted.')) props.onClose();
  };
  return (
    <form ref={form} class="panel stack" noValidate onSubmit={(event) => void submit(event)}>
      <div class="packet-review-fields">
        <Labelled label="Who" problem={problems().who}>
          {(attributes) => (
            <input
              {...attributes}
              name="who"
              class="input"
              type="text"
              autocomplete="off"
              value={fields.who}
              onInput={(event) => setFields('who', event.currentTarget.value)}
            />
          )}
        </Labelled>
        <Labelled label="Role">
          {(attributes) => (
            <select
              {...attributes}
              class="input"
              onChange={(event) =>
                setFields('role', event.currentTarget.value as ReviewFields['role'])
              }
            >
              <For each={Object.entries(ROLES)}>
                {([id, name]) => (
                  <option value={id} selected={id === fields.role}>
                    {name}
                  </option>
                )}
              </For>
            </select>
          )}
        </Labelled>
        <Labelled label="Date" problem={problems().date}>
          {(attributes) => (
            <input
              {...attributes}
              name="date"
              class="input"
              type="date"
              value={fields.date}
              onInput={(event) => setFields('date', event.currentTarget.value)}
            />
          )}
        </Labelled>
      </div>
      <Labelled label="What they said" problem={problems().note}>
        {(attributes) => (
          <textarea
            {...attributes}
            name="note"
            class="input"
            rows={4}
            value={fields.note}
            onInput={(event) => setFields('note', event.currentTarget.value)}
          />
        )}
      </Labelled>
      <SaveOrCancel save="Save review" onCancel={() => props.onClose()} />
    </form>
  );
};
