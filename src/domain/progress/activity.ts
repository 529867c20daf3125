/** What was done in the past weeks. Days without study are days without study: no streak is counted. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { DayTally } from './learner.ts';

/** How much was done on a day, compared with this person's other days: 0 nothing, 4 as much as on the busiest. */
export type ActivityLevel = 0 | 1 | 2 | 3 | 4;

export interface ActivityDay {
  readonly day: StudyDay;
  readonly answers: number;
  readonly level: ActivityLevel;
}

export interface ActivityWeek {
  /** The Monday it begins with. */
  readonly monday: StudyDay;
  /** From Monday on; the last week ends today. */
  readonly days: readonly ActivityDay[];
  readonly daysStudied: number;
  readonly answers: number;
  /** Time spent answering, ms. */
  readonly took: number;
}

export interface Effort {
  readonly daysStudied: number;
  readonly answers: number;
  /** Time spent answering, ms. */
  readonly took: number;
}

/** The Monday of a day's week. Day 0, 1 January 1970, was a Thursday. */
export const mondayOf = (day: StudyDay): StudyDay => day - ((((day + 3) % 7) + 7) % 7);

/** The last weeks up to today, oldest first. */
export const recentWeeks = (
  days: ReadonlyMap<StudyDay, DayTally>,
  today: StudyDay,
  weeks: number,
): readonly ActivityWeek[] => {
  const first = mondayOf(today) - 7 * (weeks - 1);
  const level = levels(days, first, today);
  return Array.from({ length: weeks }, (_, week) => {
    const monday = first + 7 * week;
    const length = Math.min(7, today - monday + 1);
    return {
      monday,
      days: Array.from({ length }, (_unused, i) => {
        const answers = days.get(monday + i)?.answers ?? 0;
        return { day: monday + i, answers, level: level(answers) };
      }),
      ...effort(days, monday, monday + length - 1),
    };
  });
};

/**
 * Levels by what a full day is for this person: the amount that one studied day in five exceeds, so that one marathon does
 * not make every other day look idle.
 */
const levels = (
  days: ReadonlyMap<StudyDay, DayTally>,
  first: StudyDay,
  last: StudyDay,
): ((answers: number) => ActivityLevel) => {
  const amounts = [...days]
    .filter(([day, { answers }]) => day >= first && day <= last && answers > 0)
    .map(([, { answers }]) => answers)
    .sort((a, b) => a - b);
  const full = amounts[Math.floor(0.8 * (amounts.length - 1))] ?? 1;
  return (answers) => Math.min(4, Math.ceil((4 * answers) / full)) as ActivityLevel;
};

/** What was done from one day to another, both included. */
export const effort = (
  days: ReadonlyMap<StudyDay, DayTally>,
  from: StudyDay,
  to: StudyDay,
): Effort => {
  let daysStudied = 0;
  let answers = 0;
  let took = 0;
  for (const [day, tally] of days) {
    if (day < from || day > to || tally.answers === 0) continue;
    daysStudied++;
    answers += tally.answers;
    took += tally.took;
  }
  return { daysStudied, answers, took };
};
