/** The skills that new cards come from next, and why. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { goalSkills, goalTitle, neededFor } from '../../domain/curriculum/goal.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import { isReady, type Standing } from '../../domain/progress/standing.ts';
import { plural } from '../../ui/format.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { RowLink } from '../../ui/RowLink.tsx';

const SHOWN = 3;

export const NextUp = (props: {
  readonly skills: readonly Skill[];
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => {
  const cairn = useCairn();
  const seen = (skill: Skill): number => props.standing.get(skill.id)?.seen ?? 0;
  const goal = (): string => cairn.learner().settings.goal;
  const path = createMemo(() => neededFor(cairn.index, goalSkills(cairn.index, goal())));
  const reason = (skill: Skill): string => {
    if (path().has(skill.id) && !isReady(skill, props.standing.get(skill.id)))
      return `On the way to your goal: ${goalTitle(cairn.index, goal()) ?? ''}`;
    const opens = cairn.index.dependents(skill.id);
    if (seen(skill) > 0) return `Begun, ${plural(skill.cards - seen(skill), 'card')} to meet`;
    return opens > 0 ? `Leads to ${plural(opens, 'further skill')}` : 'Ready to begin';
  };
  return (
    <Show when={props.skills.length > 0}>
      <section class="stack tight" aria-labelledby="next-title">
        <h2 id="next-title">Next up</h2>
        <ul class="list">
          <For each={props.skills.slice(0, SHOWN)}>
            {(skill) => (
              <li>
                <RowLink
                  href={`/skills/${skill.id}`}
                  title={skill.title}
                  more={reason(skill)}
                  mark={<Ring share={seen(skill) / Math.max(1, skill.cards)} stage={skill.stage} />}
                  end={<ChevronIcon />}
                />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
