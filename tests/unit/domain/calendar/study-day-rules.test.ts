import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  HOUR_MS,
  startOfStudyDay,
  studyDay,
} from '../../../../src/domain/calendar/study-day.ts';

const CHANGING = [
  'Europe/Berlin',
  'America/New_York',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Asia/Kathmandu',
  'Pacific/Apia',
];

/** Local date and hour straight from Intl. Swedish writes `2026-03-29 03:00:00`. */
const byIntl = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return (time: number, rolloverHour: number): number => {
    const [date, clock] = format.format(time).split(' ') as [string, string];
    const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
    return Number(clock.slice(0, 2)) < rolloverHour ? day - 1 : day;
  };
};

const zone = fc.constantFrom(...CHANGING, ...Intl.supportedValuesOf('timeZone'));
/** Whole minutes from 1970 to 2049. */
const time = fc.integer({ min: 0, max: 80 * 525_600 }).map((minutes) => minutes * 60_000);
const rollover = fc.integer({ min: 0, max: 23 });

describe('the study day against the calendar of the platform', () => {
  it.each(CHANGING)('is the same at every half hour of a year in %s', (name) => {
    const expected = byIntl(name);
    const start = Date.UTC(name === 'Pacific/Apia' ? 2011 : 2026, 0, 1);
    for (let half = 0; half < 2 * 24 * 366; half++) {
      const now = start + (half * HOUR_MS) / 2;
      const hour = half % 24;
      if (studyDay(now, name, hour) !== expected(now, hour)) {
        expect.fail(`${name} at ${new Date(now).toISOString()}, rollover ${hour}`);
      }
    }
  });

  it('is the same in all zones at any time', () => {
    const zones = new Map<string, ReturnType<typeof byIntl>>();
    fc.assert(
      fc.property(zone, time, rollover, (name, now, hour) => {
        const expected = zones.get(name) ?? byIntl(name);
        zones.set(name, expected);
        expect(studyDay(now, name, hour)).toBe(expected(now, hour));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the start of a study day', () => {
  const day = fc.integer({ min: 0, max: 29_000 });

  it('is a moment of that day, or of the next when clocks skip it', () => {
    fc.assert(
      fc.property(zone, day, rollover, (name, wanted, hour) => {
        const start = startOfStudyDay(wanted, name, hour);
        const reached = studyDay(start, name, hour);
        if (reached !== wanted) {
          // Skipped: the platform's calendar does not show that day at any hour either.
          const shown = byIntl(name);
          for (let h = -40; h <= 40; h++) {
            expect(shown(start + h * HOUR_MS, hour)).not.toBe(wanted);
          }
          expect(reached).toBe(wanted + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes after all moments of the days before', () => {
    const before = fc.oneof(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 2 * DAY_MS }),
    );
    fc.assert(
      fc.property(zone, day, rollover, before, (name, wanted, hour, earlier) => {
        const start = startOfStudyDay(wanted, name, hour);
        expect(studyDay(start - earlier, name, hour)).toBeLessThan(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  it('never comes after a moment of that day', () => {
    fc.assert(
      fc.property(zone, time, rollover, (name, now, hour) => {
        expect(startOfStudyDay(studyDay(now, name, hour), name, hour)).toBeLessThanOrEqual(now);
      }),
      { numRuns: 3000 },
    );
  });
});
