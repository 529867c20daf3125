/** Numbers and times as people read them. */

export const plural = (n: number, one: string, many: string = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** A length of time, ms, in whole minutes: `under a minute`, `7 min`, `1 h 5 min`. */
export const duration = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${minutes / 60} h`;
};

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A study day relative to another: `today`, `tomorrow`, `in 5 days`, `3 days ago`. */
export const relativeDay = (day: number, today: number): string => {
  const days = day - today;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`;
};
