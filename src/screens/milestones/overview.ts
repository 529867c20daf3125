/** The milestones as the list shows them: by stage, with what each asks for. */
import { createMemo, createResource, type Accessor, type Resource } from 'solid-js';
import type { Cairn } from '../../app/context.ts';
import { loadReference } from '../../app/content.ts';
import type {
  Claim,
  Competency,
  Milestone,
  MilestoneContent,
  MilestoneId,
  Stage,
} from '../../domain/curriculum/types.ts';
import {
  allCompetencies,
  allContents,
  shownMilestones,
} from '../../domain/milestones/catalogue.ts';
import { criteriaStanding } from '../../domain/milestones/evidence.ts';
import { piecesOf, portfolioOf } from '../../domain/milestones/portfolio.ts';
import { milestoneStanding, type MilestoneStanding } from '../../domain/milestones/standing.ts';

export interface Row extends MilestoneStanding {
  readonly title: string;
  /** Number of criteria, `undefined` until the details are loaded. */
  readonly criteria: number | undefined;
  /** Criteria with evidence. */
  readonly met: number;
  /** Pieces of evidence. */
  readonly pieces: number;
}

export interface StageRows {
  readonly stage: Stage;
  readonly rows: readonly Row[];
  readonly achieved: number;
  readonly inProgress: number;
  readonly refreshing: number;
}

/** A resource's value once it is there. Asking it directly would blank the screen while it loads. */
export const ready = <T>(resource: Resource<T>): T | undefined =>
  resource.state === 'ready' ? resource() : undefined;

export interface Details {
  readonly contents: Accessor<ReadonlyMap<MilestoneId, MilestoneContent>>;
  readonly competencies: Accessor<readonly Competency[]>;
  readonly claims: Accessor<readonly Claim[]>;
  readonly failed: Accessor<boolean>;
}

/** The milestones' details. The screens do without them until they come, and when they cannot. */
export const createDetails = (cairn: Cairn): Details => {
  const [reference] = createResource(loadReference);
  return {
    contents: createMemo(() => allContents(ready(reference), portfolioOf(cairn.learner()))),
    competencies: createMemo(() => allCompetencies(ready(reference), portfolioOf(cairn.learner()))),
    claims: () => ready(reference)?.claims ?? [],
    failed: () => reference.state === 'errored',
  };
};

export const createOverview = (cairn: Cairn): Accessor<readonly StageRows[]> => {
  const details = createDetails(cairn);
  const row = (milestone: Milestone): Row => {
    const standing = milestoneStanding(milestone, cairn.learner(), cairn.today());
    const content = details.contents().get(milestone.id);
    const evidence = piecesOf(cairn.learner(), milestone.id);
    const met = content
      ? criteriaStanding(content.criteria, evidence).filter((one) => one.evidence.length > 0).length
      : new Set(evidence.map(({ fields }) => fields.criterion).filter(Boolean)).size;
    const { title } = milestone;
    return { ...standing, title, criteria: content?.criteria.length, met, pieces: evidence.length };
  };
  return createMemo(() => {
    const shown = shownMilestones(cairn.index.graph, portfolioOf(cairn.learner()));
    return cairn.index.graph.stages.map((stage) => {
      const rows = shown.filter((milestone) => milestone.stage === stage.id).map(row);
      const count = (state: Row['state']): number =>
        rows.filter((one) => one.state === state).length;
      return {
        stage,
        rows,
        achieved: count('achieved') + count('needs-refreshing'),
        inProgress: count('in-progress'),
        refreshing: count('needs-refreshing'),
      };
    });
  });
};

/** The stage one stands at, then what lies above, then what lies behind, nearest first. */
export const fromHere = <T extends { readonly stage: Stage }>(
  climb: readonly T[],
  here: string,
): readonly T[] => {
  const at = Math.max(
    0,
    climb.findIndex(({ stage }) => stage.id === here),
  );
  return [...climb.slice(at), ...climb.slice(0, at).toReversed()];
};
