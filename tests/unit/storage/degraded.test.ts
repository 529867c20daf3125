import { get, set } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import { NewerSchemaError, OutdatedTabError } from '../../../src/storage/errors.ts';
import { migrate } from '../../../src/storage/migrate.ts';
import { eventsIn, freshName, ids, MemoryJournal, open, openLog, raw, review } from './support.ts';

const failing = (name: string) =>
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no', name);
  });

/** Lets the back-off of the log pass. */
const later = (ms: number): void => {
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + ms);
};

describe('when the disk is full', () => {
  test('the event waits under a device of its own, is in exports, and is written later', async () => {
    const name = freshName();
    const log = await openLog(name);
    const [first] = await log.append([review('a/1')]);
    const full = failing('QuotaExceededError');
    const [second] = await log.append([review('a/2')]);
    const [third] = await log.append([review('a/3')]);
    expect(log.status).toMatchObject({ kind: 'degraded', reason: 'quota', queued: 2 });
    expect(second?.d).not.toBe(first?.d);
    expect([second?.n, third?.n]).toEqual([1, 2]);
    expect(third?.d).toBe(second?.d);
    expect(log.device).toBe(second?.d);

    const all = [first, second, third].filter((event) => event !== undefined);
    expect(ids(await log.readAll())).toEqual(ids(all));
    expect(ids(await eventsIn(await log.exportBackup()))).toEqual(ids(all));
    expect(ids(await log.readSince({ [first?.d ?? '']: 1 }))).toEqual(ids(all.slice(1)));

    full.mockRestore();
    // Not before the back-off has passed: a full disk must not be asked at each answer.
    const [fourth] = await log.append([review('a/4')]);
    expect(fourth?.n).toBe(3);
    expect(log.status.kind).toBe('degraded');
    later(1_000);
    const [fifth] = await log.append([review('a/5')]);
    expect(log.status.kind).toBe('ok');
    expect(fifth).toMatchObject({ d: first?.d, n: 2 });
    failing('QuotaExceededError');
    const [sixth] = await log.append([review('a/6')]);
    // The numbers of the device in memory go on; those before are not kept twice.
    expect(sixth).toMatchObject({ d: second?.d, n: 4 });
    expect(log.status).toMatchObject({ kind: 'degraded', queued: 1 });
    await log.close();
    const expected = ids([...all, fourth, fifth].filter((event) => event !== undefined));
    expect(ids((await open(name)).tail)).toEqual(expected);
  });

  test('the back-off grows', async () => {
    const log = await openLog();
    const full = failing('QuotaExceededError');
    let now = 1_000_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const triesAfter = async (ms: number): Promise<number> => {
      full.mockClear();
      now += ms;
      await log.append([review()]);
      return full.mock.calls.length;
    };
    expect(await triesAfter(0)).toBe(1);
    expect(await triesAfter(999)).toBe(0);
    expect(await triesAfter(1)).toBe(1);
    expect(await triesAfter(1_999)).toBe(0);
    expect(await triesAfter(1)).toBe(1);
  });

  test('the end of a session tries again', async () => {
    const log = await openLog();
    const full = failing('QuotaExceededError');
    await log.append([review()]);
    full.mockRestore();
    later(1_000);
    await log.seal();
    expect(log.status.kind).toBe('ok');
    expect(await log.readAll()).toHaveLength(1);
  });

  test('the end of a session does not reject when the other tabs cannot be told', async () => {
    const log = await openLog();
    const full = failing('QuotaExceededError');
    await log.append([review()]);
    full.mockRestore();
    later(1_000);
    vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    await expect(log.seal()).resolves.toBeUndefined();
    expect(await log.readAll()).toHaveLength(1);
  });

  test('the journal still gets the events', async () => {
    const journal = new MemoryJournal();
    const log = await openLog(freshName(), { journal });
    failing('QuotaExceededError');
    const events = await log.append([review()]);
    expect(ids(journal.events.values())).toEqual(ids(events));
    expect(log.status).toMatchObject({ kind: 'degraded', copies: 1 });
  });

  test('no snapshot may cover what is not on the disk', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review()]);
    const full = failing('QuotaExceededError');
    await log.append([review()]);
    full.mockRestore();
    await log.saveSnapshot({ format: 1, covers: {}, state: null });
    expect(await get(['snapshot'], raw(name))).toBeUndefined();
  });

  test('what waits is not written twice when another tab has taken it from the journal', async () => {
    const name = freshName();
    const log = await openLog(name);
    const full = failing('QuotaExceededError');
    const [waiting] = await log.append([review()]);
    full.mockRestore();
    await raw(name)(
      'readwrite',
      (records) => void records.put([waiting], ['s', waiting?.d ?? '', 1]),
    );
    expect(await log.readAll()).toHaveLength(1);
    later(1_000);
    await log.append([review()]);
    expect(await log.readAll()).toHaveLength(2);
  });
});

test('a database that is blocked: the log works in memory, and in the database when that answers', async () => {
  const name = freshName();
  const before = await openLog(name);
  const [old] = await before.append([review('old/1')]);
  await before.close();

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
  const opening = open(name);
  await vi.advanceTimersByTimeAsync(5_000);
  const { store: log, tail, missing } = await opening;
  expect({ tail, missing }).toEqual({ tail: [], missing: false });
  expect(log.status).toMatchObject({ kind: 'degraded', reason: 'blocked', queued: 0 });
  const [event] = await log.append([review('new/1')]);
  const reading = log.readAll();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await reading).toEqual([event]);

  silent.mockRestore();
  vi.useRealTimers();
  const heard: string[] = [];
  log.subscribe((events) => heard.push(...ids(events)));
  later(1_000);
  const [next] = await log.append([review('new/2')]);
  expect(log.status.kind).toBe('ok');
  expect(next?.d).toBe(old?.d);
  // What it could not read at the start.
  await vi.waitFor(() => {
    expect(heard).toEqual([`${old?.d}:1`]);
  });
  expect(ids(await log.readAll())).toEqual(
    ids([old, event, next].filter((known) => known !== undefined)),
  );
});

