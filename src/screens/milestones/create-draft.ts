/** Drafting a packet from what is on record. */
import type { Accessor } from 'solid-js';
import type { Cairn } from '../../app/context.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import type { Audience, PacketDocument } from '../../domain/milestones/packet.ts';
import { draftPacket } from '../../domain/milestones/packet-draft.ts';
import { plan } from '../../domain/milestones/plan.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { readiness } from '../../domain/milestones/readiness.ts';
import { standings } from '../../domain/progress/standing.ts';
import { createDetails } from './overview.ts';

export interface DraftWish {
  readonly stage: string;
  readonly audience: Audience;
  readonly from: string;
  readonly to: string;
}

export interface Drafting {
  /** The details have come. */
  readonly ready: Accessor<boolean>;
  readonly make: (wish: DraftWish) => PacketDocument;
}

export const createDraft = (cairn: Cairn): Drafting => {
  const details = createDetails(cairn);
  return {
    ready: () => details.contents().size > 0,
    make: (wish) => {
      const learner = cairn.learner();
      const day = cairn.today();
      const milestones = shownMilestones(cairn.index.graph, portfolioOf(learner));
      const contents = details.contents();
      const competencies = details.competencies();
      return draftPacket({
        ...wish,
        learner,
        dayOf: cairn.dayOf,
        stage: cairn.index.stage(wish.stage) ?? { id: wish.stage, title: wish.stage },
        milestones,
        contents,
        competencies,
        readiness: readiness({
          index: cairn.index,
          learner,
          day,
          stage: wish.stage,
          milestones,
          contents,
          competencies,
          standings: standings(cairn.index, learner, day),
        }),
        plan: plan({
          learner,
          day,
          stages: cairn.index.graph.stages.map(({ id }) => id),
          milestones,
          contents,
        }),
      });
    },
  };
};
