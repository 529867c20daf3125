import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../../src/domain/log/event.ts';
import { envelopeProblem, upcast } from '../../../../src/domain/log/upcast.ts';
import { envelope, evidence, foreign } from '../support/events.ts';
import { facts } from '../support/logs.ts';

const stored = (t: string, fields: Readonly<Record<string, unknown>> = {}): StoredEvent =>
  foreign(t, fields, envelope());

/** A well-formed event of every type, by its fields. */
const WHOLE = {
  review: { card: 'c', rating: 3, took: 1 },
  undo: { target: 'a:1' },
  suspend: { card: 'c', on: true },
  bury: { card: 'c' },
  flag: { card: 'c', on: false },
  edit: { card: 'c', field: 'note', text: null },
  'skill-started': { skill: 's', on: true },
  'milestone-started': { milestone: 'm' },
  'milestone-checkin': { milestone: 'm', rating: 2 },
  evidence: { milestone: 'm', fields: evidence() },
  'evidence-edited': { evidence: 'a:1', fields: evidence() },
  'evidence-removed': { evidence: 'a:1' },
  'milestone-achieved': { milestone: 'm' },
  'milestone-recalled': { milestone: 'm', what: 'story', rating: 4 },
  setting: { key: 'theme', value: null },
  redact: { target: 'a:1' },
} as const;

describe('reading an event', () => {
  it.each(Object.entries(WHOLE))('understands a whole %s, as the same object', (t, fields) => {
    const event = stored(t, fields);
    expect(upcast(event)).toBe(event);
  });

  it.each(Object.entries(WHOLE))('does not understand a %s that lacks a field', (t, fields) => {
    for (const field of Object.keys(fields)) {
      expect(upcast(stored(t, { ...fields, [field]: undefined })), field).toBeUndefined();
    }
  });

  it.each([
    ['review', { card: 7 }],
    ['review', { rating: 0 }],
    ['review', { rating: 5 }],
    ['review', { rating: 2.5 }],
    ['review', { rating: '3' }],
    ['review', { took: NaN }],
    ['review', { took: Infinity }],
    ['edit', { field: '__proto__' }],
    ['edit', { text: 5 }],
    ['edit', { was: 5 }],
    ['suspend', { on: 1 }],
    ['undo', { target: '' }],
    ['undo', { target: 'a:01' }],
    ['redact', { target: 'a' }],
    ['evidence', { fields: null }],
    ['evidence', { fields: 'text' }],
    ['milestone-recalled', { what: 'song' }],
    ['milestone-checkin', { rating: true }],
  ] as const)('does not understand a %s with %o', (t, wrong) => {
    expect(upcast(stored(t, { ...WHOLE[t], ...wrong }))).toBeUndefined();
  });

  it('does not understand unknown types, however they are called', () => {
    for (const t of ['haiku', '__proto__', 'constructor', 'toString', '']) {
      expect(upcast(stored(t)), t).toBeUndefined();
    }
  });

  it('does not understand a later version, even of a type it knows', () => {
    expect(upcast({ ...stored('review', WHOLE.review), v: 2 })).toBeUndefined();
  });

  it('never throws on fields of any kind', () => {
    const types = fc.constantFrom(...Object.keys(WHOLE), 'haiku');
    const names = [...new Set(Object.values(WHOLE).flatMap((fields) => Object.keys(fields)))];
    const anything = fc.dictionary(fc.constantFrom(...names), fc.anything());
    fc.assert(
      fc.property(types, anything, (t, fields) => {
        const event = stored(t, fields);
        expect([event, undefined]).toContain(upcast(event));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an envelope read from outside', () => {
  it('passes whatever the app writes', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        expect(envelopeProblem({ ...envelope(), ...fact })).toBeUndefined();
      }),
    );
    expect(envelopeProblem({ ...stored('haiku'), v: 99, d: '__proto__' })).toBeUndefined();
  });

  it.each([
    ['not an object', null],
    ['not an object', [stored('x')]],
    ['not an object', 'x'],
    ['v is not a version', { ...stored('x'), v: 0 }],
    ['v is not a version', { ...stored('x'), v: 1.5 }],
    ['d is not a device id', { ...stored('x'), d: 1 }],
    ['d is not a device id', { ...stored('x'), d: 'a:b' }],
    ['d is not a device id', { ...stored('x'), d: 'a'.repeat(65) }],
    ['n is not a sequence number', { ...stored('x'), n: 0 }],
    ['n is not a sequence number', { ...stored('x'), n: 2 ** 53 }],
    ['h is not a time', { ...stored('x'), h: NaN }],
    ['w is not a time', { ...stored('x'), w: '2026' }],
    ['z is not a time zone', { ...stored('x'), z: undefined }],
    ['z is not a time zone', { ...stored('x'), z: 'z'.repeat(65) }],
    ['t is not a type', { ...stored('x'), t: 1 }],
    ['t is not a type', { ...stored('x'), t: 't'.repeat(65) }],
  ])('says %s', (problem, value) => {
    expect(envelopeProblem(value)).toBe(problem);
  });
});
