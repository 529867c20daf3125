/** One milestone as its page shows it, and the facts that the page records, each with a way back. */
import { createMemo, type Accessor } from 'solid-js';
import type { Cairn } from '../../app/context.ts';
import type { Milestone, MilestoneContent } from '../../domain/curriculum/types.ts';
import { eventId, type Fact } from '../../domain/log/event.ts';
import {
  criteriaStanding,
  newestFirst,
  type CriterionStanding,
} from '../../domain/milestones/evidence.ts';
import type { Asked } from '../../domain/milestones/outcomes.ts';
import { milestoneStanding, type MilestoneStanding } from '../../domain/milestones/standing.ts';
import type { Evidence } from '../../domain/progress/learner.ts';
import { createDetails } from './overview.ts';

export interface OpenMilestone {
  readonly milestone: Milestone;
  readonly standing: Accessor<MilestoneStanding>;
  readonly isAchieved: Accessor<boolean>;
  /** `undefined` until the details are loaded. */
  readonly content: Accessor<MilestoneContent | undefined>;
  readonly detailsFailed: Accessor<boolean>;
  readonly criteria: Accessor<readonly CriterionStanding[]>;
  /** Newest first. */
  readonly evidence: Accessor<readonly Evidence[]>;
  /** What answers would lead to now. */
  readonly asked: Accessor<Asked>;
  /**
   * Records a fact and says so, offering undo. On failure says that too.
   * @param said computed after the state has followed
   * @returns whether it was recorded
   */
  readonly save: (fact: Fact, said: () => string) => Promise<boolean>;
}

export const createMilestone = (cairn: Cairn, milestone: Milestone): OpenMilestone => {
  const details = createDetails();
  const content = () => details.contents().get(milestone.id);
  const standing = createMemo(() => milestoneStanding(milestone, cairn.learner(), cairn.today()));
  const criteria = createMemo(() =>
    criteriaStanding(content()?.criteria ?? [], standing().progress.evidence),
  );
  return {
    milestone,
    standing,
    isAchieved: () => standing().progress.achievedAt > 0,
    content,
    detailsFailed: details.failed,
    criteria,
    evidence: createMemo(() => newestFirst(standing().progress.evidence)),
    asked: () => ({
      milestone: milestone.id,
      progress: standing().progress,
      settings: cairn.learner().settings,
      time: cairn.now(),
      day: cairn.today(),
    }),
    save: async (fact, said) => {
      try {
        const [event] = await cairn.record(fact);
        cairn.notify(said(), event && (() => void cairn.undo(eventId(event))));
        return true;
      } catch (error) {
        cairn.notify(`This could not be saved, and nothing was changed. ${String(error)}`);
        return false;
      }
    },
  };
};
