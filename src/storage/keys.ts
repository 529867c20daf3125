/**
 * What lies where in the database: one object store, array keys.
 *
 * DO NOT CHANGE A KEY OR A RECORD WITHOUT A STEP IN `schema.ts`. Tabs of older versions and years of somebody's work
 * read these.
 *
 *   ['e', device, n]        one event that is not sealed yet
 *   ['s', device, firstN]   a segment: the events of one device with firstN <= n < firstN + 500, ascending
 *   ['device']              DeviceRecord, read and written in the transaction of each append
 *   ['schema']              { version }
 *   ['snapshot']            SnapshotRecord, a cache that may vanish at any time
 *   ['checkpoint']          how far the journal was compared (`journal-compare.ts`)
 *   ['sitting']             the study session under way; it may vanish at any time
 *   ['last-backup']         ms since the epoch
 *   ['persist']             true once the browser was asked to keep this origin's data
 */
import type { DeviceId, Envelope } from '../domain/log/event.ts';
import type { VersionVector } from '../domain/log/order.ts';

/** Stays 1 for ever: an upgrade waits for old tabs. Records are migrated instead (`schema.ts`). */
export const DATABASE_VERSION = 1;
export const OBJECT_STORE = 'kv';

export const SEGMENT_EVENTS = 500;

export const DEVICE_KEY = ['device'];
export const SCHEMA_KEY = ['schema'];
export const SNAPSHOT_KEY = ['snapshot'];
export const CHECKPOINT_KEY = ['checkpoint'];
export const SITTING_KEY = ['sitting'];
export const LAST_BACKUP_KEY = ['last-backup'];
export const PERSIST_KEY = ['persist'];

export const freshKey = (event: Pick<Envelope, 'd' | 'n'>): [string, DeviceId, number] => [
  'e',
  event.d,
  event.n,
];
export const segmentKey = (device: DeviceId, first: number): [string, DeviceId, number] => [
  's',
  device,
  first,
];

/** Number of the first event in the segment that holds number `n`. */
export const segmentStart = (n: number): number =>
  Math.floor((n - 1) / SEGMENT_EVENTS) * SEGMENT_EVENTS + 1;

/** All keys that begin with these parts: an empty array sorts after every string and number. */
export const under = (...parts: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound(parts, [...parts, []]);

/** The fresh events of one segment. */
export const freshOf = (device: DeviceId, first: number): IDBKeyRange =>
  IDBKeyRange.bound(['e', device, first], ['e', device, first + SEGMENT_EVENTS - 1]);

export interface DeviceRecord {
  readonly d: DeviceId;
  /** The last number drawn, 0 for none. */
  readonly n: number;
  /** The highest credible clock written or read, ms. */
  readonly h: number;
}

export interface SchemaRecord {
  readonly version: number;
}

export interface SnapshotRecord {
  /** Version of `state`; a snapshot of another one is ignored. */
  readonly format: number;
  /** The events that `state` was folded from. */
  readonly covers: VersionVector;
  /** Structured-cloneable; typed arrays are fine. */
  readonly state: unknown;
  /** Size of the state, if its writer knows. */
  readonly bytes?: number;
}
