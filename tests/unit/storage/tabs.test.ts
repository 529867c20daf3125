import { get } from 'idb-keyval';
import { describe, expect, test, vi } from 'vitest';
import type { StoredEvent } from '../../../src/domain/log/event.ts';
import { addAllMissing } from '../../../src/storage/add-events.ts';
import { redactedCopy } from '../../../src/storage/erase.ts';
import type { LogStore } from '../../../src/storage/log-store.ts';
import {
  evidence,
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

const listen = (log: LogStore): StoredEvent[] => {
  const heard: StoredEvent[] = [];
  log.subscribe((events) => heard.push(...events));
  return heard;
};

/** A log whose later-loaded part is there, so that it hears the others. */
const openListening = async (name: string, journal = new MemoryJournal()): Promise<LogStore> => {
  const log = await openLog(name, { journal });
  await vi.waitFor(() => {
    expect(log.status.copies).toBe(2);
  });
  return log;
};

describe('two tabs', () => {
  test('each hears what the other appended, once, and not itself', async () => {
    const name = freshName();
    const [one, two] = [await openListening(name), await openListening(name)];
    const heard = [listen(one), listen(two)];
    const mine = await one.append([review('a/1'), review('a/2')]);
    const theirs = await two.append([review('b/1')]);
    await vi.waitFor(() => {
      expect(heard[0]).toEqual(theirs);
      expect(heard[1]).toEqual(mine);
    });
  });

  test('what came before anybody listened is delivered to the first who does, once', async () => {
    const journal = new MemoryJournal();
    vi.spyOn(journal, 'compare').mockResolvedValue({
      restored: [stored('a', 1)],
      journaled: 0,
      damaged: 0,
      full: false,
    });
    // The comparison, which found an event, is over by now.
    const log = await openListening(freshName(), journal);
    await log.append([review()]);
    const [first, second] = [listen(log), listen(log)];
    await vi.waitFor(() => {
      expect(first).toEqual([stored('a', 1)]);
    });
    expect(second).toEqual([]);
  });

  test('a large addition is read instead of sent', async () => {
    const name = freshName();
    const [one, two] = [await openListening(name), await openListening(name)];
    const heard = listen(two);
    await one.append(Array.from({ length: 1_200 }, () => review()));
    await vi.waitFor(() => {
      expect(heard).toHaveLength(1_200);
    });
  });

  test('on return to the page, what was missed is read', async () => {
    const visible = new EventTarget();
    vi.stubGlobal('document', Object.assign(visible, { visibilityState: 'visible' }));
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    const name = freshName();
    const log = await openListening(name);
    const heard = listen(log);
    await addAllMissing(raw(name), [stored('a', 1)]);
    visible.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => {
      expect(ids(heard)).toEqual(['a:1']);
    });
  });

  test('a wipe empties both copies, makes a new device, and is told', async () => {
    const items = stubLocalStorage();
    const name = freshName();
    const journal = new MemoryJournal();
    const [one, two] = [await openListening(name, journal), await openListening(name, journal)];
    await one.append([review()]);
    const before = one.device;
    await one.exportBackup();
    await one.wipe();
    expect(await one.readAll()).toEqual([]);
    expect(journal.events.size).toBe(0);
    expect(items.size).toBe(0);
    expect(await one.lastBackupAt()).toBeUndefined();
    expect(one.device).not.toBe(before);
    await vi.waitFor(() => {
      expect(two.status.kind).toBe('wiped');
    });
    await two.saveSnapshot({ format: 1, covers: {}, state: 'of before' });
    expect(await get(['snapshot'], raw(name))).toBeUndefined();
    await one.close();
    expect(await open(name, { journal })).toMatchObject({ tail: [], missing: false });
  });

  test('the tab that wiped is wiped too, and saves nothing of what it still holds', async () => {
    const name = freshName();
    const log = await openListening(name);
    await log.append([review()]);
    const statuses: string[] = [];
    log.onStatus(({ kind }) => statuses.push(kind));
    await log.wipe();
    expect(statuses).toEqual(['wiped']);
    const snapshot = { format: 1, covers: {}, state: 'of before' };
    await log.saveSnapshot(snapshot);
    const [event] = await log.append([review()]);
    await log.saveSnapshot(snapshot);
    await log.seal();
    expect(log.status.kind).toBe('wiped');
    expect(await get(['snapshot'], raw(name))).toBeUndefined();
    expect(await log.readAll()).toEqual([event]);

    // After a reload it is a log like any other.
    await log.close();
    const { store: reloaded } = await open(name);
    expect(reloaded.status.kind).not.toBe('wiped');
    await reloaded.saveSnapshot(snapshot);
    expect(await get(['snapshot'], raw(name))).toEqual(snapshot);
  });

  test('what waited in memory is not written by an append during the wipe', async () => {
    const name = freshName();
    const log = await openListening(name);
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await log.append([review('old/1')]);
    full.mockRestore();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 1_000);
    // As soon as the database is empty; the attached files are cleared after it.
    // oxlint-disable-next-line typescript/unbound-method -- called with its `this` below
    const clear = IDBObjectStore.prototype.clear;
    let appending: Promise<unknown> | undefined;
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
      appending ??= log.append([review('new/1')]);
      return clear.call(this);
    });
    await log.wipe();
    await appending;
    expect(await log.readAll()).toMatchObject([{ card: 'new/1' }]);
  });

  test('a wipe that the journal refuses changes nothing', async () => {
    const name = freshName();
    const journal = new MemoryJournal();
    const log = await openListening(name, journal);
    await log.append([review()]);
    vi.spyOn(journal, 'clear').mockRejectedValue(new Error('held by another tab'));
    await expect(log.wipe()).rejects.toThrow('held');
    expect(log.status.kind).toBe('ok');
    expect(await log.readAll()).toHaveLength(1);
  });
});

