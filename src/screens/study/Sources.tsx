/** Where a card's answer comes from. */
import { createResource, For, Show, type JSX } from 'solid-js';
import { loadReference } from '../../app/content.ts';
import type { Card } from '../../domain/curriculum/types.ts';

export const Sources = (props: { readonly card: Card }): JSX.Element => {
  const [reference] = createResource(loadReference);
  const title = (id: string): string =>
    (reference.state === 'ready' ? reference() : undefined)?.sources.find(
      (source) => source.id === id,
    )?.title ?? id;
  return (
    <p class="card-source">
      <Show when={props.card.asOf}>{(version) => <span>As of {version()}. </span>}</Show>
      <For each={props.card.citations}>
        {(citation, index) => (
          <>
            {index() > 0 ? '; ' : 'Source: '}
            {title(citation.source)}, {citation.locator}
          </>
        )}
      </For>
    </p>
  );
};
