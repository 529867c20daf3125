/** Help with a card that is forgotten again and again: reword it, put it away, or go back to what it builds on. */
import { A } from '@solidjs/router';
import { createMemo, createResource, For, Show, type JSX } from 'solid-js';
import { loadedSkill, loadTrack } from '../../app/content.ts';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { schedulerFor } from '../../domain/progress/scheduler-for.ts';
import { standings } from '../../domain/progress/standing.ts';
import { groundOf } from '../../domain/study/leech.ts';
import { percent } from '../../ui/format.ts';
import { SUSPENDED, type Do } from './card-deeds.ts';
import type { OpenDialog } from './study-dialog.ts';

/** Cards to go back to that are offered. */
const OFFERED = 3;

export const LeechHelp = (props: {
  readonly card: Card;
  readonly lapses: number;
  readonly act: Do;
  readonly open: OpenDialog;
}): JSX.Element => {
  const cairn = useCairn();
  const ground = createMemo(() =>
    groundOf(cairn.index, standings(cairn.index, cairn.learner(), cairn.today()), props.card.id),
  );
  const [weakest] = createResource(ground, async (below): Promise<readonly Card[]> => {
    await Promise.all(below.map(({ skill }) => loadTrack(skill.track)));
    const { cards, settings } = cairn.learner();
    const { retrievability } = schedulerFor(settings);
    const recall = (id: string): number => {
      const memory = cards.get(id);
      return memory && memory.reps > 0 ? retrievability(memory, cairn.today()) : 0;
    };
    return below
      .flatMap(({ skill }) => loadedSkill(skill.id)?.cards ?? [])
      .toSorted((a, b) => recall(a.id) - recall(b.id))
      .slice(0, OFFERED);
  });
  const offered = (): readonly Card[] => (weakest.state === 'ready' ? weakest() : []);
  return (
    <aside class="leech panel" aria-labelledby="leech-title">
      <h2 id="leech-title">Forgotten {props.lapses} times</h2>
      <p>
        That says something about the card, not about you. Another try seldom helps; other words, or
        firmer ground under it, do. It can also rest.
      </p>
      <div class="row">
        <button type="button" class="button" onClick={() => props.open('edit')}>
          Reword it
        </button>
        <button
          type="button"
          class="button"
          onClick={() => props.act({ t: 'suspend', card: props.card.id, on: true }, SUSPENDED)}
        >
          Suspend it
        </button>
      </div>
      <Show when={ground().length > 0}>
        <h3>What it builds on</h3>
        <ul class="leech-ground">
          <For each={ground()}>
            {({ skill, known }) => (
              <li>
                <A href={`/skills/${skill.id}`}>{skill.title}</A>
                <span class="soft"> · {known > 0 ? `${percent(known)} known` : 'not begun'}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={offered().length > 0}>
          <h3>Cards to go back to</h3>
          <ul class="leech-ground">
            <For each={offered()}>
              {(card) => (
                <li>
                  <A href={`/library/cards/${card.id}`}>{card.promptText}</A>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </aside>
  );
};