describe('erasing', () => {
  test.each(['fresh', 'sealed'])(
    'takes the text out of a %s event and out of the journal',
    async (state) => {
      const name = freshName();
      const journal = new MemoryJournal();
      const log = await openLog(name, { journal });
      const [kept, target] = await log.append([evidence('kept'), evidence('secret')]);
      await log.saveSnapshot({ format: 1, covers: {}, state: 'secret' });
      if (state === 'sealed') await log.seal();
      expect(await log.erase(`${target?.d}:2`)).toBe(true);

      const erased = { ...redactedCopy(target as StoredEvent) };
      expect(erased).toMatchObject({ redacted: true, fields: { title: '', witnesses: '' } });
      expect(ids(await log.readAll())).toEqual(ids([kept as StoredEvent, erased]));
      expect(await log.readAll()).toContainEqual(erased);
      expect(journal.events.get(`${target?.d}:2`)).toEqual(erased);
      expect(await get(['snapshot'], raw(name))).toBeUndefined();
      expect(await log.erase(`${target?.d}:2`)).toBe(true);
      expect(await log.erase(`${target?.d}:3`)).toBe(false);
      for (const id of ['nonsense', `${target?.d}:02`, `${target?.d}:0`, 'x:NaN', ':'])
        expect(await log.erase(id)).toBe(false);
    },
  );

  test('follows an appended redact', async () => {
    const log = await openLog();
    const [target] = await log.append([
      { t: 'edit', card: 'a/1', field: 'note', text: 'my secret' },
    ]);
    await log.append([{ t: 'redact', target: `${target?.d}:1` }]);
    await vi.waitFor(async () => {
      expect(JSON.stringify(await log.readAll())).not.toContain('secret');
    });
    expect(await log.readAll()).toHaveLength(2);
  });

  test('reaches what waits in memory', async () => {
    const log = await openLog();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const [waiting] = await log.append([evidence('secret')]);
    expect(await log.erase(`${waiting?.d}:1`)).toBe(true);
    expect(await log.readAll()).toMatchObject([{ redacted: true }]);
  });
});

test('the browser is asked to keep the data once', async () => {
  const persist = vi.fn(() => Promise.resolve(false));
  vi.stubGlobal('navigator', { storage: { persist } });
  const name = freshName();
  const log = await openLog(name);
  await log.askToPersist();
  await log.askToPersist();
  await log.close();
  await (await openLog(name)).askToPersist();
  expect(persist).toHaveBeenCalledTimes(1);
});
