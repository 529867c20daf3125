/** A personal wording over a card. The card itself stays as it is, and the wording can be taken off again. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { eventId, type Fact } from '../../domain/log/event.ts';
import { editOf, ownTexts, partsOf, type Part } from '../../domain/progress/own-wording.ts';
import { Modal } from '../../ui/Modal.tsx';
import { OriginalChange } from '../library/OriginalChange.tsx';
import { partName } from '../library/part-names.ts';

/** Short as a rule, and many on one card. */
const isOfOption = ({ role }: Part): boolean =>
  role !== 'prompt' && role !== 'answer' && role !== 'note';

export const EditCard = (props: {
  readonly card: Card;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const overlay = () => cairn.learner().edits.get(props.card.id);
  const parts = createMemo(() => partsOf(props.card, overlay()));
  const own = () => ownTexts(props.card, overlay());
  const changed = () => own().filter(({ before }) => before !== undefined);
  const current = ({ field, original }: Part): string => overlay()?.[field] ?? original;

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
    const facts = parts().flatMap((part) => {
      const value = data.get(part.field);
      const text = typeof value === 'string' ? value : '';
      // Saved once more over a changed original, a wording is held against the new one.
      const isSeen = changed().some(({ field }) => field === part.field);
      return text.trim() === current(part).trim() && !isSeen
        ? []
        : [editOf(props.card, part, text)];
    });
    void record(facts, 'Your wording is saved');
  };
  const revert = (): void =>
    void record(
      own().map((part) => editOf(props.card, part, '')),
      'Back to the original wording',
    );

  return (
    <Modal title="Edit card" onClose={props.onClose}>
      <form class="stack" onSubmit={save}>
        <For each={changed()}>
          {(text) => <OriginalChange text={text} before={text.before ?? ''} />}
        </For>
        <For each={parts()}>
          {(part) => (
            <div class="field" classList={{ 'edit-option': isOfOption(part) }}>
              <label for={`edit-${part.field}`}>{partName(part)}</label>
              <textarea
                id={`edit-${part.field}`}
                name={part.field}
                class="input"
                rows={isOfOption(part) ? 1 : 3}
              >
                {current(part)}
              </textarea>
            </div>
          )}
        </For>
        <Show when={props.card.options}>
          <p class="hint">Which option is right stays as it is.</p>
        </Show>
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
