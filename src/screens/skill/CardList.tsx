/** The skill's cards, each with what the memory model knows of it. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card, Skill } from '../../domain/curriculum/types.ts';
import { schedulerFor } from '../../domain/progress/scheduler-for.ts';
import { percent, plural, relativeDay } from '../../ui/format.ts';
import { Prose } from '../../ui/Prose.tsx';
import { Ring } from '../../ui/Ring.tsx';

export const CardList = (props: {
  readonly skill: Skill;
  readonly cards: readonly Card[];
}): JSX.Element => {
  const cairn = useCairn();
  const memory = (card: Card) => cairn.learner().cards.get(card.id);
  const recall = (card: Card): number => {
    const known = memory(card);
    if (!known) return 0;
    return schedulerFor(cairn.learner().settings).retrievability(known, cairn.today());
  };
  const ownWording = (card: Card): string | undefined => cairn.learner().edits.get(card.id)?.prompt;

  const state = (card: Card): string => {
    const known = memory(card);
    const parts: string[] = [];
    if (!known || known.reps === 0) {
      parts.push('Not met yet');
    } else {
      const inSteps = known.phase !== 'review';
      parts.push(inSteps ? 'Learning' : `${percent(recall(card))} likely recalled`);
      if (!cairn.learner().suspended.has(card.id)) {
        const late = known.dueDay <= cairn.today();
        parts.push(late ? 'due now' : `due ${relativeDay(known.dueDay, cairn.today())}`);
      }
    }
    if (cairn.learner().suspended.has(card.id)) parts.push('suspended');
    if (cairn.learner().flagged.has(card.id)) parts.push('flagged');
    if (card.critical) parts.push('key card');
    return parts.join(' · ');
  };

  return (
    <section class="stack tight" aria-labelledby="skill-cards-title">
      <div class="row apart">
        <h2 id="skill-cards-title">Cards</h2>
        <span class="soft small">{plural(props.cards.length, 'card')}</span>
      </div>
      <Show
        when={props.cards.length > 0}
        fallback={<p class="soft">The cards of this skill are still being written.</p>}
      >
        <ul class="list" aria-labelledby="skill-cards-title">
          <For each={props.cards}>
            {(card) => (
              <li>
                <A href={`/library/cards/${card.id}`} class="list-link skill-card">
                  <Ring share={recall(card)} stage={props.skill.stage} size={22} />
                  <div class="grow">
                    <Show
                      when={ownWording(card)}
                      fallback={<Prose html={card.prompt} class="skill-card-prompt" />}
                    >
                      {(text) => <p class="skill-card-prompt">{text()}</p>}
                    </Show>
                    <p class="row-link-more">{state(card)}</p>
                  </div>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
};
