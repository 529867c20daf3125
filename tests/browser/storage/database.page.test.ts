import { get } from 'idb-keyval';
import { expect, test } from 'vitest';
import type { StoredEvent } from '../../../src/domain/log/event.ts';
import { openStore } from '../../../src/storage/read-events.ts';
import { deleteDatabase, freshName, ids, open, openCompared, review } from './support.ts';

test('each write asks the browser for strict durability', async () => {
  const store = openStore(freshName());
  const durability = await store('readwrite', (records) => records.transaction.durability);
  expect(durability).toBe('strict');
  store.close();
});

test('a proxy cannot be cloned: a snapshot of it is refused, a fact is stored as data', async () => {
  const name = freshName();
  const { store: log } = await open(name);
  const proxy = new Proxy({ a: 1 }, {});
  await expect(log.saveSnapshot({ format: 1, covers: {}, state: proxy })).rejects.toMatchObject({
    name: 'DataCloneError',
  });
  const store = openStore(name);
  expect(await get(['snapshot'], store)).toBeUndefined();
  store.close();
  await log.append([{ t: 'setting', key: 'x', value: proxy }]);
  expect(await log.readAll()).toMatchObject([{ value: { a: 1 } }]);
});

test('a snapshot with typed arrays comes back, and the tail is what it does not cover', async () => {
  const name = freshName();
  const { store: log } = await open(name);
  await log.append([review('a/1'), review('a/2')]);
  await log.seal();
  const state = { due: new Float64Array([1.5, 2.5]) };
  await log.saveSnapshot({ format: 1, covers: { [log.device]: 1 }, state });
  await log.close();
  const again = await open(name);
  expect(again.snapshot?.state).toEqual(state);
  expect(ids(again.tail)).toEqual([`${log.device}:2`]);
});

test('a database deleted under an open tab blocks nobody, and the tab writes on', async () => {
  const name = freshName();
  const { store: log } = await openCompared(name);
  const [before] = await log.append([review('a/1')]);
  expect(await deleteDatabase(name)).toBe(false);
  const [after] = await log.append([review('a/2')]);
  expect(after?.d).not.toBe(before?.d);
  await log.close();
  const again = await openCompared(name);
  expect(ids(await again.store.readAll())).toEqual([`${before?.d}:1`, `${after?.d}:1`].sort());
});

test('a worker can read everything', async () => {
  const name = freshName();
  const { store: log } = await open(name);
  const events = await log.append(Array.from({ length: 700 }, (_, i) => review(`a/${i}`)));
  await log.seal();
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  const read = await new Promise<StoredEvent[]>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<StoredEvent[]>) => resolve(data);
    worker.postMessage(name);
  });
  worker.terminate();
  expect(ids(read)).toEqual(ids(events));
});

test('a backup goes round in a real browser', async () => {
  const { store: log } = await open(freshName());
  await log.append(Array.from({ length: 1_100 }, (_, i) => review(`a/${i}`)));
  const bytes = await log.exportBackup();
  const { store: other } = await open(freshName());
  expect(await other.restoreBackup(bytes)).toEqual({ added: 1_100, known: 0 });
  expect(await other.exportBackup()).toEqual(bytes);
});
