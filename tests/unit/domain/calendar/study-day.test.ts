import { describe, expect, it } from 'vitest';
import {
  dayOfIsoDate,
  isoDate,
  startOfStudyDay,
  studyDay,
} from '../../../../src/domain/calendar/study-day.ts';

/** The study day of a moment, as a date. */
const dateOf = (moment: string, zone: string, rolloverHour = 4): string =>
  isoDate(studyDay(Date.parse(moment), zone, rolloverHour));

/** The first moment of the study day of that date. */
const startOf = (date: string, zone: string, rolloverHour = 4): string =>
  new Date(startOfStudyDay(dayOfIsoDate(date) ?? NaN, zone, rolloverHour)).toISOString();

describe('the study day of a moment', () => {
  it('begins at the rollover hour', () => {
    expect(dateOf('2026-06-10T03:59:59.999Z', 'UTC')).toBe('2026-06-09');
    expect(dateOf('2026-06-10T04:00:00.000Z', 'UTC')).toBe('2026-06-10');
    expect(dateOf('2026-06-10T00:00:00Z', 'UTC', 0)).toBe('2026-06-10');
    expect(dateOf('2026-06-10T22:59:59Z', 'UTC', 23)).toBe('2026-06-09');
  });

  it('is the day before 1970 for moments before it', () => {
    expect(studyDay(0, 'UTC', 0)).toBe(0);
    expect(studyDay(-1, 'UTC', 0)).toBe(-1);
    expect(studyDay(0, 'UTC', 4)).toBe(-1);
  });

  it('is told by the local clock', () => {
    // 04:00 in Kathmandu, 5:45 ahead; in Kiritimati, 14 h ahead; in Niue, 11 h behind.
    expect(dateOf('2026-06-09T22:14:59Z', 'Asia/Kathmandu')).toBe('2026-06-09');
    expect(dateOf('2026-06-09T22:15:00Z', 'Asia/Kathmandu')).toBe('2026-06-10');
    expect(dateOf('2026-06-09T14:00:00Z', 'Pacific/Kiritimati')).toBe('2026-06-10');
    expect(dateOf('2026-06-10T14:59:59Z', 'Pacific/Niue')).toBe('2026-06-09');
  });

  it.each([
    // Clocks go on from 02:00 to 03:00, and back from 03:00 to 02:00.
    ['Europe/Berlin', '2026-03-29T02:00:00.000Z', '2026-10-25T03:00:00.000Z'],
    ['America/New_York', '2026-03-08T08:00:00.000Z', '2026-11-01T09:00:00.000Z'],
    // By half an hour.
    ['Australia/Lord_Howe', '2026-10-03T17:00:00.000Z', '2026-04-04T17:30:00.000Z'],
    // By two hours.
    ['Antarctica/Troll', '2026-03-29T02:00:00.000Z', '2026-10-25T04:00:00.000Z'],
    // On again when Ramadan ends, back when it begins.
    ['Africa/Casablanca', '2026-03-22T03:00:00.000Z', '2026-02-15T04:00:00.000Z'],
  ])('begins at 04:00 on the days that clocks change in %s', (zone, onward, back) => {
    for (const moment of [onward, back]) {
      const date = dateOf(moment, zone);
      expect(startOf(date, zone)).toBe(moment);
      expect(dateOf(new Date(Date.parse(moment) - 1).toISOString(), zone)).not.toBe(date);
    }
  });

  it('counts the hour that comes twice to the same day', () => {
    // 02:30 in Berlin, before and after the clock goes back at 03:00.
    expect(dateOf('2026-10-25T00:30:00Z', 'Europe/Berlin', 2)).toBe('2026-10-25');
    expect(dateOf('2026-10-25T01:30:00Z', 'Europe/Berlin', 2)).toBe('2026-10-25');
  });

  it('knows leap days', () => {
    expect(dateOf('2028-03-01T03:00:00Z', 'UTC')).toBe('2028-02-29');
    expect(dateOf('2026-03-01T03:00:00Z', 'UTC')).toBe('2026-02-28');
    expect(dateOf('2100-03-01T03:00:00Z', 'UTC')).toBe('2100-02-28');
  });

  it('counts as in UTC for a zone that nobody knows', () => {
    const moment = '2026-06-10T03:59:59Z';
    for (const zone of ['', 'Nowhere/Unknown', '__proto__', 'constructor', '../etc']) {
      expect(dateOf(moment, zone)).toBe('2026-06-09');
    }
  });

  it('is a day with a date whatever the clock says', () => {
    for (const time of [-8.64e15, 8.64e15, -1e300, 1e300, -Infinity, Infinity, 1e15, -62e12]) {
      const day = studyDay(time, 'Europe/Berlin', 4);
      expect(Number.isSafeInteger(day)).toBe(true);
      expect(isoDate(day)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(dayOfIsoDate(isoDate(day))).toBe(day);
    }
  });
});

describe('the start of a study day', () => {
  it.each([
    // The clock goes from 01:59:59 to 03:00:00; in Sydney, on the day before in UTC.
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['Australia/Sydney', '2026-10-04', 2, '2026-10-03T16:00:00.000Z'],
    // From 22:59:59 to midnight, on the day after in UTC.
    ['America/Nuuk', '2026-03-28', 23, '2026-03-29T01:00:00.000Z'],
  ])('is the end of the gap when the clock skips it in %s', (zone, date, rollover, start) => {
    expect(startOf(date, zone, rollover)).toBe(start);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', '2026-10-25T00:00:00.000Z'],
    ['Australia/Sydney', '2026-04-05', '2026-04-04T15:00:00.000Z'],
  ])('is the first of two when the clock shows it twice in %s', (zone, date, start) => {
    expect(startOf(date, zone, 2)).toBe(start);
  });

  it('is the start of the next day for the day that Samoa left out', () => {
    // From the end of Thursday, 29 December 2011, to Saturday, 31 December.
    const jump = '2011-12-30T10:00:00.000Z';
    expect(startOf('2011-12-30', 'Pacific/Apia', 0)).toBe(jump);
    expect(startOf('2011-12-31', 'Pacific/Apia', 0)).toBe(jump);
    expect(dateOf('2011-12-30T09:59:59Z', 'Pacific/Apia', 0)).toBe('2011-12-29');
    expect(dateOf(jump, 'Pacific/Apia', 0)).toBe('2011-12-31');
  });

  it('leaves the day that Samoa left out its hours before the rollover', () => {
    expect(startOf('2011-12-30', 'Pacific/Apia', 4)).toBe('2011-12-30T10:00:00.000Z');
    expect(startOf('2011-12-31', 'Pacific/Apia', 4)).toBe('2011-12-30T14:00:00.000Z');
  });
});

describe('a date in writing', () => {
  it('names a day', () => {
    expect(dayOfIsoDate('1970-01-01')).toBe(0);
    expect(dayOfIsoDate('2028-02-29')).toBe(dayOfIsoDate('2028-03-01')! - 1);
  });

  it('names none when there is no such date, or it is written otherwise', () => {
    const others = ['', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1'];
    const more = ['+12026-01-01', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', 'yesterday'];
    for (const text of [...others, ...more]) expect(dayOfIsoDate(text)).toBeUndefined();
  });
});
