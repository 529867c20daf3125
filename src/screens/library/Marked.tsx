/** A text with the words that were searched for marked. Always text, never HTML. */
import { For, Show, type JSX } from 'solid-js';
import { excerptWords } from '../../domain/text/word-search.ts';

export const Marked = (props: {
  readonly text: string;
  readonly words: readonly string[];
}): JSX.Element => (
  <Show when={props.words.length > 0} fallback={props.text}>
    <For each={excerptWords(props.text, props.words)}>
      {(segment) => (
        <Show when={segment.marked} fallback={segment.text}>
          <mark>{segment.text}</mark>
        </Show>
      )}
    </For>
  </Show>
);
