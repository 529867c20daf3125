/** One skill on the trail: a link named by its title, described by its state. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Skill } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';
import type { ShownState } from '../../domain/progress/tally.ts';
import { knownOf, standingLine, STATE_NAMES } from '../../ui/skill-words.ts';
import { MapLink } from './MapLink.tsx';
import { useMap } from './map-state.ts';
import { HereMark } from './marks.tsx';
import type { Box, Spot } from './world.ts';

/**
 * Places a box by margins, all boxes lying in the one cell of a grid. Positioned boxes would each be a layer, which the browser
 * walks through in every frame of a gesture.
 */
export const placed = (box: Box): JSX.CSSProperties => ({
  margin: `${box.y}px 0 0 ${box.x}px`,
  width: `${box.width}px`,
  height: `${box.height}px`,
});

/** As `standingLine`, for a small box: `Learning 3/12, 2 due`. */
const shortLine = (state: ShownState, now: Standing | undefined): string => {
  const share = now && now.seen > 0 && now.seen < now.cards ? ` ${now.seen}/${now.cards}` : '';
  return `${STATE_NAMES[state]}${share}${now?.due ? `, ${now.due}\u00a0due` : ''}`;
};

/** What the description of a skill on the ground says. */
export const stateWords = (id: string): string =>
  document.getElementById(`state-${id}`)?.textContent ?? '';

export const WorldNode = (props: {
  readonly spot: Spot<Skill>;
  /** The best next step. */
  readonly isHere: boolean;
  readonly isTabStop: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const skill = (): Skill => props.spot.of;
  const standing = () => map.standing().get(skill().id);
  const state = () => map.stateOf(skill());
  const known = (): string => {
    const now = standing();
    return now?.seen ? `. Expected to know ${knownOf(now)} cards` : '';
  };
  const isLit = (): boolean => map.lit().has(skill().id);
  return (
    <li class="world-spot" style={placed(props.spot.box)}>
      <MapLink
        to={`/skills/${skill().id}`}
        class="world-node"
        classList={{ lit: isLit(), dim: map.isDim(skill().id), 'is-here': props.isHere }}
        data-spot={skill().id}
        data-stage={skill().stage}
        data-state={state()}
        data-line={shortLine(state(), standing())}
        tabindex={props.isTabStop ? 0 : -1}
        aria-labelledby={`title-${skill().id}`}
        aria-describedby={`state-${skill().id}`}
        draggable={false}
      >
        <span id={`title-${skill().id}`} class="world-title">
          {skill().title}
        </span>
        <Show when={props.isHere}>
          <span class="world-here">
            <HereMark />
          </span>
        </Show>
      </MapLink>
      <span id={`state-${skill().id}`} hidden>
        {props.isHere ? 'You are here. ' : ''}
        {standingLine(state(), standing())}
        {known()}. {cairn.index.stage(skill().stage)?.title}
      </span>
    </li>
  );
};
