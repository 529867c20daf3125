import { forceCloseDatabase } from 'fake-indexeddb';
import { get, promisifyRequest, set, setMany } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import { troubleOf } from '../../../src/storage/errors.ts';
import { freshName, raw } from './support.ts';

const nameOf = (error: unknown): string => (error as Error).name;

describe('the store', () => {
  test('asks for strict durability', async () => {
    const store = raw(freshName());
    const modes = await store('readwrite', (records) => {
      records.put(1, ['x']);
      return records.transaction.durability;
    });
    expect(modes).toBe('strict');
  });

  test('a callback that throws leaves nothing of what it wrote', async () => {
    const store = raw(freshName());
    await expect(
      store('readwrite', (records) => {
        records.put(1, ['x']);
        throw new RangeError('no');
      }),
    ).rejects.toThrow(RangeError);
    await expect(
      store('readwrite', async (records) => {
        await promisifyRequest(records.put(1, ['y']));
        throw new RangeError('no');
      }),
    ).rejects.toThrow(RangeError);
    expect(await get(['x'], store)).toBeUndefined();
    expect(await get(['y'], store)).toBeUndefined();
  });

  test('setMany is all or nothing when one value cannot be cloned', async () => {
    const store = raw(freshName());
    const proxy = new Proxy({}, {});
    const failure = await setMany(
      [
        [['a'], 1],
        [['b'], { listener: () => proxy }],
      ],
      store,
    ).catch(nameOf);
    expect(failure).toBe('DataCloneError');
    expect(await get(['a'], store)).toBeUndefined();
  });

  test('an error of a request that nobody awaits rejects the write', async () => {
    const store = raw(freshName());
    await set(['x'], 1, store);
    const failure = await store('readwrite', (records) => void records.add(2, ['x'])).catch(nameOf);
    expect(failure).toBe('ConstraintError');
    expect(await get(['x'], store)).toBe(1);
  });

  test('writes after the browser has closed the connection', async () => {
    const store = raw(freshName());
    const database = await store('readwrite', (records) => {
      records.put(1, ['x']);
      return records.transaction.db;
    });
    forceCloseDatabase(database as never);
    await set(['y'], 2, store);
    expect(await get(['x'], store)).toBe(1);
    expect(await get(['y'], store)).toBe(2);
  });

  test('retries a dead handle once, on a new one', async () => {
    const store = raw(freshName());
    await set(['x'], 1, store);
    const opened = vi.spyOn(indexedDB, 'open');
    const dead = () => {
      throw new DOMException('closing', 'InvalidStateError');
    };
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(dead);
    expect(await get(['x'], store)).toBe(1);
    expect(opened).toHaveBeenCalledTimes(1);

    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(dead);
    expect(await get(['x'], store).catch(nameOf)).toBe('InvalidStateError');
    expect(opened).toHaveBeenCalledTimes(2);
  });

  test('gives way to a deletion, and works again afterwards', async () => {
    const name = freshName();
    const store = raw(name);
    await set(['x'], 1, store);
    await promisifyRequest(indexedDB.deleteDatabase(name));
    expect(await get(['x'], store)).toBeUndefined();
    await set(['x'], 2, store);
    expect(await get(['x'], store)).toBe(2);
  });

  test('an open that is never answered fails in time, and the next one may succeed', async () => {
    const store = raw(freshName(), { openWithin: 1 });
    const silent = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
    const failure: unknown = await get(['x'], store).catch((error: unknown) => error);
    expect(troubleOf(failure)).toBe('blocked');
    silent.mockRestore();
    expect(await get(['x'], raw(freshName()))).toBeUndefined();
  });

  test('a write that hangs is aborted in time', async () => {
    const store = raw(freshName(), { writeWithin: 1 });
    const failure: unknown = await store('readwrite', (records) => {
      records.put(1, ['x']);
      // Keeps the transaction open for ever, as a stuck browser does.
      const again = (): void => {
        records.get(['x']).addEventListener('success', again);
      };
      again();
      return new Promise<never>(() => undefined);
    }).catch((error: unknown) => error);
    expect(troubleOf(failure)).toBe('blocked');
    expect(await get(['x'], store)).toBeUndefined();
  });

  test('says what is the matter when there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const failure: unknown = await get(['x'], raw('none')).catch((error: unknown) => error);
    expect(troubleOf(failure)).toBe('unavailable');
  });
});
