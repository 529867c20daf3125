/** What is special about a card, as chips. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card, CardKind } from '../../domain/curriculum/types.ts';
import { isInState, isPutOff } from '../../domain/progress/card-state.ts';
import { FlagIcon } from '../../ui/icons.tsx';

const KINDS: Readonly<Record<CardKind, string>> = {
  basic: 'Question',
  reversed: 'Both directions',
  cloze: 'Fill the blank',
  choice: 'Choice',
};

export const CardTags = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const is = (state: Parameters<typeof isInState>[3]): boolean =>
    isInState(cairn.learner(), props.card.id, cairn.today(), state);
  return (
    <ul class="cardpage-tags" aria-label="Marks">
      <li class="chip">{KINDS[props.card.kind]}</li>
      <Show when={props.card.critical}>
        <li class="chip">Essential</li>
      </Show>
      <Show when={is('flagged')}>
        <li class="chip cardpage-flagged">
          <FlagIcon /> Flagged
        </li>
      </Show>
      <Show when={is('suspended')}>
        <li class="chip cardpage-warned">Suspended</li>
      </Show>
      <Show when={isPutOff(cairn.learner(), props.card.id, cairn.today())}>
        <li class="chip cardpage-warned">Put off until tomorrow</li>
      </Show>
      <Show when={is('leech')}>
        <li class="chip cardpage-warned">Leech</li>
      </Show>
    </ul>
  );
};
