/** What the skill hangs together with: other skills, milestones. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import { milestoneStanding, type MilestoneState } from '../../domain/milestones/standing.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import { FlagIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { shareKnown, standingLine } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';

export const SkillLinks = (props: {
  readonly title: 'Needs' | 'Unlocks';
  readonly skills: readonly Skill[];
  readonly standing: ReadonlyMap<SkillId, Standing>;
  readonly none: string;
}): JSX.Element => {
  const cairn = useCairn();
  return (
    <section class="stack tight">
      <h2>{props.title}</h2>
      <ul class="list" aria-label={props.title}>
        <For each={props.skills} fallback={<li class="skill-none soft">{props.none}</li>}>
          {(skill) => {
            const now = () => props.standing.get(skill.id);
            const state = () => shownState(cairn.index, cairn.learner(), skill, now());
            const line = (): string =>
              `${standingLine(state(), now())} · ${cairn.index.stage(skill.stage)?.title ?? ''}`;
            return (
              <li>
                <RowLink
                  href={`/skills/${skill.id}`}
                  title={skill.title}
                  more={line()}
                  mark={
                    <SkillMark
                      state={state()}
                      share={shareKnown(now())}
                      stage={skill.stage}
                      size={28}
                    />
                  }
                />
              </li>
            );
          }}
        </For>
      </ul>
    </section>
  );
};

const MILESTONE_STATES: Readonly<Record<MilestoneState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  achieved: 'Achieved',
  'needs-refreshing': 'Achieved, needs refreshing',
};

export const Milestones = (props: { readonly skill: Skill }): JSX.Element => {
  const cairn = useCairn();
  const fed = () => cairn.index.feeds(props.skill.id);
  return (
    <Show when={fed().length > 0}>
      <section class="stack tight">
        <h2>Milestones it stands behind</h2>
        <ul class="list" aria-label="Milestones it stands behind">
          <For each={fed()}>
            {(milestone) => {
              const state = () =>
                milestoneStanding(milestone, cairn.learner(), cairn.today()).state;
              const line = (): string =>
                `${MILESTONE_STATES[state()]} · ${cairn.index.stage(milestone.stage)?.title ?? ''}`;
              return (
                <li>
                  <RowLink
                    href={`/milestones/${milestone.id}`}
                    title={milestone.title}
                    more={line()}
                    mark={<FlagIcon />}
                  />
                </li>
              );
            }}
          </For>
        </ul>
      </section>
    </Show>
  );
};
