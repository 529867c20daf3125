import { describe, expect, test, vi } from 'vitest';
import {
  compared,
  damageLine,
  deleteDatabase,
  deleteJournal,
  evidence,
  freshName,
  ids,
  open,
  openCompared,
  readSlot,
  readSlots,
  review,
  rewriteSlot,
} from './support.ts';

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe('writing', () => {
  test('an appended event is in the file when append resolves', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    const [event] = await log.append([review('a/1')]);
    expect(log.status).toMatchObject({ kind: 'ok', copies: 2 });
    const last = lines(await readSlot(name)).at(-1) ?? '';
    expect(last).toMatch(/^[0-9a-f]{8}\t/);
    expect(JSON.parse(last.slice(9))).toEqual(event);
  });

  test('four files are made at the first run, and grown in the next', async () => {
    const name = freshName();
    const first = await openCompared(name);
    await first.store.append([review('a/1')]);
    const before = await readSlots(name);
    for (const text of before) expect(text).toMatch(/^[0-9a-f]{8}\t\{"journal":"/);
    await first.store.close();
    const second = await openCompared(name);
    await second.store.append([review('a/2')]);
    const after = await readSlots(name);
    expect(after[0]?.startsWith(before[0] ?? 'x')).toBe(true);
    expect(after[0]?.length).toBeGreaterThan(before[0]?.length ?? Infinity);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  test('each tab has a file of its own; the fifth gets one when another closes', async () => {
    const name = freshName();
    const logs = [];
    for (let tab = 0; tab < 4; tab++) logs.push((await openCompared(name)).store);
    const { store: fifth } = await open(name);
    const [event] = await fifth.append([review('fifth/1')]);
    // An answer does not wait for a journal that is still being opened.
    await vi.waitFor(() => {
      expect(fifth.status).toMatchObject({ kind: 'ok', copies: 1, oneCopyBecause: 'slots' });
    });
    for (const [tab, log] of logs.entries()) await log.append([review(`tab/${tab}`)]);
    for (const [tab, text] of (await readSlots(name)).entries())
      expect(text).toContain(`"tab/${tab}"`);
    expect((await readSlots(name)).join('')).not.toContain('fifth/1');
    await logs[2]?.close();
    await fifth.append([review('fifth/2')]);
    await compared(fifth);
    // With what it could not write before.
    for (const text of ['fifth/1', 'fifth/2']) expect(await readSlot(name, 2)).toContain(text);
    expect(event).toBeDefined();
  });
});

describe('the database is lost', () => {
  test('all comes back from the journal before open resolves, under a new device', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    const events = await log.append(Array.from({ length: 1_200 }, (_, i) => review(`a/${i}`)));
    await log.seal();
    await log.saveSnapshot({ format: 1, covers: { [log.device]: 1_200 }, state: 1 });
    await log.close();
    await deleteDatabase(name);

    const again = await open(name);
    expect(again).toMatchObject({ restoredFromJournal: 1_200, missing: false });
    expect(again.snapshot).toBeUndefined();
    expect(ids(again.tail)).toEqual(ids(events));
    expect(again.store.device).not.toBe(log.device);
    await compared(again.store);
    const [next] = await again.store.append([review('b/1')]);
    expect(next).toMatchObject({ d: again.store.device, n: 1 });
    await again.store.close();
    expect((await openCompared(name)).tail).toHaveLength(1_201);
  });

  test('the files of all tabs are joined', async () => {
    const name = freshName();
    const [one, two] = [(await openCompared(name)).store, (await openCompared(name)).store];
    const events = [...(await one.append([review('a/1')])), ...(await two.append([review('b/1')]))];
    await one.close();
    await two.close();
    await deleteDatabase(name);
    expect(ids((await open(name)).tail)).toEqual(ids(events));
  });

  test('it was deleted while a tab is open: the next tab restores from the file that one holds', async () => {
    const name = freshName();
    const { store: one } = await openCompared(name);
    const events = await one.append([review('a/1'), review('a/2')]);
    await deleteDatabase(name);
    const two = await open(name);
    expect(two.restoredFromJournal).toBe(2);
    expect(ids(two.tail)).toEqual(ids(events));
  });

  test('a torn tail and a damaged line cost themselves, and are counted', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    await log.append([review('a/1'), review('a/2'), review('a/3'), review('a/4')]);
    await log.close();
    await rewriteSlot(name, damageLine('a/2'));
    // The process died within the last line; the next session writes on.
    await rewriteSlot(name, (bytes) => bytes.slice(0, -20));
    const { store: next } = await openCompared(name);
    await next.append([review('b/1')]);
    await next.close();
    await deleteDatabase(name);

    const { tail, store } = await open(name);
    const cards = tail.map((event) => (event as unknown as { card: string }).card).sort();
    // The session in between had a/2 and a/4 in its database, and wrote them anew.
    expect(cards).toEqual(['a/1', 'a/2', 'a/3', 'a/4', 'b/1']);
    await compared(store);
    expect(store.status.damagedLines).toBe(2);
  });

  test('damaged lines are lost when the database is as well, and only they', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    await log.append([review('a/1'), review('a/2'), review('a/3'), review('a/4')]);
    await log.close();
    await rewriteSlot(name, damageLine('a/2'));
    await rewriteSlot(name, (bytes) => bytes.slice(0, -20));
    await deleteDatabase(name);
    const { tail, store, missing } = await open(name);
    expect(missing).toBe(false);
    expect(ids(tail)).toEqual([1, 3].map((n) => `${log.device}:${n}`));
    await store.append([review('b/1')]);
    await store.close();
    await deleteDatabase(name);
    expect((await open(name)).tail).toHaveLength(3);
  });

  test('both copies are lost: missing, and not a new person', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    await log.append([review()]);
    await log.close();
    await deleteDatabase(name);
    await deleteJournal(name);
    const again = await open(name);
    expect(again).toMatchObject({ tail: [], missing: true, restoredFromJournal: 0 });
    await again.store.acceptLoss();
    await again.store.close();
    expect((await open(name)).missing).toBe(false);
  });
});

