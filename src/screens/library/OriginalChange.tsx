/** What the curriculum has changed in a card since the person reworded it, word by word. */
import { For, Match, Switch, type JSX } from 'solid-js';
import type { OwnText } from '../../domain/progress/own-wording.ts';
import { difference, wordsOf } from '../../domain/text/difference.ts';
import { partInWords } from './part-names.ts';

export const OriginalChange = (props: {
  readonly text: OwnText;
  readonly before: string;
}): JSX.Element => {
  const stretches = () =>
    difference(wordsOf(props.before), wordsOf(props.text.original), (word) => word.trim());
  return (
    <div
      class="compared"
      role="group"
      aria-label={`Change of the original ${partInWords(props.text)}`}
    >
      <p class="eyebrow">
        The original {partInWords(props.text)} has changed since you reworded it
      </p>
      <p>
        <For each={stretches()}>
          {({ kind, text }) => (
            <Switch fallback={text}>
              <Match when={kind === 'gone'}>
                <del>{text}</del>
              </Match>
              <Match when={kind === 'added'}>
                <ins>{text}</ins>
              </Match>
            </Switch>
          )}
        </For>
      </p>
    </div>
  );
};
