import { eventId } from '../../../../src/domain/log/event.ts';
import type {
  Envelope,
  EventId,
  EvidenceFields,
  Fact,
  KnownEvent,
  Rating,
  Review,
  StoredEvent,
} from '../../../../src/domain/log/event.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A Monday, noon UTC. */
export const START = Date.UTC(2026, 0, 5, 12);
/** The study day of `START` in UTC. */
export const START_DAY = Math.floor(START / DAY);

export const review = (card: string, rating: Rating = 3, took = 5000): Review => ({
  t: 'review',
  card,
  rating,
  took,
});

export const undo = (target: EventId | StoredEvent): Fact => ({
  t: 'undo',
  target: typeof target === 'string' ? target : eventId(target),
});

export const redact = (target: EventId | StoredEvent): Fact => ({
  t: 'redact',
  target: typeof target === 'string' ? target : eventId(target),
});

export const setting = (key: string, value: unknown): Fact => ({ t: 'setting', key, value });

export const evidence = (more: Partial<EvidenceFields> = {}): EvidenceFields => ({
  title: 'Led the design review',
  date: '2026-01-05',
  criterion: '',
  link: '',
  note: '',
  witnesses: '',
  ...more,
});

/** An event as a later version of the app might have written it. */
export const foreign = (
  t: string,
  more: Readonly<Record<string, unknown>>,
  envelope: Envelope,
): StoredEvent => ({ ...envelope, ...more, t });

export const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  v: 1,
  d: 'a',
  n: 1,
  h: START,
  w: more.h ?? START,
  z: 'UTC',
  ...more,
});

/** Writes events of one device, numbered from 1; every one states when it happens. */
export const writer = (d = 'a', z = 'UTC') => {
  let n = 0;
  return (fact: Fact, at: number, more: Partial<Envelope> = {}): KnownEvent => ({
    ...envelope({ d, n: ++n, h: at, z, ...more }),
    ...fact,
  });
};

/** The log of one device, its events a minute apart. */
export const logOf = (facts: readonly Fact[], start = START, d = 'a'): KnownEvent[] => {
  const write = writer(d);
  return facts.map((fact, i) => write(fact, start + i * MINUTE));
};