describe('the journal is lost', () => {
  test('what was cut off is not hidden by what is appended before the comparison', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    const events = [...(await log.append(Array.from({ length: 20 }, (_, i) => review(`a/${i}`))))];
    await log.close();
    await (await openCompared(name)).store.close();
    await rewriteSlot(name, (bytes) => bytes.slice(0, bytes.length - 500));
    const { store: next } = await navigator.locks.request(`${name}-maintenance`, async () => {
      const result = await open(name);
      events.push(...(await result.store.append(Array.from({ length: 20 }, () => review('b/1')))));
      await vi.waitFor(async () => {
        expect((await navigator.locks.query()).pending).toContainEqual(
          expect.objectContaining({ name: `${name}-maintenance` }),
        );
      });
      return result;
    });
    // Behind the comparison, which had to wait for the lock.
    await navigator.locks.request(`${name}-maintenance`, () => undefined);
    await next.close();
    await deleteDatabase(name);
    expect(ids((await open(name)).tail)).toEqual(ids(events));
  });

  const lossOf: [string, (name: string) => Promise<void>][] = [
    ['deleted', deleteJournal],
    ['cut short', (name) => rewriteSlot(name, (bytes) => bytes.slice(0, bytes.length - 300))],
    ['emptied', (name) => rewriteSlot(name, () => new Uint8Array(0))],
    [
      'replaced by a longer one',
      (name) => rewriteSlot(name, (bytes) => new Uint8Array(bytes.length + 1_000).fill(120)),
    ],
  ];
  test.each(lossOf)('%s: it is rebuilt in the background', async (_, lose) => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    await log.append(Array.from({ length: 1_500 }, (__, i) => review(`a/${i}`)));
    await log.close();
    await (await openCompared(name)).store.close();
    await lose(name);
    await (await openCompared(name)).store.close();
    await deleteDatabase(name);
    expect((await open(name)).restoredFromJournal).toBe(1_500);
  });
});

