/** What the manager and peers said about a version, with dates. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createStore, unwrap } from 'solid-js/store';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate, isoDate } from '../../domain/calendar/study-day.ts';
import { NOTE_LIMIT } from '../../domain/milestones/evidence.ts';
import type { PacketVersion } from '../../domain/milestones/portfolio.ts';
import type { ReviewFields } from '../../domain/milestones/portfolio-events.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { recordWithUndo } from './record.ts';
import { removed } from './win-facts.ts';
import { shownDate } from './words.ts';
import { SaveOrCancel } from './SaveOrCancel.tsx';

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
  const [problem, setProblem] = createSignal('');
  const problemOf = (): string => {
    const day = dayOfIsoDate(fields.date);
    if (fields.who.trim() === '') return 'Say who it was.';
    if (day === undefined) return 'Give the whole date.';
    // The wall calendar turns before the study day does.
    if (day > cairn.today() + 1) return 'This date is in the future. Note it when it has happened.';
    return fields.note.length > NOTE_LIMIT
      ? 'The note is too long: at most 10,000 characters.'
      : '';
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setProblem(problemOf());
    if (problem()) return;
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
    <form class="panel stack" noValidate onSubmit={(event) => void submit(event)}>
      <div class="packet-review-fields">
        <div class="field">
          <label for="review-who">Who</label>
          <input
            id="review-who"
            class="input"
            type="text"
            autocomplete="off"
            value={fields.who}
            onInput={(event) => setFields('who', event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="review-role">Role</label>
          <select
            id="review-role"
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
        </div>
        <div class="field">
          <label for="review-date">Date</label>
          <input
            id="review-date"
            class="input"
            type="date"
            value={fields.date}
            onInput={(event) => setFields('date', event.currentTarget.value)}
          />
        </div>
      </div>
      <div class="field">
        <label for="review-note">What they said</label>
        <textarea
          id="review-note"
          class="input"
          rows={4}
          aria-describedby="review-problem"
          value={fields.note}
          onInput={(event) => setFields('note', event.currentTarget.value)}
        />
        <p id="review-problem" class="problem" role="alert">
          {problem()}
        </p>
      </div>
      <SaveOrCancel save="Save review" onCancel={() => props.onClose()} />
    </form>
  );
};
