import type {
  CardId,
  CardKind,
  CompetencyId,
  MilestoneClass,
  MilestoneId,
  SkillId,
  Source,
  SourceId,
} from '../../domain/curriculum/types.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Located, Place } from '../problems.ts';

/** The curriculum as it was written: unresolved references, unrendered Markdown, a place for everything. */
export interface SourceCurriculum {
  readonly manifest: ManifestSource;
  readonly sources: readonly SourceEntry[];
  readonly statements: readonly StatementSource[];
  readonly skills: readonly SkillSource[];
  readonly milestones: readonly MilestoneSource[];
  readonly competencies: readonly CompetencySource[];
  readonly claims: readonly ClaimSource[];
  readonly minimumCards: readonly MinimumCardsSource[];
  readonly retired: readonly RetiredSource[];
  /** `undefined` before the first release. */
  readonly released: ReleasedIds | undefined;
}

export interface NamedSource {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly at: Place;
}

export interface StageSource extends NamedSource {
  /** Holds the paths beside the ladder: nobody stands on it or aims at it. */
  readonly beside: boolean;
}

export interface ManifestSource {
  readonly title: string;
  readonly stages: readonly StageSource[];
  readonly tracks: readonly NamedSource[];
  /** Names whose facts age with a version, so that a card that mentions one needs `asof`. */
  readonly unstable: readonly string[];
  /** Still being written: what its standards ask for is noted, not refused. */
  readonly draft: boolean;
  readonly standards: StandardsSource;
  readonly at: Place;
}

/** What a curriculum asks of itself at least; what is left out is not asked for. */
export interface StandardsSource {
  /** Cards in all. */
  readonly cards: number | undefined;
  /** Share of choice cards among all, from 0 to 1. */
  readonly choiceShare: number | undefined;
  /** Choice cards of each skill. */
  readonly choiceCards: number | undefined;
  /** Further readings of each skill. */
  readonly readings: number | undefined;
  /** Stages for which each skill says what good looks like. */
  readonly good: number | undefined;
}

/** How many cards a skill has at least. */
export interface MinimumCardsSource {
  readonly skill: SkillId;
  readonly cards: number;
  readonly at: Place;
}

export interface SourceEntry extends Source {
  readonly at: Place;
}

export interface StatementSource {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly at: Place;
}

export interface EncompassingSource {
  readonly skill: SkillId;
  readonly weight: number;
  readonly at: Place;
}

export interface ReadingSource {
  readonly source: SourceId;
  readonly locator: string | undefined;
  readonly at: Place;
}

/** What good looks like at one stage, in one sentence. */
export interface GoodSource {
  readonly stage: string;
  readonly text: MarkdownText;
  readonly at: Place;
}

export interface SkillSource {
  readonly id: SkillId;
  readonly title: string;
  readonly topics: string;
  readonly track: Located<string>;
  readonly stage: Located<string>;
  readonly requires: readonly Located<SkillId>[];
  readonly encompasses: readonly EncompassingSource[];
  readonly covers: readonly Located<string>[];
  /** Further reading. */
  readonly sources: readonly ReadingSource[];
  readonly good: readonly GoodSource[];
  readonly description: MarkdownText;
  readonly notes: readonly NoteSource[];
  readonly at: Place;
}

/** One `##` block of a skill file. It makes one card or several siblings. */
export interface NoteSource {
  /** `<skill id>/<slug>` */
  readonly id: string;
  readonly kind: CardKind;
  readonly citations: readonly CitationSource[];
  readonly critical: boolean;
  readonly asOf: string | undefined;
  /** Full ids. */
  readonly contrasts: readonly Located<string>[];
  /** Statements that this card itself treats. */
  readonly covers: readonly Located<string>[];
  readonly cards: readonly CardSource[];
  /** Every piece of Markdown in the block once, in the order of the file. */
  readonly texts: readonly MarkdownText[];
  readonly at: Place;
}

export interface CitationSource {
  readonly source: SourceId;
  readonly locator: string;
  readonly at: Place;
}

export interface CardSource {
  readonly id: CardId;
  readonly prompt: MarkdownText;
  readonly answer: MarkdownText;
  readonly note: MarkdownText | undefined;
  readonly options: readonly OptionSource[] | undefined;
  /** Cloze cards only: the words to recall. Of other kinds the whole answer is to be recalled. */
  readonly hidden: readonly MarkdownText[] | undefined;
  readonly at: Place;
}

export interface OptionSource {
  readonly text: MarkdownText;
  readonly correct: boolean;
  readonly why: MarkdownText | undefined;
}

export interface MilestoneSource {
  readonly id: MilestoneId;
  readonly title: string;
  readonly stage: string;
  readonly track: Located<string>;
  readonly class: MilestoneClass;
  readonly skills: readonly Located<SkillId>[];
  readonly summary: string;
  readonly criteria: readonly { readonly id: string; readonly text: string; readonly at: Place }[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly competencies: readonly Located<CompetencyId>[];
  readonly weeks: number;
  readonly story: string;
  readonly covers: readonly Located<string>[];
  readonly at: Place;
}

/** What someone says of the career, with its date. It is shown, never scored. */
export interface ClaimSource {
  readonly id: string;
  /** The skill on whose page it stands. */
  readonly skill: Located<SkillId>;
  readonly text: string;
  /** A year, or a month: `2024-02`. */
  readonly asOf: string;
  readonly by: string;
  readonly note: string | undefined;
  /** Of degrees and years: it stands beside a person's own note of these too. */
  readonly years: boolean;
  /** Statements that it renders. */
  readonly covers: readonly Located<string>[];
  readonly contradicts: readonly { readonly claim: Located<string>; readonly why: string }[];
  readonly at: Place;
}

export interface CompetencySource {
  readonly id: CompetencyId;
  readonly title: string;
  readonly summary: string;
  readonly skills: readonly Located<SkillId>[];
  readonly at: Place;
}

export interface RetiredSource {
  readonly id: string;
  readonly replacedBy: Located<string> | undefined;
  readonly at: Place;
}

/** The ids of the last release. All of them are promises: a person's history hangs on them. */
export interface ReleasedIds {
  readonly skills: readonly string[];
  readonly cards: readonly string[];
  readonly milestones: readonly string[];
}
