/** The skills of a place and the paths between them. A list of links first; the lines are drawn behind it. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { pathThrough } from '../../domain/curriculum/trail.ts';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { skillByKey } from './arrow-keys.ts';
import { isRaised } from './flags.ts';
import { PeakFlag } from './marks.tsx';
import { createTrailLines } from './trail-lines.ts';
import { TrailNode } from './TrailNode.tsx';
import type { TrailSection, TrailView } from './trail-view.ts';

export const Trail = (props: {
  readonly view: TrailView;
  readonly standing: ReadonlyMap<SkillId, Standing>;
  /** The best next step on this trail. */
  readonly here: SkillId | undefined;
  /** The skill that is looked at. */
  readonly focused: SkillId | undefined;
  readonly onFocus: (id: SkillId) => void;
}): JSX.Element => {
  const cairn = useCairn();
  let trail!: HTMLDivElement;
  const lines = createTrailLines(
    () => trail,
    () => props.view,
  );
  const path = createMemo((): ReadonlySet<SkillId> =>
    props.focused ? pathThrough(cairn.index, props.focused) : new Set(),
  );
  // One tab stop: the skill that had the focus last, at first the one where the person stands.
  const [stop, setStop] = createSignal<SkillId>();
  const tabStop = createMemo((): SkillId | undefined => {
    const wanted = stop() ?? props.here;
    return wanted !== undefined && props.view.order.includes(wanted) ? wanted : props.view.order[0];
  });

  const onKeyDown = (from: SkillId, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = skillByKey(props.view, from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    const nodes = [...trail.querySelectorAll<HTMLElement>('[data-skill]')];
    nodes
      .find(({ dataset }) => dataset['skill'] === to)
      ?.querySelector('a')
      ?.focus();
  };

  const node = (skill: Skill, section: TrailSection): JSX.Element => (
    <TrailNode
      skill={skill}
      standing={props.standing.get(skill.id)}
      layout={props.view.layout}
      spot={props.view.spots.get(skill.id)}
      isLit={path().has(skill.id)}
      isHere={props.here === skill.id}
      isTabStop={tabStop() === skill.id}
      namesTrack={section.track === undefined}
      onKeyDown={(event) => onKeyDown(skill.id, event)}
      onFocus={() => {
        setStop(skill.id);
        props.onFocus(skill.id);
      }}
    />
  );

  return (
    <div
      ref={trail}
      class="trail"
      data-layout={props.view.layout}
      style={{ '--columns': `${props.view.columns}` }}
    >
      <svg class="trail-lines" aria-hidden="true">
        <For each={lines()}>
          {(line) => (
            <path d={line.path} classList={{ lit: path().has(line.from) && path().has(line.to) }} />
          )}
        </For>
      </svg>
      <For each={props.view.sections}>
        {(section) => (
          <section
            class="trail-section"
            data-stage={section.stage?.id}
            aria-label={nameOf(section)}
          >
            <SectionHead
              section={section}
              layout={props.view.layout}
              isOnly={props.view.sections.length === 1}
            />
            <Show when={section.skills.length > 0}>
              <ul class="trail-list" aria-label={nameOf(section)}>
                <For each={section.skills}>{(skill) => node(skill, section)}</For>
              </ul>
            </Show>
            <Show when={section.apart.length > 0}>
              <ul class="trail-apart" aria-label={`${nameOf(section)}, on their own`}>
                <For each={section.apart}>{(skill) => node(skill, section)}</For>
              </ul>
            </Show>
          </section>
        )}
      </For>
    </div>
  );
};

const nameOf = (section: TrailSection): string =>
  [section.track?.title, section.stage?.title].filter(Boolean).join(', ');

/** In lanes, the track; in the climb of a track, the stage with its flags. */
const SectionHead = (props: {
  readonly section: TrailSection;
  readonly layout: TrailView['layout'];
  /** Then the page's own heading says where it is. */
  readonly isOnly: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const edge = () =>
    props.isOnly && props.section.milestones.length === 0
      ? undefined
      : props.section.track && props.section.stage;
  return (
    <Show
      when={props.layout === 'climb'}
      fallback={<h2 class="lane-name">{props.section.track?.title}</h2>}
    >
      <Show when={edge()}>
        {(stage) => (
          <div class="trail-edge">
            <h2 class="trail-stage">{stage().title}</h2>
            <For each={props.section.milestones}>
              {(milestone) => (
                <A href={`/milestones/${milestone.id}`} class="trail-flag">
                  <PeakFlag raised={isRaised(cairn, milestone)} />
                  {milestone.title}
                </A>
              )}
            </For>
          </div>
        )}
      </Show>
    </Show>
  );
};
