/**
 * A sitting as one device remembers it, so that it goes on after the app was closed or killed: where it began and what it goes
 * through. All else follows from the log, so the record is written once a sitting, and may be lost without loss.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardId } from '../curriculum/types.ts';
import type { EventId, Rating } from '../log/event.ts';
import type { VersionVector } from '../log/order.ts';
import { LONGEST_ANSWER_MS } from '../progress/learner.ts';
import type { Settings } from '../settings/settings.ts';
import type { Course } from './session.ts';

const SITTING_VERSION = 1;

/** DO NOT CHANGE THE SHAPE WITHOUT RAISING `v`: a record of another version is dropped. */
export interface Sitting {
  readonly v: typeof SITTING_VERSION;
  readonly day: StudyDay;
  /** What was chosen to be studied, as a key; '' for all that is due. */
  readonly scope: string;
  readonly plan: readonly CardId[];
  /** When it began, ms since the epoch. */
  readonly begun: number;
  /** What the log held when it began. */
  readonly since: VersionVector;
  /** What the log held when the first sitting of the day began: undo reaches back to there. */
  readonly reach: VersionVector;
  /** Length of the box when it began, minutes; 0 is no limit. */
  readonly minutes: number;
  /** The box was full, and the person went on. */
  readonly isEndless: boolean;
  /** Left on purpose, or at its end. */
  readonly isOver: boolean;
}

export const newSitting = (parts: Omit<Sitting, 'v' | 'isEndless' | 'isOver'>): Sitting => ({
  v: SITTING_VERSION,
  ...parts,
  isEndless: false,
  isOver: false,
});

/** A record of the given day, or `undefined` for anything else. */
export const sittingOf = (record: unknown, day: StudyDay): Sitting | undefined => {
  const { v, day: of, plan } = (record ?? {}) as Partial<Sitting>;
  return v === SITTING_VERSION && of === day && Array.isArray(plan)
    ? (record as Sitting)
    : undefined;
};

/** One thing done with a card, to be taken back. */
export interface Deed {
  readonly event: EventId;
  readonly card: CardId;
  /** Time from prompt to rating, ms; 0 for what is no answer. */
  readonly took: number;
  readonly rating: Rating | undefined;
}

/** Time spent answering, ms. */
export const timeSpent = (deeds: readonly Deed[]): number =>
  deeds.reduce((sum, { took }) => sum + Math.min(took, LONGEST_ANSWER_MS), 0);

/** Length of the box, minutes; 0 is no limit. A length that was chosen since counts. */
export const minutesOf = (sitting: Sitting, settings: Settings): number =>
  sitting.isEndless && sitting.minutes === settings.sessionMinutes ? 0 : settings.sessionMinutes;

/** By what rule it goes through its plan: as its scope says. */
export const courseOf = ({ scope, begun }: Sitting): Course => {
  if (scope.includes('"cram"')) return { since: begun };
  return scope.includes('"ahead"') ? 'ahead' : 'due';
};
