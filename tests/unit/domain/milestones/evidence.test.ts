import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../../../../src/domain/calendar/study-day.ts';
import type { EvidenceFields } from '../../../../src/domain/log/event.ts';
import {
  criteriaStanding,
  evidenceProblems,
  isWebLink,
  newestFirst,
  NOTE_LIMIT,
} from '../../../../src/domain/milestones/evidence.ts';
import type { Evidence } from '../../../../src/domain/progress/learner.ts';

const TODAY = dayOfIsoDate('2026-11-23') ?? NaN;

const fields = (given: Partial<EvidenceFields> = {}): EvidenceFields => ({
  title: 'A release',
  date: '2026-11-23',
  criterion: '',
  link: '',
  note: '',
  witnesses: '',
  ...given,
});

const piece = (id: string, given: Partial<EvidenceFields>, addedAt = 0): Evidence => ({
  id,
  milestone: 'm.one',
  fields: fields(given),
  addedAt,
});

describe('evidence', () => {
  it('is kept when it has a title and a date that has come', () => {
    expect(evidenceProblems(fields(), TODAY)).toEqual({});
    expect(evidenceProblems(fields({ link: ' https://example.org ' }), TODAY)).toEqual({});
    expect(evidenceProblems(fields({ note: 'x'.repeat(NOTE_LIMIT) }), TODAY)).toEqual({});
  });

  it.each([
    [{ title: '  ' }, { title: 'no-title' }],
    [{ date: '' }, { date: 'no-date' }],
    [{ date: '2026-02-30' }, { date: 'no-date' }],
    [{ date: '23.11.2026' }, { date: 'no-date' }],
    [{ date: '2026-11-24' }, { date: 'in-the-future' }],
    [{ date: '0026-11-24' }, { date: 'long-ago' }],
    [{ link: 'example.org' }, { link: 'not-a-web-link' }],
    [{ link: 'javascript:alert(1)' }, { link: 'not-a-web-link' }],
    [{ note: 'x'.repeat(NOTE_LIMIT + 1) }, { note: 'note-too-long' }],
  ] as const)('with %o is refused', (given, problems) => {
    expect(evidenceProblems(fields(given), TODAY)).toEqual(problems);
  });

  it('names every problem at once', () => {
    const problems = evidenceProblems(fields({ title: '', date: '', link: 'x' }), TODAY);
    expect(Object.keys(problems)).toEqual(['title', 'date', 'link']);
  });

  it('links to the web only', () => {
    expect(isWebLink('http://example.org/a b')).toBe(true);
    expect(isWebLink('ftp://example.org')).toBe(false);
    expect(isWebLink('data:text/html,x')).toBe(false);
    expect(isWebLink('//example.org')).toBe(false);
  });

  it('is listed newest first, and of one day the last entered first', () => {
    const list = [
      piece('a', { date: '2026-11-01' }, 5),
      piece('b', { date: '2026-11-02' }, 1),
      piece('c', { date: '2026-11-02' }, 2),
    ];
    expect(newestFirst(list).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('meets the criterion it names, and no other', () => {
    const list = [
      piece('a', { criterion: 'tested', date: '2026-11-01' }),
      piece('b', { criterion: 'tested', date: '2026-11-02' }),
      piece('c', { criterion: 'gone' }),
    ];
    const criteria = [
      { id: 'tested', text: 'It is tested.' },
      { id: 'green', text: 'It is green.' },
    ];
    expect(
      criteriaStanding(criteria, list).map(({ evidence }) => evidence.map(({ id }) => id)),
    ).toEqual([['b', 'a'], []]);
  });
});
