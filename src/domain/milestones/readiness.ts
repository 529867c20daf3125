/**
 * Readiness for a stage, by competency: what is expected to be known beside what has been shown, gaps first, each with
 * its next step. No score and no share of a promotion: a ladder is not a checklist.
 */
import type { GraphIndex } from '../curriculum/graph.ts';
import type {
  Competency,
  Milestone,
  MilestoneContent,
  MilestoneId,
  Skill,
  SkillId,
  StageId,
} from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import type { Learner } from '../progress/learner.ts';
import type { Standing } from '../progress/standing.ts';
import { criteriaStanding, type CriterionStanding } from './evidence.ts';
import { piecesOf, type Piece } from './portfolio.ts';
import { milestoneStanding, type MilestoneStanding } from './standing.ts';

/** Below this share of its cards expected to be known, the knowledge of a competency is a gap. */
export const KNOWN_SHARE = 0.8;

export interface Knowledge {
  readonly cards: number;
  readonly seen: number;
  /** Cards expected to be known, and 1.64 standard deviations of that number. */
  readonly expected: number;
  readonly spread: number;
  /** Study day of the last review of any of it, or `undefined`. */
  readonly lastDay: StudyDay | undefined;
}

export interface Proof {
  readonly milestone: Milestone;
  readonly standing: MilestoneStanding;
  readonly criteria: readonly CriterionStanding[];
  /** Newest first. */
  readonly evidence: readonly Piece[];
}

export type Step =
  | { readonly is: 'refresh' | 'achieve' | 'start'; readonly milestone: Milestone }
  | { readonly is: 'evidence'; readonly milestone: Milestone; readonly criterion: string }
  | { readonly is: 'study'; readonly skill: Skill };

export interface CompetencyReadiness {
  readonly competency: Competency;
  /** `undefined` where no skill of the stage feeds it. */
  readonly knowledge: Knowledge | undefined;
  readonly lacksKnowledge: boolean;
  /** The milestones of the stage that show it. */
  readonly proofs: readonly Proof[];
  /** No milestone of the stage that shows it is achieved, or one needs refreshing. */
  readonly lacksProof: boolean;
  /** Date of the newest evidence for achieved ones, `YYYY-MM-DD`, or ''. */
  readonly newest: string;
  /** What to do next, at most one for proof and one for knowledge. */
  readonly steps: readonly Step[];
}

export interface ReadinessInput {
  readonly index: GraphIndex;
  readonly learner: Learner;
  readonly day: StudyDay;
  readonly stage: StageId;
  /** As they are arranged. */
  readonly milestones: readonly Milestone[];
  readonly contents: ReadonlyMap<MilestoneId, MilestoneContent>;
  readonly competencies: readonly Competency[];
  readonly standings: ReadonlyMap<SkillId, Standing>;
}

/** Every competency that the stage asks for, gaps first. */
export const readiness = (input: ReadinessInput): readonly CompetencyReadiness[] => {
  const proofs = input.milestones
    .filter(({ stage }) => stage === input.stage)
    .map((milestone) => proofOf(input, milestone));
  return input.competencies
    .map((competency) => ofCompetency(input, competency, proofs))
    .filter(({ knowledge, proofs: own }) => knowledge !== undefined || own.length > 0)
    .toSorted((a, b) => gapSize(b) - gapSize(a));
};

/** Proof weighs more: knowledge without it convinces nobody. */
const gapSize = ({ lacksProof, lacksKnowledge }: CompetencyReadiness): number =>
  2 * Number(lacksProof) + Number(lacksKnowledge);

const proofOf = ({ learner, contents, day }: ReadinessInput, milestone: Milestone): Proof => {
  const evidence = piecesOf(learner, milestone.id);
  const criteria = criteriaStanding(contents.get(milestone.id)?.criteria ?? [], evidence);
  return { milestone, standing: milestoneStanding(milestone, learner, day), criteria, evidence };
};

