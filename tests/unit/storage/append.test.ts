import { get, promisifyRequest, set } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import type { Fact, Review } from '../../../src/domain/log/event.ts';
import { freshName, ids, MemoryJournal, NOW, open, openLog, raw, review } from './support.ts';

describe('append', () => {
  test('numbers from 1 without gaps and puts the envelope around each fact', async () => {
    const log = await openLog();
    const first = await log.append([review('a/1'), review('a/2')]);
    const [third] = await log.append([review('a/3')]);
    expect(first.map(({ n }) => n)).toEqual([1, 2]);
    expect(third).toEqual({
      ...review('a/3'),
      v: 1,
      d: log.device,
      n: 3,
      h: NOW + 2,
      w: NOW,
      z: 'Europe/Berlin',
    });
    expect(await log.append([])).toEqual([]);
    expect(ids(await log.readAll())).toEqual([1, 2, 3].map((n) => `${log.device}:${n}`));
  });

  test('a device is 12 characters of base 36', async () => {
    const names = await Promise.all([openLog(), openLog(), openLog()]);
    for (const { device } of names) expect(device).toMatch(/^[0-9a-z]{12}$/);
    expect(new Set(names.map(({ device }) => device)).size).toBe(3);
  });

  test('the device record says what was drawn', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review(), review()]);
    expect(await get(['device'], raw(name))).toEqual({ d: log.device, n: 2, h: NOW + 1 });
    expect(await get(['schema'], raw(name))).toEqual({ version: 1 });
  });

  test('is there after reopening, and the numbers go on', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review('a/1')]);
    await log.close();
    const again = await open(name);
    expect(ids(again.tail)).toEqual([`${log.device}:1`]);
    const [event] = await again.store.append([review('a/2')]);
    expect(event).toMatchObject({ d: log.device, n: 2 });
  });

  test('two connections, 2 × 500 appends: nothing lost, no number drawn twice', async () => {
    const name = freshName();
    const logs = [await openLog(name), await openLog(name)];
    expect(logs[0]?.device).toBe(logs[1]?.device);
    const appended = await Promise.all(
      logs.flatMap((log, tab) =>
        Array.from({ length: 500 }, (_, i) => log.append([review(`${tab}/${i}`)])),
      ),
    );
    const all = (await logs[0]?.readAll()) ?? [];
    expect(ids(all)).toEqual(ids(appended.flat()));
    expect(all.map(({ n }) => n).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 1),
    );
    expect(new Set((all as unknown as Review[]).map(({ card }) => card)).size).toBe(1000);
  }, 30_000);

  test('all facts or none', async () => {
    const log = await openLog();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const facts: Fact[] = [review('a/1'), { t: 'setting', key: 'x', value: circle }];
    // Rejected or thrown: in any case the caller is told, and nothing is written.
    await expect((async () => log.append(facts))()).rejects.toThrow(TypeError);
    expect(await log.readAll()).toEqual([]);
    expect(log.status.kind).toBe('ok');
    const [next] = await log.append([review('a/2')]);
    expect(next?.n).toBe(1);
  });

  test('a value that the database cannot clone surfaces and leaves nothing', async () => {
    const log = await openLog();
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('a proxy', 'DataCloneError');
    });
    await expect(log.append([review(), review()])).rejects.toThrow('a proxy');
    add.mockRestore();
    expect(await log.readAll()).toEqual([]);
    expect((await log.append([review()]))[0]?.n).toBe(1);
  });

  test('a proxy of a fact is stored as plain data', async () => {
    const log = await openLog();
    const facts = new Proxy([new Proxy(review('a/1'), {})], {});
    await log.append(facts);
    expect(await log.readAll()).toMatchObject([review('a/1')]);
  });

  test('a fact can neither forge its envelope nor carry a prototype', async () => {
    const log = await openLog();
    const forged = JSON.parse(
      '{"t":"setting","key":"k","d":"other","n":99,"value":{"__proto__":{"admin":true}}}',
    ) as Fact;
    const [event] = await log.append([forged]);
    expect(event).toMatchObject({ d: log.device, n: 1 });
    expect(JSON.stringify(await log.readAll())).not.toContain('admin');
  });

  test('an event is added, never overwritten: a taken number makes another device', async () => {
    const name = freshName();
    const log = await openLog(name);
    const [kept] = await log.append([review('a/1')]);
    // As after a partial loss: the record is older than the events.
    await set(['device'], { d: kept?.d, n: 0, h: 0 }, raw(name));
    const [other] = await log.append([review('a/2')]);
    expect(other?.d).not.toBe(kept?.d);
    expect(ids(await log.readAll())).toEqual(ids([kept, other].filter((e) => e !== undefined)));
    expect(log.status.kind).toBe('ok');
  });

  test('a write that did arrive although its connection broke is not written again', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review('a/1')]);
    // The commit happens, and is then reported as if the connection had been lost.
    // oxlint-disable-next-line typescript/unbound-method -- called with its `this` below
    const original = IDBTransaction.prototype.addEventListener;
    const listen = vi
      .spyOn(IDBTransaction.prototype, 'addEventListener')
      .mockImplementation(function (this: IDBTransaction, type: string, listener: unknown) {
        // The simulated database listens, too; its listeners must go on working.
        const isOurs = /resolve\(\)|reject\(/.test(String(listener));
        if (isOurs && type === 'complete') return;
        original.call(this, isOurs ? 'complete' : type, listener as EventListener);
      });
    const [event] = await log.append([review('a/2')]);
    listen.mockRestore();
    expect(event).toMatchObject({ d: log.device, n: 2 });
    expect(log.status.kind).toBe('ok');
    expect(await log.readAll()).toHaveLength(2);
  });
});

