import { describe, expect, test } from 'vitest';
import {
  ATTACHMENT_LIMIT,
  attachmentProblem,
  attachmentType,
  filesInUse,
} from '../../../../src/domain/milestones/attachment.ts';
import { NOT_STARTED } from '../../../../src/domain/milestones/fold.ts';
import { NOBODY } from '../../../../src/domain/progress/fold.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('the type of a file', () => {
  test.each([
    ['image/png', PNG],
    ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['image/webp', text('RIFF\x10\0\0\0WEBPVP8 ')],
    ['application/pdf', text('%PDF-1.7\n')],
  ])('%s is told by its first bytes', (type, bytes) => {
    expect(attachmentType(bytes)).toBe(type);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a PNG cut short', PNG.slice(0, 7)],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['a drawing that may hold scripts', text('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a sound, which is a RIFF as well', text('RIFF\x10\0\0\0WAVEfmt ')],
    ['a PDF after something else', text(' %PDF-1.7')],
    ['a zip', text('PK\x03\x04')],
  ])('%s is none', (_what, bytes) => {
    expect(attachmentType(bytes)).toBeUndefined();
  });
});

test('what cannot be attached, and why', () => {
  const room = ATTACHMENT_LIMIT;
  expect(attachmentProblem(ATTACHMENT_LIMIT, PNG, room)).toBeUndefined();
  expect(attachmentProblem(ATTACHMENT_LIMIT + 1, PNG, 10 * room)).toBe('too-large');
  expect(attachmentProblem(100, PNG, 99)).toBe('no-room');
  expect(attachmentProblem(100, PNG, 100)).toBeUndefined();
  expect(attachmentProblem(0, new Uint8Array(), room)).toBe('empty');
  expect(attachmentProblem(100, text('GIF89a'), room)).toBe('wrong-type');
});

test('files are in use while their evidence or win is there and has them', () => {
  const entry = (n: number, what: string, about: string, fields: object) => ({
    id: `d:${n}`,
    at: n,
    what,
    about,
    fields: { ...fields },
  });
  const file = (letter: string) => ({
    hash: letter.repeat(64),
    name: `${letter}.png`,
    type: 'image/png',
    size: 1,
  });
  const portfolio = [
    entry(1, 'win', '', { title: 'kept' }),
    entry(2, 'win', '', { title: 'deleted' }),
    entry(3, 'attached', 'd:1', file('a')),
    entry(4, 'attached', 'd:2', file('b')),
    entry(5, 'attached', 'd:0', file('c')),
    entry(6, 'attached', 'd:9', file('d')),
    entry(7, 'removed', 'd:2', {}),
  ];
  const fields = { title: '', date: '', criterion: '', link: '', note: '', witnesses: '' };
  const evidence = [
    { id: 'd:0', milestone: 'm', fields, addedAt: 0 },
    { id: 'd:8', milestone: 'm', fields, addedAt: 0 },
  ];
  const milestones = new Map([['m', { ...NOT_STARTED, evidence }]]);
  expect(filesInUse({ ...NOBODY, milestones, portfolio })).toEqual(
    new Set(['a'.repeat(64), 'c'.repeat(64)]),
  );
  const taken = [...portfolio, entry(8, 'attached', 'd:1', { hash: '' })];
  expect(filesInUse({ ...NOBODY, milestones, portfolio: taken })).toEqual(
    new Set(['c'.repeat(64)]),
  );
});
