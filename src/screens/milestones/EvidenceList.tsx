/** All evidence of a milestone, newest first. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { EventId } from '../../domain/log/event.ts';
import { isWebLink } from '../../domain/milestones/evidence.ts';
import type { Evidence } from '../../domain/progress/learner.ts';
import { plural } from '../../ui/format.ts';
import type { OpenMilestone } from './create-milestone.ts';
import { shownDate } from './Criteria.tsx';

export const EvidenceList = (props: {
  readonly open: OpenMilestone;
  readonly onEdit: (piece: Evidence) => void;
}): JSX.Element => {
  let heading!: HTMLHeadingElement;
  // By id: a change to one piece leaves the others, and the focus on them, where they are.
  const ids = createMemo(() => props.open.evidence().map(({ id }) => id));
  const piece = (id: EventId) => props.open.evidence().find((one) => one.id === id);
  const remove = async ({ id, fields }: Evidence): Promise<void> => {
    const isSaved = await props.open.save(
      { t: 'evidence-removed', evidence: id },
      () => `Deleted: ${fields.title}`,
    );
    if (isSaved) heading.focus();
  };
  return (
    <section class="stack" aria-labelledby="evidence-title">
      <div class="row apart">
        <h2 ref={heading} id="evidence-title" tabindex="-1">
          Evidence
        </h2>
        <Show when={ids().length > 0}>
          <span class="small soft">{plural(ids().length, 'piece')}, newest first</span>
        </Show>
      </div>
      <Show
        when={ids().length > 0}
        fallback={
          <p class="soft no-evidence">
            None yet. A title, a date and who saw it are enough to begin with; links and numbers can
            follow.
          </p>
        }
      >
        <ul class="list">
          <For each={ids()}>
            {(id) => (
              <Show when={piece(id)}>
                {(shown) => (
                  <Piece
                    piece={shown()}
                    criterion={criterionNumber(props.open, shown())}
                    onEdit={() => props.onEdit(shown())}
                    onRemove={() => void remove(shown())}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};

/** Criteria are numbered on the page; 0 for none in particular, or one that is gone. */
const criterionNumber = (open: OpenMilestone, piece: Evidence): number =>
  open.criteria().findIndex(({ id }) => id === piece.fields.criterion) + 1;

/** Whatever the person wrote is text; only a web address becomes a link. */
const Piece = (props: {
  readonly piece: Evidence;
  readonly criterion: number;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): JSX.Element => {
  const fields = () => props.piece.fields;
  return (
    <li class="piece">
      <h3>{fields().title}</h3>
      <p class="small soft">
        {shownDate(fields().date)}
        {props.criterion > 0
          ? ` · for criterion ${props.criterion}`
          : ' · for no criterion in particular'}
      </p>
      <Show when={fields().note}>
        <p class="piece-note">{fields().note}</p>
      </Show>
      <Show when={fields().link}>
        <p class="piece-link">
          <Show when={isWebLink(fields().link)} fallback={fields().link}>
            <a href={fields().link} target="_blank" rel="noopener noreferrer">
              {withoutScheme(fields().link)}
            </a>
          </Show>
        </p>
      </Show>
      <Show when={fields().witnesses}>
        <p class="small soft">Seen by {fields().witnesses}</p>
      </Show>
      <div class="row piece-actions">
        <button type="button" class="button quiet" onClick={() => props.onEdit()}>
          Edit<span class="visually-hidden"> {fields().title}</span>
        </button>
        <button type="button" class="button quiet" onClick={() => props.onRemove()}>
          Delete<span class="visually-hidden"> {fields().title}</span>
        </button>
      </div>
    </li>
  );
};

const withoutScheme = (link: string): string => link.replace(/^https?:\/\//i, '');
