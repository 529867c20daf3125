/** Reading events of any version: old shapes are upcast on read, never rewritten; unknown ones are kept and left out of the fold. */
import { EVENT_VERSION, type KnownEvent, type StoredEvent } from './event.ts';

type Field = 'string' | 'number' | 'boolean' | 'object' | 'any';

/** The fields a fold relies on, per type. An event that lacks one is kept, but not understood. */
const SHAPES: Readonly<Record<KnownEvent['t'], Readonly<Record<string, Field>>>> = {
  review: { card: 'string', rating: 'number', took: 'number' },
  undo: { target: 'string' },
  suspend: { card: 'string', on: 'boolean' },
  bury: { card: 'string' },
  flag: { card: 'string', on: 'boolean' },
  edit: { card: 'string', field: 'string', text: 'any' },
  'skill-started': { skill: 'string', on: 'boolean' },
  'milestone-started': { milestone: 'string' },
  'milestone-checkin': { milestone: 'string', rating: 'number' },
  evidence: { milestone: 'string', fields: 'object' },
  'evidence-edited': { evidence: 'string', fields: 'object' },
  'evidence-removed': { evidence: 'string' },
  'milestone-achieved': { milestone: 'string' },
  'milestone-recalled': { milestone: 'string', what: 'string', rating: 'number' },
  setting: { key: 'string', value: 'any' },
  redact: { target: 'string' },
};

const matches = (value: unknown, field: Field): boolean =>
  field === 'any'
    ? value !== undefined
    : field === 'object'
      ? typeof value === 'object' && value !== null
      : typeof value === field;

const isRating = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 4;

/**
 * The event in today's shape, or `undefined` when this version does not understand it: a type or a version it does
 * not know, or fields that are not as they should be. The stored event is not changed.
 */
export const upcast = (event: StoredEvent): KnownEvent | undefined => {
  if (event.v > EVENT_VERSION || !Object.hasOwn(SHAPES, event.t)) return undefined;
  const shape = SHAPES[event.t as KnownEvent['t']];
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const name in shape) {
    if (!matches(fields[name], shape[name] as Field)) return undefined;
  }
  if ('rating' in shape && !isRating(fields['rating'])) return undefined;
  return event as KnownEvent;
};

/**
 * Whether a value read from outside has a usable envelope. Everything else about it may be unknown.
 * @returns what is wrong, or `undefined` when it is an event
 */
export const envelopeProblem = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const event = value as Record<string, unknown>;
  if (!Number.isInteger(event['v']) || (event['v'] as number) < 1) return 'v is not a version';
  if (typeof event['d'] !== 'string' || !/^[\w.-]{1,64}$/.test(event['d']))
    return 'd is not a device id';
  if (!Number.isSafeInteger(event['n']) || (event['n'] as number) < 1)
    return 'n is not a sequence number';
  for (const field of ['h', 'w'] as const) {
    if (typeof event[field] !== 'number' || !Number.isFinite(event[field]))
      return `${field} is not a time`;
  }
  if (typeof event['z'] !== 'string' || event['z'].length > 64) return 'z is not a time zone';
  if (typeof event['t'] !== 'string' || event['t'].length > 64) return 't is not a type';
  return undefined;
};
