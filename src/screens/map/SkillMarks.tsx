/**
 * The rings and signs of all skills on the ground, in one drawing. An SVG for each skill, as `SkillMark` is, would have the
 * browser sort thousands of layers in every frame of a gesture. Decorative: the words stand beside them.
 */
import { For, Show, type JSX } from 'solid-js';
import type { Skill } from '../../domain/curriculum/types.ts';
import type { ShownState } from '../../domain/progress/tally.ts';
import { shareKnown } from '../../ui/skill-words.ts';
import { useMap } from './map-state.ts';
import type { Spot, World } from './world.ts';

const RADIUS = 10.5;
/** From the left edge of a box to the middle of its ring, px. */
export const RING_AT = 21;

/** Relative to the middle of the ring; as those of `SkillMark`. */
const SIGNS: Readonly<Partial<Record<ShownState, string>>> = {
  mastered: 'm-3.5 .5 2.4 2.4 4.6-5.7',
  ready: 'm-3.5 2.5 3.5-5 3.5 5z',
  fading: 'm0-3.5v7m-3-3.5 3 3.5 3-3.5',
  assumed: 'm-3 0h6',
  locked: 'm-3.2-.4h6.4v4h-6.4zm1.4-.2v-1.4a1.8 1.8 0 0 1 3.6 0v1.4',
  'next-up': 'm-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0',
};

/** The part of a ring that a share fills, from the top, clockwise. */
const arc = (x: number, y: number, share: number): string => {
  if (share >= 0.999) return `M${x} ${y - RADIUS}a${RADIUS} ${RADIUS} 0 1 1-.01 0z`;
  const angle = 2 * Math.PI * share;
  const to = `${x + RADIUS * Math.sin(angle)} ${y - RADIUS * Math.cos(angle)}`;
  return `M${x} ${y - RADIUS}A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${to}`;
};

export const SkillMarks = (props: { readonly world: World }): JSX.Element => (
  <svg class="world-marks" width={props.world.width} height={props.world.height} aria-hidden="true">
    <For each={[...props.world.skills.values()]}>{(spot) => <Mark spot={spot} />}</For>
  </svg>
);

const Mark = (props: { readonly spot: Spot<Skill> }): JSX.Element => {
  const map = useMap();
  const skill = (): Skill => props.spot.of;
  const share = (): number => shareKnown(map.standing().get(skill().id));
  const x = (): number => props.spot.box.x + RING_AT;
  const y = (): number => props.spot.box.y + props.spot.box.height / 2;
  return (
    <g
      data-stage={skill().stage}
      data-state={map.stateOf(skill())}
      classList={{ dim: map.isDim(skill().id) }}
    >
      <circle class="mark-track" cx={x()} cy={y()} r={RADIUS} />
      <Show when={share() > 0}>
        <path class="mark-fill" d={arc(x(), y(), share())} />
      </Show>
      <Show when={SIGNS[map.stateOf(skill())]}>
        {(sign) => <path class="mark-sign" d={`M${x()} ${y()}${sign()}`} />}
      </Show>
    </g>
  );
};
