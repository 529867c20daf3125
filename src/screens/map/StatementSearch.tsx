/** Finds a statement of the career guide by its words. */
import { createMemo, createResource, createSignal, For, Show, type JSX } from 'solid-js';
import { loadReference } from '../../app/content.ts';
import type { Statement } from '../../domain/curriculum/types.ts';
import { hasAllWords, searchKey, searchWords } from '../../domain/text/word-search.ts';
import { plural } from '../../ui/format.ts';
import { Modal } from '../../ui/Modal.tsx';
import './statement-search.css';

/** Statements of one part of the guide stand together; so many are enough to choose from. */
const SHOWN = 30;

const StatementSearch = (props: {
  readonly onChoose: (statement: Statement) => void;
  readonly onClose: () => void;
}): JSX.Element => {
  const [reference] = createResource(loadReference);
  const [text, setText] = createSignal('');
  const found = createMemo((): readonly Statement[] => {
    if (reference.state !== 'ready') return [];
    const words = searchWords(text());
    return reference().statements.filter((one) =>
      hasAllWords(words, searchKey(one.text), searchKey(one.section)),
    );
  });
  const status = (): string => {
    if (reference.state === 'errored') return 'The statements could not be loaded.';
    if (reference.state !== 'ready') return 'Loading';
    return found().length === 0
      ? 'No statement with these words'
      : plural(found().length, 'statement');
  };
  return (
    <Modal title="Statements" onClose={props.onClose}>
      <p class="soft small">
        What the career guide behind this curriculum says. Choose one to see what covers it.
      </p>
      <input
        class="input"
        type="search"
        // The dialog opens to be typed in.
        autofocus
        aria-label="Find a statement"
        placeholder="Find a statement"
        autocomplete="off"
        spellcheck="false"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="soft small" role="status">
        {status()}
      </p>
      <ul class="statements" aria-label="Statements found">
        <For each={found().slice(0, SHOWN)}>
          {(statement) => (
            <li>
              <button type="button" class="statement" onClick={() => props.onChoose(statement)}>
                <span>{statement.text}</span>
                <span class="row-link-more">{statement.section}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > SHOWN}>
        <p class="soft small">{found().length - SHOWN} more: type on to narrow it down.</p>
      </Show>
    </Modal>
  );
};

export default StatementSearch;
