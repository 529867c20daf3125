/** Milestones as flags: how many of a stage are raised. */
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Milestone, Stage } from '../../domain/curriculum/types.ts';
import type { Person } from '../../domain/progress/tally.ts';

/** Whether a milestone was achieved, fresh or not, by the person as they are shown. */
export const isRaised = (person: Person, milestone: Milestone): boolean =>
  Boolean(person.milestones.get(milestone.id)?.achievedAt);

export interface FlagCount {
  readonly raised: number;
  readonly all: number;
}

export const flagsAt = (index: GraphIndex, person: Person, stage: Stage): FlagCount => {
  const all = index.graph.milestones.filter((milestone) => milestone.stage === stage.id);
  return { raised: all.filter((milestone) => isRaised(person, milestone)).length, all: all.length };
};
