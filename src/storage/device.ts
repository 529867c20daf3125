/** Who writes: the name of a device, and the envelope it puts around facts. */
import { promisifyRequest } from 'idb-keyval';
import { nextClock } from '../domain/log/clock.ts';
import { EVENT_VERSION, type DeviceId, type Fact, type KnownEvent } from '../domain/log/event.ts';
import { DEVICE_KEY, type DeviceRecord, SCHEMA_KEY, type SchemaRecord } from './keys.ts';
import { assertCurrent, SCHEMA_VERSION } from './schema.ts';

export interface Clock {
  /** Wall clock, ms since the epoch. It may be wrong. */
  readonly now: () => number;
  /** IANA time zone. */
  readonly zone: () => string;
}

/** 12 random base-36 characters. */
const newDeviceId = (): DeviceId => {
  let id = '';
  while (id.length < 12) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      // 252 = 7 * 36: without the higher bytes every character is equally likely.
      if (byte < 252 && id.length < 12) id += (byte % 36).toString(36);
    }
  }
  return id;
};

export const newDevice = (h = 0): DeviceRecord => ({ d: newDeviceId(), n: 0, h });

/** Numbers and dates the facts, in their order. No clock, right or wrong, is a reason to refuse. */
export const stamp = (
  facts: readonly Fact[],
  device: DeviceRecord,
  clock: Clock,
): { events: KnownEvent[]; device: DeviceRecord } => {
  const w = clock.now();
  const z = clock.zone();
  let { n, h } = device;
  const events = facts.map((fact): KnownEvent => {
    h = nextClock(w, h);
    // The envelope last: a fact cannot name itself another device or number.
    return { ...fact, v: EVENT_VERSION, d: device.d, n: ++n, h, w, z };
  });
  return { events, device: { d: device.d, n, h } };
};

/** A copy that is nothing but data: a Solid proxy cannot be cloned, and would abort the write. */
export const plainCopy = (facts: readonly Fact[]): Fact[] =>
  JSON.parse(JSON.stringify(facts), (key, value: unknown) =>
    // As a name of a field it could only be an attack.
    key === '__proto__' ? undefined : value,
  ) as Fact[];

/** The device of this database; made by the first writer that finds none. */
export const readOrMakeDevice = async (records: IDBObjectStore): Promise<DeviceRecord> => {
  // Asked together: every answer waits for both.
  const [device] = (await Promise.all([
    promisifyRequest(records.get(DEVICE_KEY)),
    assertCurrent(records),
  ])) as [DeviceRecord | undefined, void];
  if (device) return device;
  records.put({ version: SCHEMA_VERSION } satisfies SchemaRecord, SCHEMA_KEY);
  return newDevice();
};