describe('clocks', () => {
  test.each([
    ['set to 2040', Date.UTC(2040, 0, 1)],
    ['set to 1999', Date.UTC(1999, 0, 1)],
    ['at zero', 0],
  ])('a clock %s stops nothing, and poisons nothing', async (_, wrong) => {
    const name = freshName();
    let clock = NOW;
    const log = await openLog(name, { now: () => clock });
    await log.append([review()]);
    clock = wrong;
    const [odd] = await log.append([review()]);
    expect(odd?.w).toBe(wrong);
    clock = NOW + 5000;
    const [after] = await log.append([review()]);
    expect(after?.h).toBe(NOW + 5000);
    expect(await log.readAll()).toHaveLength(3);
  });

  test('the clock goes past everything seen, also after reopening', async () => {
    const name = freshName();
    const log = await openLog(name, { now: () => NOW + 1000 });
    await log.append([review()]);
    await log.close();
    const again = await openLog(name, { now: () => NOW });
    const [event] = await again.append([review()]);
    expect(event).toMatchObject({ h: NOW + 1001, w: NOW });
  });
});

describe('the second copy', () => {
  test('gets what was appended before append resolves', async () => {
    const journal = new MemoryJournal();
    const log = await openLog(freshName(), { journal });
    const events = await log.append([review('a/1'), review('a/2')]);
    expect(ids(journal.events.values())).toEqual(ids(events));
    expect(log.status).toEqual({ kind: 'ok', copies: 2, damagedLines: 0 });
  });

  test('a journal that is still being opened is not waited for, and gets the events when it is open', async () => {
    const journal = new MemoryJournal();
    let finish = (): void => undefined;
    const opening = new Promise<undefined>((resolve) => (finish = () => resolve(undefined)));
    vi.spyOn(journal, 'open').mockReturnValue(opening);
    const log = await openLog(freshName(), { journal });
    const events = await log.append([review()]);
    expect(ids(await log.readAll())).toEqual(ids(events));
    expect(log.status).toMatchObject({ kind: 'ok', copies: 1, oneCopyBecause: 'starting' });
    finish();
    await vi.waitFor(() => {
      expect(ids(journal.events.values())).toEqual(ids(events));
    });
  });

  test('the copies are compared when nothing has been written for a while', async () => {
    const journal = new MemoryJournal();
    const compare = vi.spyOn(journal, 'compare');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const log = await openLog(freshName(), { journal, calmAfter: 3_000 });
    await log.append([review('a/1')]);
    await vi.advanceTimersByTimeAsync(2_000);
    const events = await log.append([review('a/2')]);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(compare).not.toHaveBeenCalled();
    expect(ids(journal.events.values())).toEqual(expect.arrayContaining(ids(events)));
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => {
      expect(compare).toHaveBeenCalledTimes(1);
    });
  });

  test('a log that was closed is left alone, however calm it is', async () => {
    const journal = new MemoryJournal();
    const compare = vi.spyOn(journal, 'compare');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const name = freshName();
    const log = await openLog(name, { journal, calmAfter: 3_000 });
    await vi.advanceTimersByTimeAsync(1);
    await log.append([review()]);
    await log.close();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    // Waits in vain as long as a connection is open.
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('The log has opened its database again'));
    });
    expect(compare).not.toHaveBeenCalled();
  });

  test('a journal that hangs costs a second once', async () => {
    const journal = new MemoryJournal();
    const log = await openLog(freshName(), { journal });
    await log.append([review()]);
    // An answer waits less for a journal that is being opened still.
    await vi.waitFor(() => {
      expect(log.status.copies).toBe(2);
    });
    let release = (): void => undefined;
    const reached = new Promise<void>((arrived) => {
      vi.spyOn(journal, 'append').mockImplementation(
        () =>
          new Promise((resolve) => {
            release = resolve;
            arrived();
          }),
      );
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isDone = false;
    const pending = log.append([review()]).then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(0);
    await reached;
    await vi.advanceTimersByTimeAsync(999);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await pending;
    expect(log.status).toMatchObject({ kind: 'ok', copies: 1, oneCopyBecause: 'slow' });
    await log.append([review()]);
    expect(await log.readAll()).toHaveLength(3);
    release();
    await vi.waitFor(() => {
      expect(log.status.copies).toBe(2);
    });
  });

  test('a journal that fails is said to, and compared as soon as it works again', async () => {
    const journal = new MemoryJournal();
    const compare = vi.spyOn(journal, 'compare');
    const log = await openLog(freshName(), { journal });
    await vi.waitFor(() => {
      expect(compare).toHaveBeenCalledTimes(1);
    });
    await log.append([review()]);
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
    await log.append([review()]);
    expect(log.status).toMatchObject({ kind: 'ok', copies: 1, oneCopyBecause: 'failed' });
    expect(compare).toHaveBeenCalledTimes(1);
    await log.append([review()]);
    expect(compare).toHaveBeenCalledTimes(2);
    expect(log.status.copies).toBe(2);
  });

  test('without OPFS there is one copy, and a reason', async () => {
    const log = await openLog();
    await log.append([review()]);
    expect(log.status).toEqual({
      kind: 'ok',
      copies: 1,
      oneCopyBecause: 'unsupported',
      damagedLines: 0,
    });
  });

  test('the status is told when it changes', async () => {
    const log = await openLog();
    const seen: string[] = [];
    const stop = log.onStatus(({ oneCopyBecause }) => seen.push(oneCopyBecause ?? 'none'));
    await log.append([review()]);
    stop();
    expect(seen).toEqual(['unsupported']);
  });
});

