/** Reading events of any version: old shapes are upcast on read, never rewritten; unknown ones are kept and left out of the fold. */
import {
  EVENT_VERSION,
  parseEventId,
  type Envelope,
  type KnownEvent,
  type Review,
  type StoredEvent,
} from './event.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isObject: Check = (value) => typeof value === 'object' && value !== null;
const isThere: Check = (value) => value !== undefined;
const isRating: Check = (value) => value === 1 || value === 2 || value === 3 || value === 4;
const isEditable: Check = (value) =>
  isText(value) && /^(prompt|answer|note|wrong[1-9]|why[1-9]?)$/.test(value as string);
const isRecall: Check = (value) => value === 'story' || value === 'attestation';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isTextOrNothing: Check = (value) => value === undefined || isText(value);
const isEventId: Check = (value) => typeof value === 'string' && parseEventId(value) !== undefined;

/** The fields a fold relies on, per type. An event that lacks one is kept, but not understood. */
const SHAPES: Readonly<
  Record<Exclude<KnownEvent['t'], 'review'>, Readonly<Record<string, Check>>>
> = {
  cram: { card: isText, rating: isRating, took: isNumber },
  undo: { target: isEventId },
  suspend: { card: isText, on: isBoolean },
  bury: { card: isText },
  flag: { card: isText, on: isBoolean },
  edit: { card: isText, field: isEditable, text: isTextOrNull, was: isTextOrNothing },
  'skill-started': { skill: isText, on: isBoolean },
  'milestone-started': { milestone: isText },
  'milestone-checkin': { milestone: isText, rating: isRating },
  evidence: { milestone: isText, fields: isObject },
  'evidence-edited': { evidence: isText, fields: isObject },
  'evidence-removed': { evidence: isText },
  'milestone-achieved': { milestone: isText },
  'milestone-recalled': { milestone: isText, what: isRecall, rating: isRating },
  portfolio: { what: isText, about: isText, fields: isObject },
  setting: { key: isText, value: isThere },
  redact: { target: isEventId },
};

const FIELDS = new Map<string, readonly (readonly [field: string, fits: Check])[]>(
  Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]),
);

/** The same for reviews, written out: a log has a million of them and hundreds of all others. */
const isReview = (event: StoredEvent): event is Envelope & Review => {
  const { card, rating, took } = event as Envelope & Partial<Review>;
  return isText(card) && isRating(rating) && isNumber(took);
};

/**
 * The event in today's shape, or `undefined` when this version does not understand it: a type or a version it does
 * not know, or fields that are not as they should be. The stored event is not changed.
 */
export const upcast = (event: StoredEvent): KnownEvent | undefined => {
  if (event.v > EVENT_VERSION) return undefined;
  if (event.t === 'review') return isReview(event) ? event : undefined;
  const fields = FIELDS.get(event.t);
  if (!fields) return undefined;
  const values = event as unknown as Readonly<Record<string, unknown>>;
  for (const [field, fits] of fields) if (!fits(values[field])) return undefined;
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
