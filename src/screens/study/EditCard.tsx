/** A personal wording over a card. The card itself stays as it is, and the wording can be taken off again. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Edit, Fact } from '../../domain/log/event.ts';
import { eventId } from '../../domain/log/event.ts';
import { Modal } from '../../ui/Modal.tsx';

const FIELDS = [
  { field: 'prompt', label: 'Prompt' },
  { field: 'answer', label: 'Answer' },
  { field: 'note', label: 'Note' },
] as const satisfies readonly { readonly field: Edit['field']; readonly label: string }[];

export const EditCard = (props: {
  readonly card: Card;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const overlay = () => cairn.learner().edits.get(props.card.id) ?? {};
  const original = (field: Edit['field']): string =>
    ({ prompt: props.card.promptText, answer: props.card.answerText, note: '' })[field];
  const current = (field: Edit['field']): string => overlay()[field] ?? original(field);
  /** A choice card's answer is one of its options, which cannot be reworded one by one yet. */
  const fields = () =>
    props.card.options ? FIELDS.filter(({ field }) => field !== 'answer') : FIELDS;

  const record = async (facts: readonly Fact[], text: string): Promise<void> => {
    if (facts.length > 0) {
      const events = await cairn.record(...facts);
      cairn.notify(text, () => events.forEach((event) => void cairn.undo(eventId(event))));
    }
    props.onClose();
  };
  const save = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const facts = fields().flatMap(({ field }): Fact[] => {
      const value = data.get(field);
      const text = typeof value === 'string' ? value.trim() : '';
      if (text === current(field).trim()) return [];
      const isOriginal = text === original(field).trim() || text === '';
      return [{ t: 'edit', card: props.card.id, field, text: isOriginal ? null : text }];
    });
    void record(facts, 'Your wording is saved');
  };
  const revert = (): void =>
    void record(
      FIELDS.filter(({ field }) => overlay()[field] !== undefined).map(({ field }): Fact => ({
        t: 'edit',
        card: props.card.id,
        field,
        text: null,
      })),
      'Back to the original wording',
    );

  return (
    <Modal title="Edit card" onClose={props.onClose}>
      <form class="stack" onSubmit={save}>
        <For each={fields()}>
          {({ field, label }) => (
            <div class="field">
              <label for={`edit-${field}`}>{label}</label>
              <textarea
                id={`edit-${field}`}
                name={field}
                class="input"
                rows={field === 'note' ? 2 : 3}
              >
                {current(field)}
              </textarea>
            </div>
          )}
        </For>
        <p class="hint">
          Your wording shows as plain text in place of the card's own. The original is kept.
        </p>
        <div class="row">
          <button type="submit" class="button primary">
            Save
          </button>
          <Show when={Object.keys(overlay()).length > 0}>
            <button type="button" class="button" onClick={revert}>
              Back to the original
            </button>
          </Show>
        </div>
      </form>
    </Modal>
  );
};
