/** Says that a card shows the person's own words, keeps the original in reach, and takes the words off again. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { editOf, ownTexts } from '../../domain/progress/own-wording.ts';
import { Prose } from '../../ui/Prose.tsx';
import { OriginalChange } from './OriginalChange.tsx';
import { partInWords } from './part-names.ts';
import { useAct } from './record-act.ts';

export const OwnWording = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const act = useAct();
  const edited = () => ownTexts(props.card, cairn.learner().edits.get(props.card.id));
  const changed = () => edited().filter(({ before }) => before !== undefined);
  const revert = (): void =>
    act('Back to the original wording', ...edited().map((part) => editOf(props.card, part, '')));
  /** Holds the same words against the original as it is now. */
  const keep = (): void =>
    act('Your wording stays', ...edited().map((part) => editOf(props.card, part, part.own)));
  return (
    <Show when={edited().length > 0}>
      <section class="cardpage-wording" aria-labelledby="wording-title">
        <h2 id="wording-title" class="eyebrow">
          Your own wording
        </h2>
        <p class="small">
          You reworded{' '}
          {edited()
            .map((part) => `${part.role === 'wrong' ? '' : 'the '}${partInWords(part)}`)
            .join(' and ')}
          . The original is kept:
        </p>
        <dl class="cardpage-original">
          <For each={edited()}>
            {(part) => (
              <>
                <dt class="eyebrow">Original {partInWords(part)}</dt>
                <dd>
                  <Show when={part.html} fallback={<span class="soft">None</span>}>
                    {(html) => <Prose html={html()} />}
                  </Show>
                </dd>
              </>
            )}
          </For>
        </dl>
        <For each={changed()}>
          {(text) => <OriginalChange text={text} before={text.before ?? ''} />}
        </For>
        <div class="row">
          <Show when={changed().length > 0}>
            <button type="button" class="button" onClick={keep}>
              Keep your wording
            </button>
          </Show>
          <button type="button" class="button" onClick={revert}>
            Revert to the original
          </button>
        </div>
      </section>
    </Show>
  );
};
