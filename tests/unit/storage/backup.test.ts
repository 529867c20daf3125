import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { promisifyRequest } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import { addAllMissing } from '../../../src/storage/add-events.ts';
import { makeBackup } from '../../../src/storage/backup-export.ts';
import { twinOf } from '../../../src/storage/clashes.ts';
import { readAllEvents } from '../../../src/storage/read-events.ts';
import {
  anyEvents,
  byId,
  eventsIn,
  evidence,
  freshName,
  ids,
  MemoryJournal,
  NOW,
  openLog,
  raw,
  review,
  stored,
} from './support.ts';

describe('a backup', () => {
  test('export, restore elsewhere, export: equal bytes', async () => {
    const log = await openLog();
    await log.append([review('a/1'), evidence('Ünïcödé ✓')]);
    await log.seal();
    await log.append(Array.from({ length: 600 }, (_, i) => review(`b/${i}`)));
    const bytes = await log.exportBackup();

    const journal = new MemoryJournal();
    const other = await openLog(freshName(), { now: () => NOW + 1e9, journal });
    const before = other.device;
    const heard: string[] = [];
    other.subscribe((events) => heard.push(...ids(events)));
    expect(await other.restoreBackup(bytes)).toEqual({ added: 602, known: 0 });
    expect(heard.sort()).toEqual(ids(await log.readAll()));
    expect(other.device).not.toBe(before);
    expect(other.device).not.toBe(log.device);
    expect(await other.exportBackup()).toEqual(bytes);
    expect(await other.restoreBackup(bytes)).toEqual({ added: 0, known: 602 });
    expect(await log.restoreBackup(bytes)).toEqual({ added: 0, known: 602 });
    expect(await log.exportBackup()).toEqual(bytes);
  });

  test('of any events: equal bytes after a restore, in any order and segmentation', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, fc.nat(), async (events, cut) => {
        const bytes = await makeBackup(events);
        const reversed = events.toReversed().map(withFieldsReversed);
        expect(await makeBackup(reversed)).toEqual(bytes);
        const store = raw(freshName());
        await addAllMissing(store, events.slice(0, cut % (events.length + 1)));
        await addAllMissing(store, await eventsIn(bytes));
        const restored = await readAllEvents(store);
        expect(byId(restored)).toEqual(byId(events));
        expect(await makeBackup(restored)).toEqual(bytes);
        store.close();
      }),
      { numRuns: 60 },
    );
  });

  test('is the same in every time zone and at every time', async () => {
    const events = [stored('a', 1), stored('b', 700)];
    const bytes = await makeBackup(events);
    for (const zone of ['Asia/Tokyo', 'America/Sao_Paulo', 'Pacific/Apia']) {
      vi.stubEnv('TZ', zone);
      expect(await makeBackup(events)).toEqual(bytes);
    }
    vi.unstubAllEnvs();
  });

  test('is cut by numbers, sorted, and described', async () => {
    const events = [stored('b', 501), stored('a', 500), stored('a', 501), stored('a', 1)];
    const files = unzipSync(await makeBackup(events));
    expect(Object.keys(files)).toEqual([
      'events/a/00000001.ndjson',
      'events/a/00000501.ndjson',
      'events/b/00000501.ndjson',
      'manifest.json',
    ]);
    const text = strFromU8(files['events/a/00000001.ndjson'] ?? new Uint8Array());
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([stored('a', 1), stored('a', 500)]);
    expect(text).toMatch(/^\{"card":"c\/1","d":"a","h":\d+,"n":1,/);
    expect(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      format: 'cairn-backup',
      schema: 1,
      devices: { a: 3, b: 1 },
    });
  });

  test('has nothing of the device that made it', async () => {
    const log = await openLog();
    await log.restoreBackup(await makeBackup([stored('a', 1)]));
    expect(await log.exportBackup()).toEqual(await makeBackup([stored('a', 1)]));
    const { device } = log;
    const content = Object.values(unzipSync(await log.exportBackup())).map((file) =>
      strFromU8(file),
    );
    expect(content.join()).not.toContain(device);
  });

  test('an empty log has one, too', async () => {
    const log = await openLog();
    expect(await log.restoreBackup(await log.exportBackup())).toEqual({ added: 0, known: 0 });
  });

  test('the time of the last one is a local record', async () => {
    const log = await openLog();
    expect(await log.lastBackupAt()).toBeUndefined();
    const bytes = await log.exportBackup();
    expect(await log.lastBackupAt()).toBe(NOW);
    expect(await log.exportBackup()).toEqual(bytes);
    expect(await log.readAll()).toEqual([]);
  });

  test('restoring 12,000 events: one transaction per 5,000', async () => {
    const events = Array.from({ length: 12_000 }, (_, i) => stored('a', i + 1));
    const log = await openLog();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await log.restoreBackup(await makeBackup(events));
    const transactions = new Set(
      put.mock.contexts.map((records) => (records as IDBObjectStore).transaction),
    );
    // One for the new device, three for the events.
    expect(transactions.size).toBe(4);
    expect(await log.readAll()).toHaveLength(12_000);
  });
});