test('a database that failed is tried again without being asked', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const name = freshName();
  const log = await openLog(name);
  const broken = failing('UnknownError');
  const [event] = await log.append([review()]);
  expect(log.status).toMatchObject({ kind: 'degraded', reason: 'failed', queued: 1 });
  broken.mockRestore();
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log.status.kind).toBe('ok');
  });
  expect(await get(['s', event?.d ?? '', 1], raw(name))).toEqual([event]);
});

test('without IndexedDB everything works, in memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const journal = new MemoryJournal();
  const { store: log, missing } = await open(freshName(), { journal });
  expect(missing).toBe(false);
  await log.append([review(), review()]);
  expect(log.status).toMatchObject({ kind: 'degraded', reason: 'unavailable', queued: 2 });
  expect(await log.readAll()).toHaveLength(2);
  expect(await eventsIn(await log.exportBackup())).toHaveLength(2);
  expect(await log.lastBackupAt()).toBeUndefined();
  await log.askToPersist();
  await log.seal();
});

test('without IndexedDB the journal is shown', async () => {
  const journal = new MemoryJournal();
  const other = await openLog(freshName(), { journal });
  const events = await other.append([review()]);
  vi.stubGlobal('indexedDB', undefined);
  const { tail } = await open(freshName(), { journal });
  expect(ids(tail)).toEqual(ids(events));
});

describe('schema', () => {
  test('a newer one is not opened', async () => {
    const name = freshName();
    await (await openLog(name)).close();
    await set(['schema'], { version: 2 }, raw(name));
    await expect(open(name)).rejects.toThrow(NewerSchemaError);
  });

  test('a newer version of the database is not opened either', async () => {
    const name = freshName();
    await new Promise((done) => {
      const request = indexedDB.open(name, 2);
      request.onsuccess = () => {
        request.result.close();
        done(undefined);
      };
    });
    await expect(open(name)).rejects.toThrow(NewerSchemaError);
  });

  test('a tab that was overtaken stops writing, says so, and keeps what it was told', async () => {
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openLog(name, { journal });
    const [first] = await log.append([review('a/1')]);
    await set(['schema'], { version: 2 }, raw(name));
    const [second] = await log.append([review('a/2')]);
    expect(second).toMatchObject({ card: 'a/2', n: 1 });
    expect(log.status).toMatchObject({ kind: 'degraded', reason: 'outdated', queued: 1 });
    const [third] = await log.append([review('a/3')]);
    expect(third).toMatchObject({ card: 'a/3', d: second?.d, n: 2 });
    expect(log.status).toMatchObject({ reason: 'outdated', queued: 2, copies: 0 });
    const all = ids([first, second, third].filter((event) => event !== undefined));
    expect(ids(journal.events.values())).toEqual(all.filter((id) => id === `${first?.d}:1`));
    await expect(log.saveSnapshot({ format: 1, covers: {}, state: 1 })).rejects.toThrow(
      OutdatedTabError,
    );
    await expect(log.wipe()).rejects.toThrow(OutdatedTabError);
    await log.seal();
    const records = raw(name);
    expect(await get(['e', first?.d ?? '', 2], records)).toBeUndefined();
    expect(await get(['e', log.device, 1], records)).toBeUndefined();
    expect(await get(['snapshot'], records)).toBeUndefined();
    expect(ids(await eventsIn(await log.exportBackup()))).toEqual(all);
  });

  test('a tab that is overtaken while a write waits keeps that too, once', async () => {
    const name = freshName();
    const log = await openLog(name);
    const full = failing('QuotaExceededError');
    const [first] = await log.append([review('a/1')]);
    full.mockRestore();
    await set(['schema'], { version: 2 }, raw(name));
    later(1_000);
    const both = await Promise.all([log.append([review('a/2')]), log.append([review('a/3')])]);
    expect(log.status).toMatchObject({ kind: 'degraded', reason: 'outdated', queued: 3 });
    expect(ids(await eventsIn(await log.exportBackup()))).toEqual(
      ids([first, ...both.flat()].filter((event) => event !== undefined)),
    );
  });

  test('steps run once, in order, all or none', async () => {
    const name = freshName();
    const store = raw(name);
    await set(['schema'], { version: 1 }, store);
    const step = (label: string) => async (records: IDBObjectStore) => {
      const old = await new Promise<string>((resolve) => {
        const request = records.get(['x']);
        request.onsuccess = () => resolve((request.result as string | undefined) ?? '');
      });
      records.put(old + label, ['x']);
    };
    const broken = () => Promise.reject(new RangeError('broken'));
    await expect(migrate(store, name, [step('a'), broken])).rejects.toThrow('broken');
    expect(await get(['x'], store)).toBeUndefined();
    expect(await get(['schema'], store)).toEqual({ version: 1 });
    await Promise.all([
      migrate(store, name, [step('a'), step('b')]),
      migrate(raw(name), name, [step('a'), step('b')]),
    ]);
    expect(await get(['x'], store)).toBe('ab');
    expect(await get(['schema'], store)).toEqual({ version: 3 });
    await expect(migrate(store, name, [step('a')])).rejects.toThrow(NewerSchemaError);
  });
});
