/** A pace for what has waited during a break: so many reviews a day for so many days, instead of all at once. */
import type { StudyDay } from '../calendar/study-day.ts';
import { loadAhead } from '../progress/forecast.ts';
import type { Learner } from '../progress/learner.ts';
import type { CatchUp } from '../settings/settings.ts';
import { ALL, isOn } from './review-limit.ts';

/** So many reviews due at once are still a day like any other. */
const USUAL = 60;
/** Days that the gentle and the brisk pace take at most. */
const GENTLE_DAYS = 8;
const BRISK_DAYS = 3;
/** Days for which the choice to do all at once is not asked again. */
const NOT_ASKED_DAYS = 7;
const PACES = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 400, 500];

export interface Pace {
  readonly perDay: number;
  /** Days until nothing waits, with what comes due in the meantime. */
  readonly days: number;
}

/**
 * Paces to choose from when more waits than is usual: a gentle and a brisk one. None when a choice was made already.
 * @param due reviews that are due now
 */
export const pacesFor = (learner: Learner, due: number, day: StudyDay): readonly Pace[] => {
  if (due <= USUAL || isOn(learner.settings.catchUp, day)) return [];
  const [, ...coming] = loadAhead(learner, day, 1 + GENTLE_DAYS);
  const within = (days: number): Pace | undefined =>
    PACES.map((perDay) => ({ perDay, days: daysFor(perDay, due, coming) })).find(
      (pace) => pace.days <= days,
    );
  const most = Math.min(due, learner.settings.reviewsPerDay);
  const paces = [within(GENTLE_DAYS), within(BRISK_DAYS)];
  return paces
    .filter((pace) => pace !== undefined)
    .filter(({ perDay }, i, all) => perDay < most && perDay !== all[i - 1]?.perDay);
};

const daysFor = (perDay: number, due: number, coming: readonly number[]): number => {
  let waiting = due;
  for (let days = 1; days <= coming.length; days++) {
    waiting -= perDay;
    if (waiting <= 0) return days;
    waiting += coming[days - 1] as number;
  }
  return Infinity;
};

/** The choice of a pace, or of doing all at once. */
export const catchUpAt = (pace: Pace | undefined, day: StudyDay): CatchUp =>
  pace
    ? { perDay: pace.perDay, from: day, until: day + pace.days - 1 }
    : { perDay: ALL, from: day, until: day + NOT_ASKED_DAYS - 1 };
