/**
 * Appending facts, come what may.
 *
 * When the database does not take an event, the event waits in memory as the work of another, fresh device, so that
 * its number cannot meet one that another tab draws. It is written with the next append that succeeds; in a tab that a
 * newer version has overtaken, none does.
 */
import type { Fact, KnownEvent, StoredEvent } from '../domain/log/event.ts';
import { type Clock, newDevice, plainCopy, stamp } from './device.ts';
import { troubleOf } from './errors.ts';
import type { Health } from './health.ts';
import type { Store } from './indexeddb.ts';
import type { DeviceRecord } from './keys.ts';
import { writeFacts } from './write-events.ts';

/** ms until the database is tried again; doubled each time, up to a minute. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

export interface Appended {
  readonly events: readonly KnownEvent[];
  /** All that has reached the database with it: these events, and those that had waited. */
  readonly stored: readonly StoredEvent[];
}

export interface Appender {
  readonly device: DeviceRecord;
  /** Events that are in memory only, unless the journal has them. */
  readonly waiting: readonly StoredEvent[];
  /** @throws TypeError when a fact is not data */
  append(facts: readonly Fact[]): Promise<Appended>;
  /** Writes what waits, if the database works again. Never rejects. */
  flush(): Promise<readonly StoredEvent[]>;
  /** Notes that a use of the database failed. */
  note(error: unknown): void;
  /** Replaces (or with `undefined` forgets) what waits, between two appends. */
  rewrite(change: (event: StoredEvent) => StoredEvent | undefined): Promise<void>;
  /** Does something between two appends. @throws what it throws */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Another device goes on from here. */
  use(device: DeviceRecord): void;
  /** The same after a wipe: forgets what waits, at once. For use within `exclusively`. */
  startAnew(device: DeviceRecord): void;
}

/** @param known the device of the database, if it could be read */
export const makeAppender = (
  store: Store,
  health: Health,
  clock: Clock,
  known: DeviceRecord | undefined,
): Appender => {
  let device = known;
  let spare = newDevice(known?.h);
  let waiting: StoredEvent[] = [];
  let retryAt = 0;
  let retryAfter = FIRST_RETRY_MS;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, so that what waits is written once and in order. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  const wait = (facts: readonly Fact[]): KnownEvent[] => {
    const stamped = stamp(facts, { ...spare, h: Math.max(spare.h, device?.h ?? 0) }, clock);
    spare = stamped.device;
    waiting.push(...stamped.events);
    health.update({ queued: waiting.length });
    return stamped.events;
  };

  const note = (error: unknown): void => {
    health.update({ trouble: troubleOf(error) });
    retryAt = performance.now() + retryAfter;
    retryAfter = Math.min(2 * retryAfter, LAST_RETRY_MS);
  };

  const write = async (facts: readonly Fact[]): Promise<Appended> => {
    const late = [...waiting];
    let drawn: readonly KnownEvent[] = [];
    try {
      const result = await writeFacts(store, facts, clock, late, (events) => (drawn = events));
      device = result.device;
    } catch (error) {
      const arrived = await import('./has-arrived.ts').then(
        ({ hasArrived }) => hasArrived(store, error, drawn),
        () => false,
      );
      if (!arrived) throw error;
    }
    waiting = waiting.slice(late.length);
    retryAfter = FIRST_RETRY_MS;
    health.update({ trouble: undefined, queued: waiting.length });
    return { events: drawn, stored: [...late, ...drawn] };
  };

  const append = async (facts: readonly Fact[]): Promise<Appended> => {
    const { trouble } = health.facts;
    if (trouble !== 'outdated' && (!trouble || performance.now() >= retryAt)) {
      try {
        return await write(facts);
      } catch (error) {
        // Not data: the caller's mistake, which must show.
        if ((error as Error).name === 'DataCloneError') throw error;
        note(error);
      }
    }
    return { events: wait(facts), stored: [] };
  };

  return {
    get device() {
      return health.facts.trouble || !device ? spare : device;
    },
    get waiting() {
      return waiting;
    },
    append(facts) {
      const plain = plainCopy(facts);
      if (plain.length === 0) return Promise.resolve({ events: [], stored: [] });
      return exclusively(() => append(plain));
    },
    flush: () =>
      exclusively(async () => {
        const { trouble } = health.facts;
        if (!trouble || trouble === 'outdated' || performance.now() < retryAt) return [];
        try {
          return (await write([])).stored;
        } catch (error) {
          note(error);
          return [];
        }
      }),
    exclusively,
    note,
    use(record) {
      device = record;
    },
    startAnew(record) {
      device = record;
      waiting = [];
      health.update({ queued: 0 });
    },
    rewrite: (change) =>
      exclusively(async () => {
        waiting = waiting.flatMap((event) => change(event) ?? []);
        health.update({ queued: waiting.length });
      }),
  };
};
