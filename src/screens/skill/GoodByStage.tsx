/** What good looks like, stage by stage, in climbing order. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { GoodAtStage } from '../../domain/curriculum/types.ts';
import { Prose } from '../../ui/Prose.tsx';

export const GoodByStage = (props: { readonly good: readonly GoodAtStage[] }): JSX.Element => {
  const cairn = useCairn();
  return (
    <Show when={props.good.length > 0}>
      <section class="stack tight">
        <h2 id="skill-good-title">What good looks like</h2>
        <ul class="skill-good" aria-labelledby="skill-good-title">
          <For each={props.good}>
            {({ stage, text }) => (
              <li data-stage={stage}>
                <h3>{cairn.index.stage(stage)?.title ?? stage}</h3>
                <Prose html={text} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
