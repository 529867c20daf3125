/** What the log says of the past weeks, and what is already planned for the next. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { DayTally, Learner } from './learner.ts';

export interface RetentionSoFar {
  readonly reviewed: number;
  readonly recalled: number;
  /** Share recalled, or `undefined` without reviews. */
  readonly rate: number | undefined;
  /** 95 % Wilson interval of the rate. */
  readonly low: number;
  readonly high: number;
}

/** Recall at the first rating of a day of cards in review, over the days from `since` on. */
export const retentionSince = (
  days: ReadonlyMap<StudyDay, DayTally>,
  since: StudyDay,
): RetentionSoFar => {
  let reviewed = 0;
  let recalled = 0;
  for (const [day, tally] of days) {
    if (day < since) continue;
    reviewed += tally.reviewed;
    recalled += tally.recalled;
  }
  return retentionOf(reviewed, recalled);
};

/** The rate of so many recalled, with how sure one can be of it. */
export const retentionOf = (reviewed: number, recalled: number): RetentionSoFar => {
  if (reviewed === 0) return { reviewed, recalled, rate: undefined, low: 0, high: 1 };
  const rate = recalled / reviewed;
  const z = 1.96;
  const centre = (rate + (z * z) / (2 * reviewed)) / (1 + (z * z) / reviewed);
  const half =
    (z * Math.sqrt((rate * (1 - rate)) / reviewed + (z * z) / (4 * reviewed * reviewed))) /
    (1 + (z * z) / reviewed);
  return {
    reviewed,
    recalled,
    rate,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
};

/** Reviews already due on each of the coming days, the overdue ones counted on the first. New cards are not foreseen. */
export const loadAhead = (learner: Learner, from: StudyDay, days: number): readonly number[] => {
  const load = new Array<number>(days).fill(0);
  for (const [id, card] of learner.cards) {
    if (card.reps === 0 || learner.suspended.has(id)) continue;
    const at = Math.max(0, card.dueDay - from);
    if (at < days) load[at] = (load[at] as number) + 1;
  }
  return load;
};