describe('two events under one id', () => {
  test('are both kept, once, whichever way the backups travel', async () => {
    const mine = stored('cloned', 1, { card: 'mine' });
    const theirs = stored('cloned', 1, { card: 'theirs' });
    const [here, there] = [await openLog(), await openLog()];
    await here.restoreBackup(await makeBackup([mine]));
    await there.restoreBackup(await makeBackup([theirs]));

    const result = await here.restoreBackup(await there.exportBackup());
    expect(result).toEqual({ added: 1, known: 0 });
    const twin = await twinOf(theirs);
    expect(twin.d).toMatch(/^cloned\.[0-9a-f]{8}$/);
    expect(byId(await here.readAll())).toEqual(byId([mine, twin]));
    // Again, and back to where one of them came from: nothing doubles.
    expect(await here.restoreBackup(await makeBackup([theirs]))).toEqual({ added: 0, known: 1 });
    const back = await here.exportBackup();
    expect(await here.restoreBackup(back)).toEqual({ added: 0, known: 2 });
    expect(await there.restoreBackup(back)).toEqual({ added: 1, known: 1 });
    expect(byId(await there.readAll())).toEqual(byId([theirs, await twinOf(mine)]));
    expect(await there.restoreBackup(back)).toEqual({ added: 0, known: 2 });
  });

  test('a device with the longest name stays one', async () => {
    const twin = await twinOf(stored('d'.repeat(64), 1));
    expect(twin.d).toHaveLength(64);
    expect(await eventsIn(await makeBackup([twin]))).toEqual([twin]);
  });

  test('erased here, whole in an old backup: stays erased', async () => {
    const log = await openLog();
    const [event] = await log.append([evidence('secret')]);
    const old = await log.exportBackup();
    await log.erase(`${event?.d}:1`);
    expect(await log.restoreBackup(old)).toEqual({ added: 0, known: 1 });
    expect(JSON.stringify(await log.readAll())).not.toContain('secret');
  });
});

test('a restore reaches the journal and redacts what it says', async () => {
  const journal = new MemoryJournal();
  const log = await openLog(freshName(), { journal });
  const [event] = await log.append([evidence('secret')]);
  const compare = vi.spyOn(journal, 'compare');
  const redact = { ...stored('z', 1), t: 'redact', target: `${event?.d}:1` };
  await log.restoreBackup(await makeBackup([redact]));
  expect(compare).toHaveBeenCalled();
  expect(JSON.stringify(await log.readAll())).not.toContain('secret');
});

test('a restore that storage refuses rejects, and can be repeated', async () => {
  const name = freshName();
  const log = await openLog(name);
  const bytes = await makeBackup(Array.from({ length: 6_000 }, (_, i) => stored('a', i + 1)));
  let puts = 0;
  // oxlint-disable-next-line typescript/unbound-method -- called with its `this` below
  const original = IDBObjectStore.prototype.put;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (++puts > 12) throw new DOMException('full', 'QuotaExceededError');
    return original.apply(this, args);
  });
  await expect(log.restoreBackup(bytes)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  full.mockRestore();
  const kept = await raw(name)('readonly', (records) => promisifyRequest(records.count()));
  expect(kept).toBeGreaterThan(2);
  expect(await log.restoreBackup(bytes)).toEqual({ added: 1_000, known: 5_000 });
});

const withFieldsReversed = <T extends object>(event: T): T =>
  Object.fromEntries(Object.entries(event).toReversed()) as T;
