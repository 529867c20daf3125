/** How many reviews a day may bring. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { CatchUp, Settings } from '../settings/settings.ts';

/** A pace of more than any limit: the choice to do all at once. */
export const ALL = 9999;

export const isOn = (plan: CatchUp | null, day: StudyDay): plan is CatchUp =>
  plan !== null && plan.from <= day && day <= plan.until;

/** The pace that holds on a day, or `undefined`. */
export const paceOn = ({ catchUp }: Settings, day: StudyDay): CatchUp | undefined =>
  isOn(catchUp, day) && catchUp.perDay < ALL ? catchUp : undefined;

/** Reviews that a day may bring. */
export const reviewLimit = (settings: Settings, day: StudyDay): number =>
  Math.min(settings.reviewsPerDay, paceOn(settings, day)?.perDay ?? Infinity);
