/** The skills behind a milestone, how well they stand in memory, and a session over them. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Milestone } from '../../domain/curriculum/types.ts';
import { standings, type Standing } from '../../domain/progress/standing.ts';
import { plural } from '../../ui/format.ts';
import { Ring } from '../../ui/Ring.tsx';
import { SKILL_STATES } from './words.ts';

export const Knowledge = (props: { readonly milestone: Milestone }): JSX.Element => {
  const cairn = useCairn();
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const skills = () => props.milestone.skills.flatMap((id) => cairn.index.skill(id) ?? []);
  return (
    <section class="stack tight" aria-labelledby="knowledge-title">
      <h2 id="knowledge-title">The knowledge behind it</h2>
      <Show
        when={skills().length > 0}
        fallback={<p class="soft">No skills are named for it. Look for them on the map.</p>}
      >
        <ul class="list">
          <For each={skills()}>
            {(skill) => (
              <li class="behind">
                <Ring share={known(standing().get(skill.id))} stage={skill.stage} />
                <div class="grow">
                  <A class="whole-link" href={`/skills/${skill.id}`}>
                    {skill.title}
                  </A>
                  <p class="small soft">{standingWords(standing().get(skill.id))}</p>
                </div>
              </li>
            )}
          </For>
        </ul>
        <A class="button" href={`/study?milestone=${encodeURIComponent(props.milestone.id)}`}>
          Study the knowledge behind it
        </A>
      </Show>
    </section>
  );
};

const known = (standing: Standing | undefined): number =>
  standing ? standing.expected / Math.max(1, standing.cards) : 0;

const standingWords = (standing: Standing | undefined): string => {
  if (!standing) return '';
  const state = SKILL_STATES[standing.state];
  if (standing.seen === 0) return `${state} · ${plural(standing.cards, 'card')}, none met yet`;
  const spread = Math.round(standing.spread);
  const expected = `${Math.round(standing.expected)}${spread > 0 ? ` ± ${spread}` : ''}`;
  return `${state} · expected to know ${expected} of ${plural(standing.cards, 'card')}`;
};