describe('comparing', () => {
  test('what only the journal has comes into the database, and is told', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    const [event] = await log.append([review('a/1')]);
    const other = freshName();
    const { store: foreign } = await openCompared(other);
    const [stray] = await foreign.append([review('b/1')]);
    await log.close();
    await foreign.close();
    const tail = new TextEncoder().encode(`${lines(await readSlot(other)).at(-1)}\n`);
    await rewriteSlot(name, (bytes) => new Uint8Array([...bytes, ...tail]));

    const again = await open(name);
    const heard: string[] = [];
    again.store.subscribe((events) => heard.push(...ids(events)));
    await vi.waitFor(() => {
      expect(heard).toEqual([`${stray?.d}:1`]);
    });
    expect(ids(await again.store.readAll())).toEqual([`${event?.d}:1`, `${stray?.d}:1`].sort());
  });

  test('reads only what came after the checkpoint', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    await log.append([review('a/1'), review('a/2')]);
    await log.close();
    await (await openCompared(name)).store.close();
    // Both are behind the checkpoint now: nobody looks there until it is needed.
    await rewriteSlot(name, damageLine('a/1'));
    const again = await openCompared(name);
    expect(again.store.status.damagedLines).toBe(0);
    await again.store.append([review('a/3')]);
    await again.store.close();
    await rewriteSlot(name, damageLine('a/3'));
    expect((await openCompared(name)).store.status.damagedLines).toBe(1);
    expect(lines(await readSlot(name)).filter((line) => line.includes('"a/3"'))).toHaveLength(1);
    expect(lines(await readSlot(name)).filter((line) => line.includes('"a/2"'))).toHaveLength(1);
  });

  test('the same number with another content in both: neither is lost, the device is renewed', async () => {
    const name = freshName();
    const { store: log } = await openCompared(name);
    const [first] = await log.append([review('a/1')]);
    await log.close();
    // The database goes back in time, as after a bad recovery: event 2 exists in the journal only.
    const { store: ahead } = await openCompared(name);
    await ahead.append([review('a/2')]);
    await ahead.close();
    const { openStore } = await import('../../../src/storage/read-events.ts');
    const store = openStore(name);
    await store('readwrite', (records) => {
      records.delete(['e', first?.d ?? '', 2]);
      records.put({ d: first?.d, n: 1, h: 0 }, ['device']);
    });
    const again = await open(name);
    const [drawn] = await again.store.append([review('a/3')]);
    await compared(again.store);
    const cards = async () =>
      (await again.store.readAll()).map((event) => (event as unknown as { card: string }).card);
    await vi.waitFor(async () => {
      expect((await cards()).sort()).toEqual(['a/1', 'a/2', 'a/3']);
    });
    const [after] = await again.store.append([review('a/4')]);
    expect(ids([...(await again.store.readAll())])).toHaveLength(4);
    expect(new Set(ids(await again.store.readAll())).size).toBe(4);
    expect([drawn, after]).not.toContain(undefined);
    store.close();
  });
});

describe('erasing', () => {
  test('takes the text out of the files of all tabs', async () => {
    const name = freshName();
    const [one, two] = [(await openCompared(name)).store, (await openCompared(name)).store];
    const [mine] = await one.append([evidence('hidden-one')]);
    const [theirs] = await two.append([evidence('hidden-two')]);
    await two.append([review('kept/1')]);
    expect(await one.erase(`${theirs?.d}:${theirs?.n}`)).toBe(true);
    expect(await one.erase(`${mine?.d}:${mine?.n}`)).toBe(true);
    const files = (await readSlots(name)).join('');
    expect(files).not.toContain('hidden');
    expect(files).toContain('kept/1');
    expect(JSON.stringify(await one.readAll())).not.toContain('hidden');
    await one.close();
    await two.close();
    await deleteDatabase(name);
    const { tail } = await open(name);
    expect(tail).toHaveLength(3);
    expect(JSON.stringify(tail)).not.toContain('hidden');
  });

  test('a wipe empties the files of all tabs, and nothing comes back', async () => {
    const name = freshName();
    const [one, two] = [(await openCompared(name)).store, (await openCompared(name)).store];
    await one.append([evidence('hidden-one')]);
    await two.append([evidence('hidden-two')]);
    await one.wipe();
    expect((await readSlots(name)).join('')).not.toContain('hidden');
    await vi.waitFor(() => {
      expect(two.status.kind).toBe('wiped');
    });
    await one.close();
    await two.close();
    expect(await open(name)).toMatchObject({ tail: [], missing: false });
    await deleteDatabase(name);
  });
});
