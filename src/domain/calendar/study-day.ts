/**
 * The study day: a calendar day in the person's time zone that begins at the rollover hour instead of midnight.
 *
 * Days are numbered since 1970-01-01, so that differences are elapsed days. Offsets come from the zone's rules (Intl), since
 * a fixed offset misdates reviews around every clock change.
 */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** A study day, counted from 1970-01-01. */
export type StudyDay = number;

/** An offset that holds for one UTC day, or one that changes within it. */
interface DayOffset {
  readonly before: number;
  readonly changesAt: number;
  readonly after: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, DayOffset>;
}

const zones = new Map<string, Zone>();

/** The zone asked for last: as a rule, it is the one asked for next. */
let lastName: string | undefined;
let lastZone: Zone;

const zoneOf = (name: string): Zone => {
  if (name === lastName) return lastZone;
  const zone = zones.get(name) ?? { format: formatOf(name), days: new Map() };
  zones.set(name, zone);
  [lastName, lastZone] = [name, zone];
  return zone;
};

/** A zone that this browser does not know counts as UTC: a rating is never refused because of one. */
const formatOf = (name: string): Intl.DateTimeFormat => {
  const options: Intl.DateTimeFormatOptions = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: name });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
};

/** @param time whole seconds, in ms */
const offsetByRules = (zone: Zone, time: number): number => {
  const numbers = zone.format.format(time).split(/\D+/).map(Number);
  const [month, day, year, hour, minute, second] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second) - time;
};

/** The offset on a UTC day; worked out once. */
const offsetOn = (zone: Zone, utcDay: number): DayOffset => {
  let offset = zone.days.get(utcDay);
  if (!offset) zone.days.set(utcDay, (offset = findOffset(zone, utcDay)));
  return offset;
};

const findOffset = (zone: Zone, utcDay: number): DayOffset => {
  const start = utcDay * DAY_MS;
  const end = start + DAY_MS;
  const before = offsetByRules(zone, start);
  const after = offsetByRules(zone, end);
  if (before === after) return { before, changesAt: end, after };
  let low = start;
  let high = end;
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offsetByRules(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: high, after };
};

/** How far local time in `zone` is ahead of UTC at `time`, ms. */
const zoneOffset = (time: number, zone: string): number => {
  const { before, changesAt, after } = offsetOn(zoneOf(zone), Math.floor(time / DAY_MS));
  return time < changesAt ? before : after;
};

/** Years 1019 to 9892: beyond them Intl counts eras and ISO dates grow longer, and no clock tells the truth. */
const EARLIEST = -3e13;
const LATEST = 2.5e14;

/**
 * The study day of a moment.
 * @param time ms since the epoch
 * @param zone IANA name
 * @param rolloverHour local hour, 0 to 23, at which the day begins
 */
export const studyDay = (time: number, zone: string, rolloverHour: number): StudyDay => {
  const bounded = Math.max(EARLIEST, Math.min(LATEST, time));
  return Math.floor((bounded + zoneOffset(bounded, zone) - rolloverHour * HOUR_MS) / DAY_MS);
};

/** The first moment, ms since the epoch, of a study day. Where clocks skip its beginning or all of it, the first moment after. */
export const startOfStudyDay = (day: StudyDay, zone: string, rolloverHour: number): number => {
  const local = day * DAY_MS + rolloverHour * HOUR_MS;
  const starts = [-1, 0, 1].flatMap((nearby) => {
    const { before, changesAt, after } = offsetOn(
      zoneOf(zone),
      Math.floor(local / DAY_MS) + nearby,
    );
    return [local - before, changesAt, local - after];
  });
  return Math.min(...starts.filter((start) => studyDay(start, zone, rolloverHour) >= day));
};

/** `YYYY-MM-DD` of a study day. */
export const isoDate = (day: StudyDay): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The study day that `YYYY-MM-DD` names, or `undefined` when it names none. */
export const dayOfIsoDate = (text: string): StudyDay | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / DAY_MS;
};
