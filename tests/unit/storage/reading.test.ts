import fc from 'fast-check';
import { promisifyRequest } from 'idb-keyval';
import { describe, expect, test } from 'vitest';
import { coveredUpTo } from '../../../src/storage/covers.ts';
import { addAllMissing } from '../../../src/storage/add-events.ts';
import { readAllEvents, readEventsSince } from '../../../src/storage/read-events.ts';
import { seal } from '../../../src/storage/seal.ts';
import { seenEvents } from '../../../src/storage/seen-events.ts';
import { anyEvents, byId, freshName, ids, openLog, raw, review, stored } from './support.ts';

describe('sealing', () => {
  test('reads the same before and after, and again with more', async () => {
    const name = freshName();
    const log = await openLog(name);
    const store = raw(name);
    const keys = () => store('readonly', (records) => promisifyRequest(records.getAllKeys()));
    await log.append(Array.from({ length: 1_499 }, (_, i) => review(`a/${i}`)));
    const before = byId(await log.readAll());
    await log.seal();
    expect(byId(await log.readAll())).toEqual(before);
    expect((await keys()).filter((key) => (key as string[])[0] === 'e')).toEqual([]);
    expect((await keys()).filter((key) => (key as string[])[0] === 's')).toEqual(
      [1, 501, 1001].map((first) => ['s', log.device, first]),
    );
    await log.append([review('b/1'), review('b/2')]);
    const more = byId(await log.readAll());
    expect(more).toHaveLength(1_501);
    await log.seal();
    await log.seal();
    expect(byId(await log.readAll())).toEqual(more);
  });

  test('appends during sealing are neither lost nor doubled', async () => {
    const name = freshName();
    const log = await openLog(name);
    const other = await openLog(name);
    await log.append(Array.from({ length: 400 }, () => review()));
    await Promise.all([
      log.seal(),
      ...Array.from({ length: 200 }, () => other.append([review()])),
      other.seal(),
      log.seal(),
    ]);
    const events = await log.readAll();
    expect(new Set(ids(events)).size).toBe(600);
    expect(events).toHaveLength(600);
  });
});

test('any events come back as they were, however they were stored and sealed', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.nat(), async (events, cut) => {
      const store = raw(freshName());
      const half = events.slice(0, cut % (events.length + 1));
      await addAllMissing(store, half);
      await store('readwrite', (records) => {
        for (const event of events.slice(half.length)) records.add(event, ['e', event.d, event.n]);
      });
      expect(await addAllMissing(store, events)).toEqual([]);
      expect(byId(await readAllEvents(store))).toEqual(byId(events));
      await seal(store, 'x');
      expect(byId(await readAllEvents(store))).toEqual(byId(events));

      const covers = { 'b.0': 700, Zz_9: 2_000 };
      expect(byId(await readEventsSince(store, covers))).toEqual(
        byId(events.filter(({ d, n }) => n > coveredUpTo(covers, d))),
      );
      store.close();
    }),
    { numRuns: 60 },
  );
});

test('adding tells what was known, and overwrites nothing', async () => {
  const store = raw(freshName());
  const first = stored('a', 1);
  await addAllMissing(store, [first]);
  const known: unknown[] = [];
  const added = await addAllMissing(
    store,
    [stored('a', 1, { card: 'other' }), stored('a', 2)],
    (incoming, kept) => known.push([incoming, kept]),
  );
  expect(ids(added)).toEqual(['a:2']);
  expect(ids(await addAllMissing(store, [stored('b', 1), stored('b', 1)]))).toEqual(['b:1']);
  expect(known).toEqual([[stored('a', 1, { card: 'other' }), first]]);
  expect(byId(await readAllEvents(store))).toEqual([first, stored('a', 2), stored('b', 1)]);
});

test('seen events give the version vector of a naive count', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          d: fc.constantFrom('a', 'constructor', '__proto__'),
          n: fc.integer({ min: 1, max: 12 }),
        }),
      ),
      (events) => {
        const seen = seenEvents();
        const naive = new Map<string, Set<number>>();
        for (const event of events) {
          const own = naive.get(event.d) ?? new Set();
          expect(seen.add(event)).toBe(!own.has(event.n));
          naive.set(event.d, own.add(event.n));
        }
        for (const [d, own] of naive) {
          let upTo = 0;
          while (own.has(upTo + 1)) upTo++;
          expect(coveredUpTo(seen.vector(), d)).toBe(upTo);
          for (let n = 1; n <= 13; n++) expect(seen.has({ d, n })).toBe(own.has(n));
        }
      },
    ),
  );
});
