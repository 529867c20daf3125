/** The cards of a skill, loaded when they are asked for. */
import { createResource, For, Match, Switch, type JSX } from 'solid-js';
import { loadTrack } from '../../app/content.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { CardRow } from './CardRow.tsx';

export const SkillCards = (props: { readonly skill: Skill }): JSX.Element => {
  const [chunk, { refetch }] = createResource(() => props.skill.track, loadTrack);
  const cards = () =>
    chunk.state === 'ready'
      ? chunk().skills.find(({ id }) => id === props.skill.id)?.cards
      : undefined;
  return (
    <Switch fallback={<div class="skeleton library-cards-skeleton" aria-hidden="true" />}>
      <Match when={chunk.state === 'errored'}>
        <p class="library-problem" role="alert">
          These cards are not stored on the device yet, and the network did not answer. What you
          recorded is safe.{' '}
          <button type="button" class="button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      </Match>
      <Match when={cards()}>
        {(found) => (
          <ul class="library-cards" aria-label={`Cards of ${props.skill.title}`}>
            <For each={found()} fallback={<li class="hint library-problem">No cards yet.</li>}>
              {(card) => (
                <li>
                  <CardRow card={card} />
                </li>
              )}
            </For>
          </ul>
        )}
      </Match>
    </Switch>
  );
};
