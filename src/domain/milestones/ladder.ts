/** Milestones and ladders of one's own, as they are kept. */
import type { MilestoneClass, SkillId, StageId } from '../curriculum/types.ts';

export interface OwnCriterion {
  readonly id: string;
  readonly text: string;
}

export interface OwnMilestoneFields {
  readonly title: string;
  readonly stage: StageId;
  readonly class: MilestoneClass;
  readonly summary: string;
  readonly criteria: readonly OwnCriterion[];
  readonly competencies: readonly string[];
  readonly skills: readonly SkillId[];
  readonly story: string;
  /** How long it usually takes, weeks. */
  readonly weeks: number;
  /** It was deleted. Its evidence stays in the log. */
  readonly gone?: boolean;
}

export interface LadderLevel {
  readonly id: string;
  readonly name: string;
  /** The stage of the climb that it is set beside. */
  readonly stage: StageId;
}

export interface LadderTheme {
  readonly id: string;
  readonly name: string;
}

export interface LadderExpectation {
  readonly id: string;
  readonly summary: string;
  readonly level: string;
  readonly theme: string;
  readonly examples: readonly string[];
}

/** An employer's ladder, as it was imported. The file format is in docs/ladder-format.md. */
export interface LadderDocument {
  readonly name: string;
  readonly summary: string;
  readonly levels: readonly LadderLevel[];
  readonly themes: readonly LadderTheme[];
  readonly competencies: readonly LadderExpectation[];
}
