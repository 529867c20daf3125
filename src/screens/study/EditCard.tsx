/** A personal wording over a card. The card itself stays as it is, and the wording can be taken off again. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { eventId, type Edit, type Fact } from '../../domain/log/event.ts';
import {
  EDITABLE_FIELDS,
  editOf,
  originalText,
  ownTexts,
} from '../../domain/progress/own-wording.ts';
import { Modal } from '../../ui/Modal.tsx';
import { OriginalChange } from '../library/OriginalChange.tsx';

const NAMES: Readonly<Record<Edit['field'], string>> = {
  prompt: 'Prompt',
  answer: 'Answer',
  note: 'Note',
};

export const EditCard = (props: {
  readonly card: Card;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const own = () => ownTexts(props.card, cairn.learner().edits.get(props.card.id));
  const changed = () => own().filter(({ before }) => before !== undefined);
  const current = (field: Edit['field']): string =>
    own().find((text) => text.field === field)?.own ?? originalText(props.card, field);
  /** A choice card's answer is one of its options, which cannot be reworded one by one yet. */
  const fields = () =>
    props.card.options ? EDITABLE_FIELDS.filter((field) => field !== 'answer') : EDITABLE_FIELDS;

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
    const facts = fields().flatMap((field) => {
      const value = data.get(field);
      const text = typeof value === 'string' ? value : '';
      // Saved once more over a changed original, a wording is held against the new one.
      const isSeen = changed().some((one) => one.field === field);
      return text.trim() === current(field).trim() && !isSeen
        ? []
        : [editOf(props.card, field, text)];
    });
    void record(facts, 'Your wording is saved');
  };
  const revert = (): void =>
    void record(
      own().map(({ field }) => editOf(props.card, field, '')),
      'Back to the original wording',
    );

  return (
    <Modal title="Edit card" onClose={props.onClose}>
      <form class="stack" onSubmit={save}>
        <For each={changed()}>
          {(text) => <OriginalChange text={text} before={text.before ?? ''} />}
        </For>
        <For each={fields()}>
          {(field) => (
            <div class="field">
              <label for={`edit-${field}`}>{NAMES[field]}</label>
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
          Your wording shows as plain text in place of the card's own. The original is kept, and you
          are told when the curriculum changes it.
        </p>
        <div class="row">
          <button type="submit" class="button primary">
            {changed().length > 0 ? 'Keep this wording' : 'Save'}
          </button>
          <Show when={own().length > 0}>
            <button type="button" class="button" onClick={revert}>
              Back to the original
            </button>
          </Show>
        </div>
      </form>
    </Modal>
  );
};
