/** One skill on the trail: a link named by its title, described by its state. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import { shownState } from '../../domain/progress/tally.ts';
import { knownOf, shareKnown, standingLine } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { HereMark } from './marks.tsx';
import type { Spot, TrailView } from './trail-view.ts';

export const TrailNode = (props: {
  readonly skill: Skill;
  readonly standing: Standing | undefined;
  readonly layout: TrailView['layout'];
  readonly spot: Spot | undefined;
  readonly isLit: boolean;
  /** The best next step on this trail. */
  readonly isHere: boolean;
  readonly isTabStop: boolean;
  readonly namesTrack: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const state = () => shownState(cairn.index, cairn.learner(), props.skill, props.standing);
  const line = (): string => {
    const words = standingLine(state(), props.standing);
    const track = props.namesTrack ? cairn.index.track(props.skill.track)?.title : undefined;
    return track ? `${words} · ${track}` : words;
  };
  const place = (): JSX.CSSProperties => {
    const { row, column, until } = props.spot ?? { row: 1, column: 1, until: 2 };
    return props.layout === 'lanes'
      ? { 'grid-row': `${row}`, 'grid-column': `${column} / ${until}` }
      : { '--lane': `${column - 1}` };
  };
  return (
    <li class="trail-item" style={place()}>
      <div
        class="trail-node"
        classList={{ lit: props.isLit }}
        data-skill={props.skill.id}
        data-stage={props.skill.stage}
        data-state={state()}
      >
        <SkillMark
          state={state()}
          share={shareKnown(props.standing)}
          stage={props.skill.stage}
          size={props.layout === 'lanes' ? 24 : 30}
        />
        <div class="trail-text">
          <A
            href={`/skills/${props.skill.id}`}
            class="trail-title"
            tabindex={props.isTabStop ? 0 : -1}
            aria-describedby={`state-${props.skill.id}`}
            onFocus={() => props.onFocus()}
            onKeyDown={(event) => props.onKeyDown(event)}
            onPointerEnter={(event) => event.pointerType === 'mouse' && props.onFocus()}
          >
            {props.skill.title}
          </A>
          <p id={`state-${props.skill.id}`} class="trail-state">
            <Show when={props.isHere}>
              <span class="here">
                <HereMark /> You are here.
              </span>
            </Show>
            <span>{line()}</span>
            <Show when={props.standing?.seen ? props.standing : undefined}>
              {(standing) => (
                <span class="visually-hidden">. Expected to know {knownOf(standing())} cards</span>
              )}
            </Show>
          </p>
        </div>
      </div>
    </li>
  );
};
