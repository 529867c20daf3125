import { get, set } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import {
  freshName,
  ids,
  MemoryJournal,
  open,
  openLog,
  raw,
  review,
  stored,
  stubLocalStorage,
} from './support.ts';

const emptied = async (name: string): Promise<void> => {
  await raw(name)('readwrite', (records) => void records.clear());
};

describe('opening', () => {
  test('an empty origin is a new person, and stays one until something was appended', async () => {
    stubLocalStorage();
    const name = freshName();
    const first = await open(name);
    expect(first).toMatchObject({ tail: [], missing: false, restoredFromJournal: 0 });
    await first.store.close();
    const second = await open(name);
    expect(second.missing).toBe(false);
    expect(second.store.device).toBe(first.store.device);
  });

  test('a database that lost everything is restored from the journal first', async () => {
    stubLocalStorage();
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openLog(name, { journal });
    const events = await log.append([review('a/1'), review('a/2')]);
    await log.close();
    await emptied(name);

    const again = await open(name, { journal });
    expect(again.restoredFromJournal).toBe(2);
    expect(again.missing).toBe(false);
    expect(ids(again.tail)).toEqual(ids(events));
    expect(again.store.device).not.toBe(log.device);
    const [next] = await again.store.append([review('a/3')]);
    expect(next).toMatchObject({ d: again.store.device, n: 1 });
    expect(next?.h).toBeGreaterThan(events[1]?.h ?? Infinity);
    expect(ids(await again.store.readAll())).toEqual(ids([...events, next ?? stored('x', 1)]));
    await again.store.close();
    expect((await open(name, { journal })).restoredFromJournal).toBe(0);
  });

  test('a lost device record alone is noticed too', async () => {
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openLog(name, { journal });
    const events = await log.append([review('a/1')]);
    await log.close();
    await raw(name)('readwrite', (records) => void records.delete(['device']));
    const again = await open(name, { journal });
    expect(ids(again.tail)).toEqual(ids(events));
    expect(again.store.device).not.toBe(log.device);
  });

  test('both copies empty although there were events: missing, until the loss is accepted', async () => {
    stubLocalStorage();
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openLog(name, { journal });
    await log.append([review()]);
    await log.close();
    await emptied(name);
    await journal.clear();

    const first = await open(name, { journal });
    expect(first).toMatchObject({ tail: [], missing: true });
    await first.store.close();
    const second = await open(name, { journal });
    expect(second.missing).toBe(true);
    await second.store.acceptLoss();
    await second.store.close();
    expect((await open(name, { journal })).missing).toBe(false);
  });

  test('missing ends when the journal can be read again', async () => {
    stubLocalStorage();
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openLog(name, { journal });
    const events = await log.append([review()]);
    await log.close();
    await emptied(name);
    vi.spyOn(journal, 'readAll').mockRejectedValueOnce(new Error('no worker'));
    const first = await open(name, { journal });
    expect(first.missing).toBe(true);
    await first.store.close();
    const second = await open(name, { journal });
    expect(second).toMatchObject({ missing: false, restoredFromJournal: 1 });
    expect(ids(second.tail)).toEqual(ids(events));
  });

  test('missing ends with a restore', async () => {
    stubLocalStorage();
    const name = freshName();
    const log = await openLog(name);
    await log.append([review()]);
    const backup = await log.exportBackup();
    await log.close();
    await emptied(name);
    const lost = await open(name);
    expect(lost.missing).toBe(true);
    await lost.store.restoreBackup(backup);
    await lost.store.close();
    expect(await open(name)).toMatchObject({ missing: false, tail: { length: 1 } });
  });

  test('localStorage that throws changes nothing', async () => {
    const items = stubLocalStorage();
    items.get = () => {
      throw new DOMException('', 'SecurityError');
    };
    const { store, missing } = await open(freshName());
    expect(missing).toBe(false);
    await store.append([review()]);
    await store.acceptLoss();
  });
});

describe('snapshots', () => {
  test('the tail is what the snapshot does not cover, sealed or not', async () => {
    const name = freshName();
    const log = await openLog(name);
    const events = await log.append(Array.from({ length: 1_203 }, (_, i) => review(`a/${i}`)));
    await log.seal();
    const later = await log.append([review('b/1')]);
    const state = { stability: new Float32Array([1, 2]) };
    await log.saveSnapshot({ format: 1, covers: { [log.device]: 700 }, state, bytes: 8 });
    await log.close();

    const again = await open(name);
    expect(again.snapshot).toEqual({ format: 1, covers: { [log.device]: 700 }, state, bytes: 8 });
    expect(ids(again.tail)).toEqual(ids([...events.slice(700), ...later]));
    await again.store.dropSnapshot();
    await again.store.close();
    const whole = await open(name);
    expect(whole.snapshot).toBeUndefined();
    expect(whole.tail).toHaveLength(1_204);
  });

  test('one of another format is ignored', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review()]);
    await log.saveSnapshot({ format: 1, covers: { [log.device]: 1 }, state: 1 });
    await log.close();
    const newer = await open(name, { snapshotFormat: 2 });
    expect(newer.snapshot).toBeUndefined();
    expect(newer.tail).toHaveLength(1);
  });

  test('a state that cannot be cloned surfaces, and the old snapshot stays', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review()]);
    await log.saveSnapshot({ format: 1, covers: {}, state: 'old' });
    await expect(log.saveSnapshot({ format: 1, covers: {}, state: () => 1 })).rejects.toMatchObject(
      { name: 'DataCloneError' },
    );
    expect(await get(['snapshot'], raw(name))).toMatchObject({ state: 'old' });
  });

  test('another device of the database (a restore, a wipe elsewhere) keeps an old tab from saving', async () => {
    const name = freshName();
    const log = await openLog(name);
    await log.append([review()]);
    await set(['device'], { d: 'renewedelsew', n: 0, h: 0 }, raw(name));
    await log.saveSnapshot({ format: 1, covers: {}, state: 1 });
    expect(await get(['snapshot'], raw(name))).toBeUndefined();
  });
});
