/** Intervals as buttons say them. Apart from the other formats, since the first card needs no more than this. */

/** An interval, short enough for a button: `10 min`, `3 d`, `2.4 mo`, `1.3 y`. */
export const shortInterval = (days: number, minutes: number): string => {
  if (days === 0) return minutes < 60 ? `${Math.max(1, minutes)} min` : `${round1(minutes / 60)} h`;
  if (days < 31) return `${days} d`;
  if (days < 365) return `${round1(days / 30.44)} mo`;
  return `${round1(days / 365.25)} y`;
};

const round1 = (x: number): string => String(Math.round(x * 10) / 10);
