/** How many skills of a group stand where: what one cell of the map says. */
import type { GraphIndex } from '../curriculum/graph.ts';
import type { MilestoneId, Skill, SkillId } from '../curriculum/types.ts';
import type { Learner, MilestoneProgress } from './learner.ts';
import type { SkillState, Standing } from './standing.ts';

/** As `SkillState`; `assumed`: of a stage below the person's own, and taken as known until it is studied. */
export type ShownState = SkillState | 'assumed';

/** From the most to the least firmly known. */
export const SHOWN_STATES = [
  'mastered',
  'ready',
  'fading',
  'learning',
  'assumed',
  'next-up',
  'locked',
] as const satisfies readonly ShownState[];

/** What of a learner decides how the map shows a skill, beside its standing, and a milestone. */
export interface Person extends Pick<Learner, 'settings' | 'started'> {
  readonly milestones: ReadonlyMap<MilestoneId, Pick<MilestoneProgress, 'achievedAt'>>;
}

/** The state of a skill as it is shown. */
export const shownState = (
  index: GraphIndex,
  learner: Person,
  skill: Skill,
  standing: Standing | undefined,
): ShownState => {
  if (!standing) return 'locked';
  const isBelow = index.altitude(skill.stage) < index.altitude(learner.settings.stage);
  return isBelow && standing.seen === 0 && !learner.started.has(skill.id)
    ? 'assumed'
    : standing.state;
};

export interface Tally {
  readonly skills: number;
  readonly byState: Readonly<Record<ShownState, number>>;
  /** Ready and mastered. */
  readonly ready: number;
  /** Cards due today or earlier. */
  readonly due: number;
}

/** Counts a group of skills by state. */
export const tally = (
  index: GraphIndex,
  learner: Person,
  standing: ReadonlyMap<SkillId, Standing>,
  skills: readonly Skill[],
): Tally => {
  const byState = Object.fromEntries(SHOWN_STATES.map((state) => [state, 0])) as Record<
    ShownState,
    number
  >;
  let due = 0;
  for (const skill of skills) {
    const now = standing.get(skill.id);
    byState[shownState(index, learner, skill, now)]++;
    due += now?.due ?? 0;
  }
  return { skills: skills.length, byState, ready: byState.ready + byState.mastered, due };
};