test('an open database keeps fresh events under their own keys, without cursors', async () => {
  const name = freshName();
  const cursor = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
  const log = await openLog(name);
  const [event] = await log.append([review()]);
  await log.seal();
  await log.append([review()]);
  const keys = await raw(name)('readonly', (records) => promisifyRequest(records.getAllKeys()));
  expect(keys).toContainEqual(['e', event?.d, 2]);
  expect(keys).toContainEqual(['s', event?.d, 1]);
  await log.readAll();
  expect(cursor).not.toHaveBeenCalled();
});

describe('the session under way', () => {
  test('is kept beside the log: there after reopening, in no backup, gone after a wipe', async () => {
    const name = freshName();
    const log = await openLog(name);
    expect(await log.sitting()).toBeUndefined();
    await log.keepSitting({ v: 1, plan: ['a/1'] });
    await log.keepSitting({ v: 1, plan: ['a/2'] });
    await log.close();
    const again = await openLog(name, { journal: new MemoryJournal() });
    expect(await again.sitting()).toEqual({ v: 1, plan: ['a/2'] });
    expect(await again.readAll()).toEqual([]);
    await again.wipe();
    expect(await again.sitting()).toBeUndefined();
  });

  test('is not missed where the database cannot be used', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const log = await openLog();
    await log.keepSitting({ v: 1 });
    expect(await log.sitting()).toBeUndefined();
  });
});
