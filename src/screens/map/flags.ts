/** Milestones as flags: how many of a stage are raised. */
import type { Cairn } from '../../app/context.ts';
import type { Milestone, Stage } from '../../domain/curriculum/types.ts';
import { milestoneStanding } from '../../domain/milestones/standing.ts';

/** Whether a milestone was achieved, fresh or not. */
export const isRaised = (cairn: Cairn, milestone: Milestone): boolean => {
  const { state } = milestoneStanding(milestone, cairn.learner(), cairn.today());
  return state === 'achieved' || state === 'needs-refreshing';
};

export interface FlagCount {
  readonly raised: number;
  readonly all: number;
}

export const flagsAt = (cairn: Cairn, stage: Stage): FlagCount => {
  const all = cairn.index.graph.milestones.filter((milestone) => milestone.stage === stage.id);
  return { raised: all.filter((milestone) => isRaised(cairn, milestone)).length, all: all.length };
};
