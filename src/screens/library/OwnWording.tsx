/** Says that a card shows the person's own words, keeps the original in reach, and takes the words off again. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Edit, Fact } from '../../domain/log/event.ts';
import { Prose } from '../../ui/Prose.tsx';
import { useAct } from './record-act.ts';

const FIELDS = [
  { field: 'prompt', name: 'Original prompt' },
  { field: 'answer', name: 'Original answer' },
  { field: 'note', name: 'Original note' },
] as const satisfies readonly { readonly field: Edit['field']; readonly name: string }[];

export const OwnWording = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const act = useAct();
  const edited = () => {
    const own = cairn.learner().edits.get(props.card.id) ?? {};
    return FIELDS.filter(({ field }) => own[field] !== undefined);
  };
  const revert = (): void =>
    act(
      'Back to the original wording',
      ...edited().map(({ field }): Fact => ({ t: 'edit', card: props.card.id, field, text: null })),
    );
  return (
    <Show when={edited().length > 0}>
      <section class="cardpage-wording" aria-labelledby="wording-title">
        <h2 id="wording-title" class="eyebrow">
          Your own wording
        </h2>
        <p class="small">
          You reworded{' '}
          {edited()
            .map(({ field }) => `the ${field}`)
            .join(' and ')}
          . The original is kept:
        </p>
        <dl class="cardpage-original">
          <For each={edited()}>
            {({ field, name }) => (
              <>
                <dt class="eyebrow">{name}</dt>
                <dd>
                  <Show when={props.card[field]} fallback={<span class="soft">None</span>}>
                    {(html) => <Prose html={html()} />}
                  </Show>
                </dd>
              </>
            )}
          </For>
        </dl>
        <button type="button" class="button" onClick={revert}>
          Revert to the original
        </button>
      </section>
    </Show>
  );
};
