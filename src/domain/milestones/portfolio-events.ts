/**
 * What a person writes about their work beside the milestones themselves: wins, stories, packets, a ladder of their own.
 *
 * All of it is one type of event, told apart by `what`. The fold only gathers them (`Entry`), since the first card needs
 * none of it; what they amount to is read where it is shown (`portfolio.ts`). Personal text lies under `fields`, so that a
 * redaction reaches it; every reader bears fields that are missing or empty.
 *
 * DO NOT CHANGE A SHAPE: add optional fields, or another `what`.
 */
import type { MilestoneId, StageId } from '../curriculum/types.ts';
import type { EventId, EvidenceFields } from '../log/event.ts';
import type { LadderDocument, OwnMilestoneFields } from './ladder.ts';
import type { PacketDocument } from './packet.ts';

interface Told<What extends string, About extends string, Fields> {
  readonly t: 'portfolio';
  readonly what: What;
  /** What it is about, as its kind has it; '' for nothing in particular. */
  readonly about: About;
  readonly fields: Fields;
}

/** A file kept beside the log, under the hash of its content. */
export interface AttachedFile {
  /** SHA-256, lower-case hexadecimal; '' takes the attachment away. */
  readonly hash: string;
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

export interface FiledFields {
  readonly milestone: MilestoneId;
  readonly criterion: string;
  /** `false` takes it out of the milestone again. */
  readonly on: boolean;
}

export interface ReviewFields {
  readonly who: string;
  readonly role: 'manager' | 'peer' | 'other';
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly note: string;
}

/** What a person notes about themselves and the employer whose ladder counts. Decides nothing. */
export interface CareerFields {
  readonly role: string;
  readonly employer: string;
  readonly ladder: string;
  readonly education: string;
  readonly experience: string;
  readonly note: string;
}

/** A win is evidence that is not filed yet: its `criterion` is ''. */
export type WinLogged = Told<'win', '', EvidenceFields>;
export type WinFiled = Told<'filed', EventId, FiledFields>;
/** New fields for a win or a review. */
export type EntryEdited = Told<'edited', EventId, EvidenceFields | ReviewFields>;
/** A win, packet or review is gone. */
export type EntryRemoved = Told<'removed', EventId, Readonly<Record<string, never>>>;
/** A file was attached to evidence or a win, in place of the one before. */
export type FileAttached = Told<'attached', EventId, AttachedFile>;
export type StoryWritten = Told<'story', MilestoneId, { readonly text: string }>;
export type CareerNoted = Told<'career', '', CareerFields>;
export type PacketSaved = Told<'packet', '', { readonly document: PacketDocument }>;
export type PacketReviewed = Told<'review', EventId, ReviewFields>;
/** A milestone of one's own, new or changed; `gone` deletes it. */
export type OwnMilestone = Told<'milestone', MilestoneId, OwnMilestoneFields>;
export type MilestoneHidden = Told<'hidden', MilestoneId, { readonly on: boolean }>;
export type MilestonesOrdered = Told<'order', StageId, { readonly order: readonly MilestoneId[] }>;
/** A ladder in place of the one before; `null` for none. */
export type LadderSet = Told<'ladder', '', { readonly ladder: LadderDocument | null }>;

export type PortfolioFact =
  | WinLogged
  | WinFiled
  | EntryEdited
  | EntryRemoved
  | FileAttached
  | StoryWritten
  | CareerNoted
  | PacketSaved
  | PacketReviewed
  | OwnMilestone
  | MilestoneHidden
  | MilestonesOrdered
  | LadderSet;

/** A portfolio event as the fold keeps it: nothing about its fields is certain. */
export interface Entry {
  readonly id: EventId;
  /** When it was written, ms since the epoch. */
  readonly at: number;
  readonly what: string;
  readonly about: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
