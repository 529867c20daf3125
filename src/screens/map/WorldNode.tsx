/** One skill on the trail: a link named by its title, described by its state. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import type { Skill } from '../../domain/curriculum/types.ts';
import { knownOf, shareKnown, standingLine } from '../../ui/skill-words.ts';
import { SkillMark } from '../../ui/SkillMark.tsx';
import { useMap } from './map-state.ts';
import { HereMark } from './marks.tsx';
import type { Box, Spot } from './world.ts';

/** A box as the custom properties that place it. */
export const placed = (box: Box): JSX.CSSProperties => ({
  left: `${box.x}px`,
  top: `${box.y}px`,
  width: `${box.width}px`,
  height: `${box.height}px`,
});

export const WorldNode = (props: {
  readonly spot: Spot<Skill>;
  /** The best next step. */
  readonly isHere: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A finger taps it: the first tap shows it, and only the next opens it. */
  readonly onTap: (event: MouseEvent) => void;
}): JSX.Element => {
  const map = useMap();
  const skill = (): Skill => props.spot.of;
  const standing = () => map.standing().get(skill().id);
  const state = () => map.stateOf(skill());
  const isLit = (): boolean => map.lit().has(skill().id);
  return (
    <li class="world-spot" style={placed(props.spot.box)}>
      <div
        class="world-node"
        classList={{ lit: isLit(), dim: map.lit().size > 0 && !isLit(), here: props.isHere }}
        data-stage={skill().stage}
        data-state={state()}
      >
        <SkillMark state={state()} share={shareKnown(standing())} stage={skill().stage} size={28} />
        <div class="world-text">
          <A
            href={`/skills/${skill().id}`}
            class="world-title"
            tabindex={props.isTabStop ? 0 : -1}
            aria-describedby={`state-${skill().id}`}
            data-spot={skill().id}
            draggable={false}
            onFocus={() => props.onFocus()}
            onKeyDown={(event) => props.onKeyDown(event)}
            onPointerEnter={(event) => event.pointerType === 'mouse' && map.setFocused(skill().id)}
            onClick={(event) => props.onTap(event)}
          >
            {skill().title}
          </A>
          <p id={`state-${skill().id}`} class="world-state">
            <Show when={props.isHere}>
              <span class="visually-hidden">You are here. </span>
            </Show>
            <span>{standingLine(state(), standing())}</span>
            <Show when={standing()?.seen ? standing() : undefined}>
              {(now) => (
                <span class="visually-hidden">. Expected to know {knownOf(now())} cards</span>
              )}
            </Show>
          </p>
        </div>
        <Show when={props.isHere}>
          <span class="world-here">
            <HereMark />
          </span>
        </Show>
      </div>
    </li>
  );
};
