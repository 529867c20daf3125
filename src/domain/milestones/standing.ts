/** The state of a milestone as it is shown, and what it asks for next. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { Milestone, MilestoneId } from '../curriculum/types.ts';
import type { Learner, MilestoneProgress } from '../progress/learner.ts';
import { NOT_STARTED } from './fold.ts';

export type MilestoneState = 'not-started' | 'in-progress' | 'achieved' | 'needs-refreshing';
/** What to do on the due day: check in, tell the story, or attest again. */
export type MilestoneTask = 'checkin' | 'story' | 'attestation';

export interface MilestoneStanding {
  readonly milestone: MilestoneId;
  readonly state: MilestoneState;
  readonly progress: MilestoneProgress;
  /** The next thing it asks for, and the study day; `undefined` before it is started. */
  readonly next: { readonly task: MilestoneTask; readonly day: StudyDay } | undefined;
}

/** Where one milestone stands on a day. Achieved stays achieved: freshness is shown beside it. */
export const milestoneStanding = (
  milestone: Milestone,
  learner: Learner,
  day: StudyDay,
): MilestoneStanding => {
  const progress = learner.milestones.get(milestone.id) ?? NOT_STARTED;
  const next = nextTask(milestone, progress);
  return { milestone: milestone.id, state: stateOf(milestone, progress, day), progress, next };
};

const stateOf = (
  milestone: Milestone,
  progress: MilestoneProgress,
  day: StudyDay,
): MilestoneState => {
  if (!progress.startedAt) return 'not-started';
  if (!progress.achievedAt) return 'in-progress';
  const stale = milestone.class === 'perishable' && progress.attestation.dueDay <= day;
  return stale ? 'needs-refreshing' : 'achieved';
};

const nextTask = (milestone: Milestone, progress: MilestoneProgress): MilestoneStanding['next'] => {
  if (!progress.startedAt) return undefined;
  if (!progress.achievedAt) return { task: 'checkin', day: progress.checkin.dueDay };
  const story = { task: 'story', day: progress.story.dueDay } as const;
  const attestation = { task: 'attestation', day: progress.attestation.dueDay } as const;
  return milestone.class === 'perishable' && attestation.day < story.day ? attestation : story;
};

/** Milestones that ask for something on a day, longest waiting first. */
export const milestonesDue = (
  milestones: readonly Milestone[],
  learner: Learner,
  day: StudyDay,
): readonly MilestoneStanding[] =>
  milestones
    .filter(({ id }) => learner.milestones.has(id))
    .map((milestone) => milestoneStanding(milestone, learner, day))
    .filter(({ next }) => next !== undefined && next.day <= day)
    .toSorted((a, b) => (a.next?.day ?? 0) - (b.next?.day ?? 0));
