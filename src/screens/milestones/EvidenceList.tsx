/** All evidence of a milestone, newest first. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { EventId } from '../../domain/log/event.ts';
import type { Piece } from '../../domain/milestones/portfolio.ts';
import { plural } from '../../ui/format.ts';
import type { OpenMilestone } from './create-milestone.ts';
import { PieceRow } from './Piece.tsx';
import { unfiled } from './win-facts.ts';

export const EvidenceList = (props: {
  readonly open: OpenMilestone;
  readonly onEdit: (piece: Piece) => void;
}): JSX.Element => {
  let heading!: HTMLHeadingElement;
  // By id: a change to one piece leaves the others, and the focus on them, where they are.
  const ids = createMemo(() => props.open.evidence().map(({ id }) => id));
  const piece = (id: EventId) => props.open.evidence().find((one) => one.id === id);
  const remove = async ({ id, fields, isWin }: Piece): Promise<void> => {
    const { milestone, save } = props.open;
    // A win stays among the wins; it only proves this milestone no more.
    const isSaved = await (isWin
      ? save(unfiled(id, milestone.id), () => `Back among your wins: ${fields.title}`)
      : save({ t: 'evidence-removed', evidence: id }, () => `Deleted: ${fields.title}`));
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
                  <PieceRow
                    fields={shown().fields}
                    attached={shown()}
                    place={placeOf(props.open, shown())}
                    remove={shown().isWin ? 'Take out' : undefined}
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

/** Criteria are numbered on the page; a piece may be for none in particular, or for one that is gone. */
const placeOf = (open: OpenMilestone, piece: Piece): string => {
  const number = open.criteria().findIndex(({ id }) => id === piece.fields.criterion) + 1;
  const criterion = number > 0 ? `for criterion ${number}` : 'for no criterion in particular';
  return piece.isWin ? `${criterion}, from your wins` : criterion;
};
