/**
 * The facts of the log. An event is immutable; the state of everything is a fold over the set of events.
 *
 * DO NOT CHANGE A SHAPE WITHOUT ADDING AN UPCAST (see `upcast.ts`) AND A GOLDEN LOG (see `tests/golden-logs`).
 */
import type { CardId, MilestoneId, SkillId } from '../curriculum/types.ts';
import type { PortfolioFact } from '../milestones/portfolio-events.ts';

/** A random name for one life of one store: a wipe, a restore or an import starts a new one. */
export type DeviceId = string;
/** `<device>:<number>`. Never made from a clock. */
export type EventId = string;

/** Version of the event shapes below. */
export const EVENT_VERSION = 1;

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;

/** What every event carries. Short names: they are stored a million times. */
export interface Envelope {
  /** Version of the shape. */
  readonly v: number;
  /** The device that wrote it. */
  readonly d: DeviceId;
  /** That device's sequence number, from 1, without gaps; drawn inside the write transaction. */
  readonly n: number;
  /** Hybrid clock, ms: the wall clock, but past everything the device had seen (see `clock.ts`). */
  readonly h: number;
  /** Wall clock, ms since the Unix epoch, as the device had it, right or wrong. */
  readonly w: number;
  /** IANA time zone of the device, such as `Europe/Berlin`. */
  readonly z: string;
}

/** A card was answered. */
export interface Review {
  readonly t: 'review';
  readonly card: CardId;
  readonly rating: Rating;
  /** Time from prompt to rating, ms. */
  readonly took: number;
  /**
   * Days until the next review as the button said: chosen within the freedom of the fuzz, to spread the load. Missing
   * where there was no choice, and in what versions before wrote.
   */
  readonly ivl?: number;
  /** Recall aimed at, whole percent, where the card's track has one of its own. */
  readonly aim?: number;
  /** How sure of the answer the person was before it showed, whole percent, where they were asked. */
  readonly confidence?: number;
}

/** A card was gone through before an interview. Tells nothing to the memory model: that knows spaced reviews only. */
export interface Cram {
  readonly t: 'cram';
  readonly card: CardId;
  readonly rating: Rating;
  /** Time from prompt to rating, ms. */
  readonly took: number;
}

/** Takes another event back, wherever it stands in the order. Undoing an undo brings it back. */
export interface Undo {
  readonly t: 'undo';
  readonly target: EventId;
}

export interface Suspend {
  readonly t: 'suspend';
  readonly card: CardId;
  readonly on: boolean;
}

/** Hides the card's whole note until the next study day. */
export interface Bury {
  readonly t: 'bury';
  readonly card: CardId;
}

export interface Flag {
  readonly t: 'flag';
  readonly card: CardId;
  readonly on: boolean;
}

/**
 * What of a card can be reworded. Of a choice card, `answer` is the right option and `why` the reason for it; its other
 * options and their reasons have a number each, from 1, so that no wording ever gets from one to the other.
 */
export type EditField = 'prompt' | 'answer' | 'note' | 'why' | `wrong${number}` | `why${number}`;

/** A personal wording laid over a card. Plain text; the last edit of a field wins, `null` reverts it. */
export interface Edit {
  readonly t: 'edit';
  readonly card: CardId;
  readonly field: EditField;
  readonly text: string | null;
  /** What the card itself said there at the time, so that a later change of the curriculum can be told. */
  readonly was?: string;
}

/** The person chose to begin a skill although its prerequisites are not ready. */
export interface SkillStarted {
  readonly t: 'skill-started';
  readonly skill: SkillId;
  readonly on: boolean;
}

export interface MilestoneStarted {
  readonly t: 'milestone-started';
  readonly milestone: MilestoneId;
}

/** How the work on a milestone is going: Hard (no progress, or not now), Good or Easy. */
export interface MilestoneCheckin {
  readonly t: 'milestone-checkin';
  readonly milestone: MilestoneId;
  readonly rating: 2 | 3 | 4;
}

/** The fields a person fills in for one piece of evidence. */
export interface EvidenceFields {
  readonly title: string;
  /** Calendar date, `YYYY-MM-DD`. */
  readonly date: string;
  /** The criterion it meets, or '' for none in particular. */
  readonly criterion: string;
  readonly link: string;
  readonly note: string;
  readonly witnesses: string;
}

/** Evidence was added; its id is the event's id. */
export interface EvidenceAdded {
  readonly t: 'evidence';
  readonly milestone: MilestoneId;
  readonly fields: EvidenceFields;
}

export interface EvidenceEdited {
  readonly t: 'evidence-edited';
  readonly evidence: EventId;
  readonly fields: EvidenceFields;
}

export interface EvidenceRemoved {
  readonly t: 'evidence-removed';
  readonly evidence: EventId;
}

export interface MilestoneAchieved {
  readonly t: 'milestone-achieved';
  readonly milestone: MilestoneId;
}

/** The story of an achieved milestone was told, or a perishable one was attested again. */
export interface MilestoneRecalled {
  readonly t: 'milestone-recalled';
  readonly milestone: MilestoneId;
  readonly what: 'story' | 'attestation';
  readonly rating: Rating;
}

export interface SettingChanged {
  readonly t: 'setting';
  /** A key of `Settings`; unknown keys are kept. */
  readonly key: string;
  readonly value: unknown;
}

/** Hides the personal text of an event for good; storage may also erase it. */
export interface Redact {
  readonly t: 'redact';
  readonly target: EventId;
}

/** What the app asks to be written. The log adds the envelope. */
export type Fact =
  | Review
  | Cram
  | Undo
  | Suspend
  | Bury
  | Flag
  | Edit
  | SkillStarted
  | MilestoneStarted
  | MilestoneCheckin
  | EvidenceAdded
  | EvidenceEdited
  | EvidenceRemoved
  | MilestoneAchieved
  | MilestoneRecalled
  | PortfolioFact
  | SettingChanged
  | Redact;

/** An event that this version understands. */
export type KnownEvent = Envelope & Fact;

/** An event as stored: of a known type, or of one that a later version wrote, kept verbatim. */
export type StoredEvent = Envelope & { readonly t: string };

export const eventId = (event: Pick<Envelope, 'd' | 'n'>): EventId => `${event.d}:${event.n}`;

/** The device and number that an id names, or `undefined` when it is no id. */
export const parseEventId = (id: EventId): Pick<Envelope, 'd' | 'n'> | undefined => {
  const colon = id.lastIndexOf(':');
  const parsed = { d: id.slice(0, colon), n: Number(id.slice(colon + 1)) };
  return eventId(parsed) === id ? parsed : undefined;
};
