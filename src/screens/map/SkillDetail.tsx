/** Beside the trail, where there is room: what the skill that is looked at needs, opens and feeds. */
import { useNavigate } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import { shareKnown, standingSentence, STATE_MEANINGS, STATE_NAMES } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';

/** More than these are counted, not listed. */
const LISTED = 5;

export const SkillDetail = (props: {
  readonly skill: Skill;
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const now = () => props.standing.get(props.skill.id);
  const state = () => shownState(cairn.index, cairn.learner(), props.skill, now());
  const needs = (): readonly Skill[] =>
    props.skill.requires.flatMap((id) => cairn.index.skill(id) ?? []);
  const feeds = () => cairn.index.feeds(props.skill.id);
  return (
    <aside class="trail-detail panel" data-stage={props.skill.stage} aria-label="Skill in view">
      <div class="trail-detail-head">
        <SkillMark state={state()} share={shareKnown(now())} stage={props.skill.stage} size={56} />
        <div>
          <p class="eyebrow">{cairn.index.track(props.skill.track)?.title}</p>
          <h2>{props.skill.title}</h2>
        </div>
      </div>
      <p>
        <strong>{STATE_NAMES[state()]}:</strong> {STATE_MEANINGS[state()]}.
      </p>
      <Show when={now()}>
        {(standing) => <p class="soft small">{standingSentence(standing(), cairn.today())}</p>}
      </Show>
      <Names title="Needs" skills={needs()} none="Nothing: one can begin here" {...props} />
      <Names
        title="Opens"
        skills={cairn.index.unlocks(props.skill.id)}
        none="Nothing further"
        {...props}
      />
      <Show when={feeds().length > 0}>
        <div>
          <h3>Stands behind</h3>
          <ul class="trail-detail-names">
            <For each={feeds()}>{(milestone) => <li>{milestone.title}</li>}</For>
          </ul>
        </div>
      </Show>
      <button
        type="button"
        class="button primary"
        onClick={() => navigate(`/study?skill=${encodeURIComponent(props.skill.id)}`)}
      >
        Study this skill
      </button>
      <p class="soft small keyboard-only">
        <kbd>↑</kbd> <kbd>↓</kbd> neighbours, <kbd>←</kbd> needs, <kbd>→</kbd> opens
      </p>
    </aside>
  );
};

const Names = (props: {
  readonly title: string;
  readonly skills: readonly Skill[];
  readonly none: string;
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => {
  const cairn = useCairn();
  const stateOf = (skill: Skill) =>
    STATE_NAMES[shownState(cairn.index, cairn.learner(), skill, props.standing.get(skill.id))];
  return (
    <div>
      <h3>{props.title}</h3>
      <ul class="trail-detail-names">
        <For each={props.skills.slice(0, LISTED)} fallback={<li class="soft">{props.none}</li>}>
          {(skill) => (
            <li>
              {skill.title} <span class="soft">({stateOf(skill).toLowerCase()})</span>
            </li>
          )}
        </For>
        <Show when={props.skills.length > LISTED}>
          <li class="soft">and {props.skills.length - LISTED} more</li>
        </Show>
      </ul>
    </div>
  );
};
