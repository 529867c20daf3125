/**
 * The compiled curriculum: what the compiler writes and the app reads.
 *
 * Three parts, by when they are needed: the *graph* at start, one *track chunk* when a card or a skill of that track is
 * shown, and the *reference* chunk (milestone details, sources) on the screens that list them. The graph's
 * size depends on the number of skills, not of cards.
 */

/** `math.prob`: stable, never reused. */
export type SkillId = string;
/** `<skill id>/<slug>`, with `~reversed` or `~<n>` for the siblings that one note makes. Stable, never reused. */
export type CardId = string;
export type TrackId = string;
export type StageId = string;
export type MilestoneId = string;
export type CompetencyId = string;
export type SourceId = string;

/** HTML made by the compiler from Markdown: no raw HTML gets in, so it is safe to insert. */
export type CompiledHtml = string & { readonly __compiledHtml: true };

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  readonly summary: string;
  /** Holds the paths beside the ladder: nobody stands on it or aims at it. */
  readonly beside?: true;
}

export interface Track {
  readonly id: TrackId;
  readonly title: string;
}

export interface Encompassing {
  readonly skill: SkillId;
  /** Probability that practising the later skill really exercises the earlier one. */
  readonly weight: number;
}

export interface Skill {
  readonly id: SkillId;
  readonly title: string;
  readonly track: TrackId;
  readonly stage: StageId;
  readonly requires: readonly SkillId[];
  readonly encompasses: readonly Encompassing[];
  /** Number of cards, siblings counted each. */
  readonly cards: number;
  /** Cards without which the skill cannot be called mastered; a handful at most. */
  readonly critical: readonly CardId[];
  /** Longest chain of prerequisites below this skill. */
  readonly depth: number;
  /** Place on the stage × track grid: column grows with the climb, row with the track. Whole numbers. */
  readonly column: number;
  readonly row: number;
}

export type MilestoneClass = 'one-off' | 'durable' | 'perishable';

export interface Milestone {
  readonly id: MilestoneId;
  readonly title: string;
  readonly stage: StageId;
  readonly track: TrackId;
  readonly class: MilestoneClass;
  /** Skills whose knowledge stands behind the milestone. */
  readonly skills: readonly SkillId[];
}

export interface CurriculumGraph {
  /** Hash of the compiled content. */
  readonly version: string;
  readonly title: string;
  /** In climbing order. */
  readonly stages: readonly Stage[];
  readonly tracks: readonly Track[];
  /** In an order in which prerequisites come first. */
  readonly skills: readonly Skill[];
  readonly milestones: readonly Milestone[];
  /** Cards that are gone, with their successor or `null`. */
  readonly retired: Readonly<Record<CardId, CardId | null>>;
}

export type CardKind = 'basic' | 'reversed' | 'cloze' | 'choice';

export interface Citation {
  readonly source: SourceId;
  readonly locator: string;
}

export interface ChoiceOption {
  readonly html: CompiledHtml;
  readonly correct: boolean;
  /** Why it is wrong (every distractor has one) or right. */
  readonly why?: CompiledHtml;
}

export interface Card {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly prompt: CompiledHtml;
  /** For a choice card, the right option. For a cloze card, the text with the answer filled in and marked. */
  readonly answer: CompiledHtml;
  readonly note?: CompiledHtml;
  /** Choice cards only. */
  readonly options?: readonly ChoiceOption[];
  /** The prompt as plain text (maths as its LaTeX source), for lists and search. */
  readonly promptText: string;
  readonly answerText: string;
  readonly citations: readonly Citation[];
  /** A card without which its skill cannot be called mastered. */
  readonly critical: boolean;
  /** The version that an unstable fact belongs to, such as `PyTorch 2.x`. */
  readonly asOf?: string;
}

/** A source for further reading, with the part of it that is meant. */
export interface Reading {
  readonly source: SourceId;
  readonly locator?: string;
}

/** What good looks like at a stage, in one sentence. */
export interface GoodAtStage {
  readonly stage: StageId;
  readonly text: CompiledHtml;
}

export interface SkillContent {
  readonly id: SkillId;
  readonly topics: string;
  readonly description: CompiledHtml;
  /** In climbing order, from the skill's own stage upward; only where it differs. */
  readonly good: readonly GoodAtStage[];
  readonly readings: readonly Reading[];
  /** Ids of the source statements that the skill covers. */
  readonly covers: readonly string[];
  readonly cards: readonly Card[];
}

export interface TrackChunk {
  readonly track: TrackId;
  readonly skills: readonly SkillContent[];
}

export interface MilestoneContent {
  readonly id: MilestoneId;
  readonly summary: string;
  readonly criteria: readonly { readonly id: string; readonly text: string }[];
  /** What strong evidence looks like, and what is too weak. */
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly competencies: readonly CompetencyId[];
  /** How long it usually takes beside other work, weeks. An estimate. */
  readonly weeks: number;
  /** What to tell in 60 seconds once it is achieved. */
  readonly story: string;
  readonly covers: readonly string[];
}

/** What a ladder asks for. Skills are the knowledge behind it, milestones its proof. */
export interface Competency {
  readonly id: CompetencyId;
  readonly title: string;
  readonly summary: string;
  readonly skills: readonly SkillId[];
}

export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly url: string;
  readonly licence: string;
  readonly open: boolean;
}

/** What someone says of the career, with its date. It is shown as a claim, and never scored. */
export interface Claim {
  readonly id: string;
  /** The skill on whose page it stands. */
  readonly skill: SkillId;
  readonly text: string;
  /** A year, or a month: `2024-02`. */
  readonly asOf: string;
  /** Who claims it. */
  readonly by: string;
  /** What to make of it. */
  readonly note?: string;
  /** Of degrees and years: it stands beside a person's own note of these too. */
  readonly years?: boolean;
  /** Claims that it contradicts; each pair is given once. */
  readonly contradicts: readonly Contradiction[];
}

export interface Contradiction {
  readonly claim: string;
  readonly why: string;
}

/** What the career guide says, in words of our own. */
export interface Statement {
  readonly id: string;
  /** The part of the guide it stands in; may be empty. */
  readonly section: string;
  readonly text: string;
  /** Ids of the skills and milestones that treat it; for a card or a claim, the skill it belongs to. */
  readonly coveredBy: readonly string[];
}

export interface ReferenceChunk {
  readonly milestones: readonly MilestoneContent[];
  readonly competencies: readonly Competency[];
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly sources: readonly Source[];
}

/** The skill that a card id belongs to. */
export const skillOfCard = (id: CardId): SkillId => id.slice(0, id.indexOf('/'));

/** The note that a card id belongs to: siblings (both directions, blanks of one text) share it. */
export const noteOfCard = (id: CardId): string => {
  const tilde = id.indexOf('~');
  return tilde < 0 ? id : id.slice(0, tilde);
};
