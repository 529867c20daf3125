/** The skill that is looked at: where one stands with it, what it needs, opens and feeds, and how far it is. */
import { A } from '@solidjs/router';
import { For, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { shareKnown, standingSentence, STATE_MEANINGS, STATE_NAMES } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { SkillActs } from '../skill/SkillActs.tsx';
import { useMap } from './map-state.ts';
import { skillOnMap } from './place.ts';
import { WayLine } from './WayLine.tsx';
import './skill-detail.css';

/** More than these are counted, not listed. */
const LISTED = 6;

const SkillDetail = (props: {
  readonly skill: Skill;
  /** Over the lower part of the trail rather than beside it. */
  readonly isSheet?: boolean;
  /** It stands, and can be measured. */
  readonly onShown?: (element: HTMLElement) => void;
  readonly onClose?: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const now = () => map.standing().get(props.skill.id);
  const state = () => map.stateOf(props.skill);
  const skillsOf = (ids: readonly string[]): readonly Skill[] =>
    ids.flatMap((id) => cairn.index.skill(id) ?? []);
  const feeds = () => cairn.index.feeds(props.skill.id);
  let detail!: HTMLElement;
  onMount(() => {
    props.onShown?.(detail);
    // The sheet comes up under the finger: the second tap of a double one is not meant for it.
    const onClick = (event: MouseEvent): void => {
      if (!props.isSheet || event.detail < 2) return;
      event.preventDefault();
      event.stopPropagation();
    };
    detail.addEventListener('click', onClick, { capture: true });
  });
  return (
    <aside
      ref={detail}
      class="trail-detail panel"
      classList={{ sheet: props.isSheet === true }}
      data-stage={props.skill.stage}
      aria-label="Skill in view"
    >
      <div class="trail-detail-head">
        <SkillMark state={state()} share={shareKnown(now())} stage={props.skill.stage} size={52} />
        <div class="grow">
          <p class="eyebrow">
            {cairn.index.track(props.skill.track)?.title} ·{' '}
            {cairn.index.stage(props.skill.stage)?.title}
          </p>
          <h2>{props.skill.title}</h2>
        </div>
        <Show when={props.onClose}>
          {(close) => (
            <button
              type="button"
              class="button quiet icon-only"
              aria-label="Close"
              onClick={() => close()()}
            >
              <CloseIcon />
            </button>
          )}
        </Show>
      </div>
      <p>
        <strong>{STATE_NAMES[state()]}:</strong> {STATE_MEANINGS[state()]}.
      </p>
      <Show when={now()}>
        {(standing) => (
          <p class="soft small">{standingSentence(standing(), map.day()?.day ?? cairn.today())}</p>
        )}
      </Show>
      <SkillActs skill={props.skill}>
        <A class="button" href={`/skills/${props.skill.id}`}>
          All about it
        </A>
      </SkillActs>
      <Show when={state() === 'locked'}>
        <Names title="Not ready yet" skills={skillsOf(now()?.missing ?? [])} none="" />
      </Show>
      <Names
        title="Needs"
        skills={skillsOf(props.skill.requires)}
        none="Nothing: one can begin here"
      />
      <Names title="Opens" skills={cairn.index.unlocks(props.skill.id)} none="Nothing further" />
      <Show when={feeds().length > 0}>
        <div>
          <h3>Stands behind</h3>
          <ul class="trail-detail-names">
            <For each={feeds()}>
              {(milestone) => (
                <li>
                  <A href={`/milestones/${milestone.id}`}>{milestone.title}</A>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <WayLine goal={props.skill.id} />
      <Show when={!props.isSheet}>
        <p class="soft small keyboard-only">
          <kbd>↑</kbd> <kbd>↓</kbd> neighbours, <kbd>←</kbd> needs, <kbd>→</kbd> opens, <kbd>+</kbd>{' '}
          <kbd>−</kbd> zoom
        </p>
      </Show>
    </aside>
  );
};

const Names = (props: {
  readonly title: string;
  readonly skills: readonly Skill[];
  readonly none: string;
}): JSX.Element => {
  const map = useMap();
  return (
    <div>
      <h3>{props.title}</h3>
      <ul class="trail-detail-names">
        <For each={props.skills.slice(0, LISTED)} fallback={<li class="soft">{props.none}</li>}>
          {(skill) => (
            <li>
              <A href={skillOnMap(skill.id, map)}>{skill.title}</A>{' '}
              <span class="soft">({STATE_NAMES[map.stateOf(skill)].toLowerCase()})</span>
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

export default SkillDetail;
