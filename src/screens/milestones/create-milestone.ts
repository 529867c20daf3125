/** One milestone as its page shows it, and the facts that the page records, each with a way back. */
import { createMemo, type Accessor } from 'solid-js';
import type { Cairn } from '../../app/context.ts';
import type { Competency, Milestone, MilestoneContent } from '../../domain/curriculum/types.ts';
import type { Fact } from '../../domain/log/event.ts';
import { criteriaStanding, type CriterionStanding } from '../../domain/milestones/evidence.ts';
import { piecesOf, type Piece } from '../../domain/milestones/portfolio.ts';
import type { Asked } from '../../domain/milestones/outcomes.ts';
import { milestoneStanding, type MilestoneStanding } from '../../domain/milestones/standing.ts';
import { createDetails } from './overview.ts';
import { recordWithUndo, type AndThen } from './record.ts';

export interface OpenMilestone {
  readonly milestone: Milestone;
  readonly standing: Accessor<MilestoneStanding>;
  readonly isAchieved: Accessor<boolean>;
  /** `undefined` until the details are loaded. */
  readonly content: Accessor<MilestoneContent | undefined>;
  readonly competencies: Accessor<readonly Competency[]>;
  readonly detailsFailed: Accessor<boolean>;
  readonly criteria: Accessor<readonly CriterionStanding[]>;
  /** Newest first. */
  readonly evidence: Accessor<readonly Piece[]>;
  /** What answers would lead to now. */
  readonly asked: Accessor<Asked>;
  /**
   * Records facts and says so, offering undo. On failure says that too.
   * @param said computed after the state has followed
   * @param andThen a fact that needs the id of the first one
   * @returns whether they were recorded
   */
  readonly save: (
    facts: Fact | readonly Fact[],
    said: () => string,
    andThen?: AndThen,
  ) => Promise<boolean>;
}

export const createMilestone = (cairn: Cairn, milestone: Milestone): OpenMilestone => {
  const details = createDetails(cairn);
  const content = () => details.contents().get(milestone.id);
  const standing = createMemo(() => milestoneStanding(milestone, cairn.learner(), cairn.today()));
  const evidence = createMemo(() => piecesOf(cairn.learner(), milestone.id));
  const criteria = createMemo(() => criteriaStanding(content()?.criteria ?? [], evidence()));
  return {
    milestone,
    standing,
    isAchieved: () => standing().progress.achievedAt > 0,
    content,
    competencies: details.competencies,
    detailsFailed: details.failed,
    criteria,
    evidence,
    asked: () => ({
      milestone: milestone.id,
      progress: standing().progress,
      settings: cairn.learner().settings,
      time: cairn.now(),
      day: cairn.today(),
    }),
    save: (facts, said, andThen) => recordWithUndo(cairn, [facts].flat(), said, andThen),
  };
};
