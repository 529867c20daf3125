/** The state of everything about a person: what the fold makes of the log. Never changed in place. */
import type { CardId, MilestoneId, SkillId } from '../curriculum/types.ts';
import type { DeviceId, EditField, EvidenceFields, EventId, Rating } from '../log/event.ts';
import type { Position, VersionVector } from '../log/order.ts';
import type { Entry } from '../milestones/portfolio-events.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Settings } from '../settings/settings.ts';
import type { StudyDay } from '../calendar/study-day.ts';

/** A longer answer time, ms, counts as this: the person had put the phone away. */
export const LONGEST_ANSWER_MS = 60_000;

/** What was done on one study day. */
export interface DayTally {
  /** Ratings given. */
  readonly answers: number;
  /** Cards seen for the first time. */
  readonly introduced: number;
  /** Cards that were due in review and were rated for the first time that day. */
  readonly reviewed: number;
  /** Of those, the ones not rated Again. */
  readonly recalled: number;
  /** Time spent answering, ms. */
  readonly took: number;
  /** Ratings given in cram sessions, which are no part of any number above. Missing for none. */
  readonly crammed?: number;
}

/**
 * Cards answered on the last day that the clock showed wrongly, once for each answer. The log keeps such answers under
 * the best day it knows; that they were given on this one is kept so that it too has an end to its new cards.
 */
export interface Behind {
  readonly day: StudyDay;
  readonly cards: readonly CardId[];
}

/** The last answer to a card in a cram session. */
export interface CramAnswer {
  readonly rating: Rating;
  /** ms since the epoch */
  readonly at: number;
  readonly day: StudyDay;
}

/** What came of answers that the person was equally sure of. */
export interface SureAnswers {
  readonly answers: number;
  /** Not rated Again. */
  readonly recalled: number;
}

export interface Evidence {
  readonly id: EventId;
  readonly milestone: MilestoneId;
  readonly fields: EvidenceFields;
  /** When it was entered, ms since the epoch. */
  readonly addedAt: number;
}

/** How far a person is with one milestone. Times in ms since the epoch, 0 for not yet. */
export interface MilestoneProgress {
  readonly startedAt: number;
  readonly achievedAt: number;
  readonly evidence: readonly Evidence[];
  /** Check-ins while it is in progress. */
  readonly checkin: CardMemory;
  /** The story, once it is achieved. */
  readonly story: CardMemory;
  /** Attesting a perishable milestone again. */
  readonly attestation: CardMemory;
}

/**
 * A personal wording over a card, by field; under `promptWas` and the like what the card itself said when that was written,
 * where the edit tells.
 */
export type Overlay = Readonly<Partial<Record<EditField | `${EditField}Was`, string>>>;

export interface Learner {
  readonly cards: ReadonlyMap<CardId, CardMemory>;
  readonly suspended: ReadonlySet<CardId>;
  readonly flagged: ReadonlySet<CardId>;
  /** Notes put off, with the study day on which they were. */
  readonly buried: ReadonlyMap<string, StudyDay>;
  readonly edits: ReadonlyMap<CardId, Overlay>;
  /** Skills begun although their prerequisites were not ready. */
  readonly started: ReadonlySet<SkillId>;
  readonly milestones: ReadonlyMap<MilestoneId, MilestoneProgress>;
  /** Wins, stories, packets and the person's own ladder, in order; `milestones/portfolio.ts` reads them. */
  readonly portfolio: readonly Entry[];
  readonly days: ReadonlyMap<StudyDay, DayTally>;
  readonly behind: Behind;
  readonly crams: ReadonlyMap<CardId, CramAnswer>;
  /** By how sure the person said they were before the answer showed, whole percent. */
  readonly confidence: ReadonlyMap<number, SureAnswers>;
  /** The last answer times, ms, oldest first. */
  readonly answerTimes: readonly number[];
  readonly settings: Settings;
  /** What has been folded in, by device: everything up to a number. */
  readonly covers: VersionVector;
  /** Numbers folded in although one before them is missing, by device, ascending. Empty but after a loss. */
  readonly strays: ReadonlyMap<DeviceId, readonly number[]>;
  /** Targets of undos and redactions that were not among the events: one that arrives calls for a replay. */
  readonly awaited: ReadonlySet<EventId>;
  /** Place of the last event folded in: one that comes before it calls for a replay. */
  readonly frontier: Position;
}
