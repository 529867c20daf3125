/** Study days as chart labels, in the person's language. A study day is a calendar day, so no zone is involved. */
import { DAY_MS, type StudyDay } from '../../domain/calendar/study-day.ts';

const format = (options: Intl.DateTimeFormatOptions): ((day: StudyDay) => string) => {
  const formatter = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
  return (day) => formatter.format(day * DAY_MS);
};

/** `M` */
export const initial = format({ weekday: 'narrow' });
/** `Mon` */
export const weekday = format({ weekday: 'short' });
/** `Mon, 23 Nov` */
export const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
/** `23 Nov` */
export const dayAndMonth = format({ day: 'numeric', month: 'short' });
/** `Nov` */
export const month = format({ month: 'short' });
