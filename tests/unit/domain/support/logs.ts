/** Logs of one to three devices as fast-check arbitraries: what people do, and what goes wrong with their clocks. */
import fc from 'fast-check';
import { nextClock, witness } from '../../../../src/domain/log/clock.ts';
import type { Fact, Rating, StoredEvent } from '../../../../src/domain/log/event.ts';
import { upcast } from '../../../../src/domain/log/upcast.ts';
import { DAY, HOUR, MINUTE, START, evidence } from './events.ts';

const DEVICES = ['a', 'b', '__proto__'] as const;
const ZONES = ['UTC', 'Europe/Berlin', 'Pacific/Auckland', 'Nowhere/Unknown'] as const;
const YEAR = 365 * DAY;

const card = fc.constantFrom('s/one~a', 's/one~b', 's/two', 's/three', '__proto__', 'constructor');
const milestone = fc.constantFrom('m1', 'm2', '__proto__');
const rating = fc.constantFrom<Rating>(1, 2, 3, 3, 3, 4);

/** Any event of the log, or one that never arrives, or no id at all. */
const target = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...DEVICES), fc.integer({ min: 1, max: 14 }))
      .map(([d, n]) => `${d}:${n}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'a', 'a:01', 'gone:3', 'constructor:1') },
);

const fields = fc
  .tuple(fc.string({ maxLength: 4 }), fc.boolean())
  .map(([title, whole]) => (whole ? evidence({ title }) : ({ title } as never)));

const parameters = fc.constantFrom(
  Array.from({ length: 21 }, () => 0.5),
  [3],
);
const setting: fc.Arbitrary<Fact> = fc
  .oneof(
    fc.tuple(fc.constant('rolloverHour'), fc.constantFrom(0, 4, 23, 99)),
    fc.tuple(fc.constant('retention'), fc.constantFrom(0.8, 0.95, NaN)),
    fc.tuple(fc.constant('learningSteps'), fc.constantFrom([], ['1d'], ['5m', '2h'], ['x'])),
    fc.tuple(fc.constant('targetDate'), fc.constantFrom('', '2026-02-01', '2026-13-01')),
    fc.tuple(fc.constant('parameters'), parameters),
    fc.tuple(fc.constantFrom('__proto__', 'unheard-of'), fc.constant({ polluted: true })),
  )
  .map(([key, value]) => ({ t: 'setting', key, value }));

const rec = <F extends Fact>(shape: { readonly [K in keyof F]: fc.Arbitrary<F[K]> }) =>
  fc.record(shape) as unknown as fc.Arbitrary<Fact>;
const type = <T extends string>(t: T) => fc.constant(t);
const on = fc.boolean();

type Of<T extends Fact['t']> = Extract<Fact, { readonly t: T }>;

const rare: readonly fc.Arbitrary<Fact>[] = [
  rec<Of<'cram'>>({ t: type('cram'), card, rating, took: fc.constant(900) }),
  rec<Of<'suspend'>>({ t: type('suspend'), card, on }),
  rec<Of<'bury'>>({ t: type('bury'), card }),
  rec<Of<'flag'>>({ t: type('flag'), card, on }),
  rec<Of<'edit'>>({
    t: type('edit'),
    card,
    field: fc.constantFrom('prompt', 'answer', 'note'),
    text: fc.constantFrom('mine', '', null),
  }),
  rec<Of<'skill-started'>>({ t: type('skill-started'), skill: fc.constantFrom('s', 'u'), on }),
  rec<Of<'milestone-started'>>({ t: type('milestone-started'), milestone }),
  rec<Of<'milestone-checkin'>>({
    t: type('milestone-checkin'),
    milestone,
    rating: fc.constantFrom<2 | 3 | 4>(2, 3, 4),
  }),
  rec<Of<'evidence'>>({ t: type('evidence'), milestone, fields }),
  rec<Of<'evidence-edited'>>({ t: type('evidence-edited'), evidence: target, fields }),
  rec<Of<'evidence-removed'>>({ t: type('evidence-removed'), evidence: target }),
  rec<Of<'milestone-achieved'>>({ t: type('milestone-achieved'), milestone }),
  rec<Of<'milestone-recalled'>>({
    t: type('milestone-recalled'),
    milestone,
    what: fc.constantFrom('story', 'attestation'),
    rating,
  }),
  setting,
];

const reviewed = rec<Of<'review'>>({
  t: type('review'),
  card,
  rating,
  took: fc.constantFrom(-5, 0, 4000, 1e9),
});
const chosen = fc
  .record(
    {
      ivl: fc.constantFrom(1, 3, 40, 99_999, -1, 'x' as never),
      aim: fc.constantFrom(80, 95, 0.9, 200),
      confidence: fc.constantFrom(20, 90, 101, -1),
    },
    { requiredKeys: [] },
  )
  .chain((more) => reviewed.map((fact): Fact => ({ ...fact, ...more })));
const undone = rec<Of<'undo'>>({ t: type('undo'), target });
const redacted = rec<Of<'redact'>>({ t: type('redact'), target });
/** What this version does not understand. */
const strange = fc.constantFrom(
  { t: 'haiku', lines: 3 },
  { t: '__proto__' },
  { t: 'review', card: 7 },
  { t: 'undo' },
  { t: 'review', card: 's/two', rating: 3, took: 1, v: 2 },
) as unknown as fc.Arbitrary<Fact>;

export const facts: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 8, arbitrary: reviewed },
  { weight: 4, arbitrary: chosen },
  { weight: 4, arbitrary: undone },
  { weight: 1, arbitrary: redacted },
  { weight: 1, arbitrary: strange },
  ...rare.map((arbitrary) => ({ weight: 1, arbitrary })),
);

/** One thing a person does: where, how long after the last, and whether that device had synced before. */
const deed = fc.record({
  device: fc.nat({ max: 2 }),
  wait: fc.constantFrom(0, 3000, MINUTE, HOUR, 9 * HOUR, DAY, 30 * DAY),
  fact: facts,
  synced: fc.boolean(),
  /** What becomes of the device's date. */
  date: fc.constantFrom('stays', 'stays', 'stays', 'stays', 'right', '2040', '2020', 'minutes'),
  zone: fc.constantFrom(...ZONES),
});

const SKEWS = { right: 0, 2040: 14 * YEAR, 2020: -6 * YEAR, minutes: -7 * MINUTE } as const;

/** Logs as the app writes them, in the order of writing. */
export const logs = (maxLength = 40): fc.Arbitrary<StoredEvent[]> =>
  fc.array(deed, { maxLength }).map((deeds) => {
    const numbers = [0, 0, 0];
    const seen = [0, 0, 0];
    const skews = [0, 0, 0];
    let now = START;
    return deeds.map(({ device, wait, fact, synced, date, zone }): StoredEvent => {
      now += wait;
      if (date !== 'stays') skews[device] = SKEWS[date as keyof typeof SKEWS];
      const w = now + (skews[device] as number);
      if (synced)
        for (const other of seen) seen[device] = witness(w, seen[device] as number, other);
      const h = nextClock(w, seen[device] as number);
      seen[device] = witness(w, seen[device] as number, h);
      const n = (numbers[device] = (numbers[device] as number) + 1);
      return { v: 1, d: DEVICES[device] as string, n, h, w, z: zone, ...fact };
    });
  });

/** Reviews of one device whose clock and zone are right: a log that can be followed line by line. */
export const soundLogs = (maxLength = 40): fc.Arbitrary<StoredEvent[]> =>
  logs(maxLength).map((log) =>
    log
      .filter((event) => upcast(event)?.t === 'review')
      .toSorted((a, b) => a.w - b.w)
      .map((event, i) => ({ ...event, d: 'a', n: i + 1, h: event.w, z: 'UTC' })),
  );

/** The same with any clocks: what a damaged or forged file may hold. */
export const forgedLogs = (maxLength = 30): fc.Arbitrary<StoredEvent[]> =>
  fc
    .tuple(logs(maxLength), fc.infiniteStream(fc.integer({ min: 0, max: 6 * 24 })))
    .map(([events, hours]) =>
      events.map((event) => {
        const h = START + (hours.next().value as number) * HOUR;
        return { ...event, h, w: h };
      }),
    );

/** A log with some of its events lost, so that numbers are missing. */
export const withLosses = (log: fc.Arbitrary<StoredEvent[]>): fc.Arbitrary<StoredEvent[]> =>
  log.chain((events) => fc.subarray(events, { minLength: Math.ceil(events.length * 0.6) }));

/** The events of a log in any order, some of them twice, in batches. */
export const arrivals = (
  log: fc.Arbitrary<StoredEvent[]>,
): fc.Arbitrary<{ readonly log: StoredEvent[]; readonly batches: StoredEvent[][] }> =>
  log.chain((events) =>
    fc
      .tuple(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.subarray(events),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
      )
      .map(([shuffled, again, isShuffled, size]) => {
        const all = [...(isShuffled ? shuffled : events), ...again];
        const batches: StoredEvent[][] = [];
        for (let i = 0; i < all.length; i += size) batches.push(all.slice(i, i + size));
        return { log: events, batches };
      }),
  );
