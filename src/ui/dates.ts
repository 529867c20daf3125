/** Days and moments as people read them, in their language. */

const DAY_MS = 86_400_000;

/** A study day as a date in the person's language, such as `23 Nov 2026`. */
export const dateOfDay = (day: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(day * DAY_MS);

/** A moment, ms since the epoch, as date and time. */
export const dateTime = (time: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(time);

/** A study day such as `Monday, 23 November`. */
export const longDate = (day: number): string =>
  new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(day * DAY_MS);