const ofCompetency = (
  input: ReadinessInput,
  competency: Competency,
  all: readonly Proof[],
): CompetencyReadiness => {
  const skills = competency.skills
    .flatMap((id) => input.index.skill(id) ?? [])
    .filter(({ stage }) => stage === input.stage);
  const knowledge = skills.length > 0 ? knowledgeOf(skills, input.standings) : undefined;
  const lacksKnowledge =
    knowledge !== undefined && knowledge.expected < KNOWN_SHARE * knowledge.cards;
  const proofs = all.filter(({ milestone }) =>
    input.contents.get(milestone.id)?.competencies.includes(competency.id),
  );
  const achieved = proofs.filter(({ standing }) => standing.progress.achievedAt > 0);
  const stale = proofs.some(({ standing }) => standing.state === 'needs-refreshing');
  const lacksProof = proofs.length > 0 && (achieved.length === 0 || stale);
  const newest = achieved
    .flatMap(({ evidence }) => evidence[0]?.fields.date ?? [])
    .reduce((latest, date) => (date > latest ? date : latest), '');
  const proof = lacksProof ? proofStep(proofs) : [];
  const behind = new Set(
    proof.flatMap((step) => ('milestone' in step ? step.milestone.skills : [])),
  );
  const steps = [...proof, ...(lacksKnowledge ? studyStep(skills, behind, input.standings) : [])];
  return { competency, knowledge, lacksKnowledge, proofs, lacksProof, newest, steps };
};

const knowledgeOf = (
  skills: readonly Skill[],
  standings: ReadonlyMap<SkillId, Standing>,
): Knowledge => {
  const own = skills.flatMap(({ id }) => standings.get(id) ?? []);
  const sum = (of: (one: Standing) => number): number => own.reduce((s, one) => s + of(one), 0);
  const days = own.flatMap(({ lastDay }) => lastDay ?? []);
  return {
    cards: sum((one) => one.cards),
    seen: sum((one) => one.seen),
    expected: sum((one) => one.expected),
    // Spreads add up as those of independent sums do.
    spread: Math.sqrt(sum((one) => one.spread ** 2)),
    lastDay: days.length > 0 ? Math.max(...days) : undefined,
  };
};

/** What is stale is shown again first, then what is nearest to done is finished, then the first one is begun. */
const proofStep = (proofs: readonly Proof[]): readonly Step[] => {
  const stale = proofs.find(({ standing }) => standing.state === 'needs-refreshing');
  if (stale) return [{ is: 'refresh', milestone: stale.milestone }];
  const missing = ({ criteria }: Proof): number =>
    criteria.filter(({ evidence }) => evidence.length === 0).length;
  const [nearest] = proofs
    .filter(({ standing }) => standing.state === 'in-progress')
    .toSorted((a, b) => missing(a) - missing(b));
  if (nearest) {
    const { milestone } = nearest;
    const open = nearest.criteria.find(({ evidence }) => evidence.length === 0);
    return [
      open ? { is: 'evidence', milestone, criterion: open.text } : { is: 'achieve', milestone },
    ];
  }
  const [first] = proofs;
  return first ? [{ is: 'start', milestone: first.milestone }] : [];
};

/**
 * The skill with the most cards that are not expected to be known; of those that stand behind the next milestone if there
 * are any, and of those that can be begun.
 */
const studyStep = (
  skills: readonly Skill[],
  behind: ReadonlySet<SkillId>,
  standings: ReadonlyMap<SkillId, Standing>,
): readonly Step[] => {
  const unknown = ({ id }: Skill): number => {
    const standing = standings.get(id);
    return standing ? standing.cards - standing.expected : 0;
  };
  const lacking = skills.filter((skill) => unknown(skill) > 0);
  const near = preferred(lacking, ({ id }) => behind.has(id));
  const open = preferred(near, ({ id }) => standings.get(id)?.state !== 'locked');
  const [weakest] = open.toSorted((a, b) => unknown(b) - unknown(a));
  return weakest ? [{ is: 'study', skill: weakest }] : [];
};

/** Those that fit, or all when none does. */
const preferred = <T>(items: readonly T[], fits: (item: T) => boolean): readonly T[] => {
  const found = items.filter(fits);
  return found.length > 0 ? found : items;
};
