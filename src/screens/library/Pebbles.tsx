/** A track at a glance: one pebble a skill, in the hue of its stage, fuller as it is learned. The text beside says it too. */
import { For, type JSX } from 'solid-js';
import type { Skill, SkillId } from '../../domain/curriculum/types.ts';
import type { Standing } from '../../domain/progress/standing.ts';

const STEP = 14;

export const Pebbles = (props: {
  readonly skills: readonly Skill[];
  readonly standing: ReadonlyMap<SkillId, Standing>;
}): JSX.Element => (
  <svg class="library-pebbles" width={props.skills.length * STEP} height="12" aria-hidden="true">
    <For each={props.skills}>
      {(skill, i) => (
        <rect
          x={i() * STEP + 1}
          y="2"
          width="11"
          height="8"
          rx="4"
          data-stage={skill.stage}
          data-state={props.standing.get(skill.id)?.state}
        />
      )}
    </For>
  </svg>
);
