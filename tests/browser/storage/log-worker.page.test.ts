import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { studyDay } from '../../../src/domain/calendar/study-day.ts';
import { inOrder } from '../../../src/domain/log/order.ts';
import { settledBase, UNSETTLED } from '../../../src/domain/progress/ledger.ts';
import { encode } from '../../../src/domain/progress/snapshot.ts';
import { presentOf, showDay, type DayWanted } from '../../../src/domain/study/other-day.ts';
import { openLogWorker, type LogWorker } from '../../../src/storage/log-client.ts';
import type { LogStore } from '../../../src/storage/log-store.ts';
import { cards, graphOf, rated, set, skill } from '../../unit/domain/study/support.ts';
import { deleteDatabase, NOW, open } from './support.ts';

/** The worker knows no other. */
const DATABASE = 'cairn';
/** Answers, more than a replay leaves unsettled. */
const ANSWERS = UNSETTLED + 20;
const { graph } = graphOf([
  skill('a.one', { cards: ANSWERS }),
  skill('a.next', { requires: ['a.one'] }),
]);
const TODAY = studyDay(NOW, 'Europe/Berlin', 4);
const wanted = (day: number): DayWanted => ({ graph, today: TODAY, day, keepsPace: true });

const workers: LogWorker[] = [];
const openWorker = (): LogWorker => {
  const worker = openLogWorker();
  workers.push(worker);
  return worker;
};

beforeEach(() => deleteDatabase(DATABASE));
afterEach(() => {
  vi.unstubAllGlobals();
  for (const worker of workers.splice(0)) worker.close();
});

const written = async (): Promise<LogStore> => {
  const { store } = await open(DATABASE);
  await store.append([set('stage', 'mid'), ...rated(cards('a.one', ANSWERS))]);
  return store;
};

test('a replay and other days are those of the whole log', async () => {
  const store = await written();
  const events = await store.readAll();
  const worker = openWorker();
  const replay = await worker.replay({});
  expect(replay).toEqual(encode(settledBase(events, {})));
  expect(JSON.parse(replay.ids)).toContain('a.one/0');
  const log = inOrder(events);
  const [past, ahead] = await Promise.all(
    [TODAY - 1, TODAY + 30].map((day) => worker.showDay(wanted(day))),
  );
  const present = presentOf(log, graph);
  expect(past).toEqual(showDay(log, present, wanted(TODAY - 1)));
  expect(ahead).toEqual(showDay(log, present, wanted(TODAY + 30)));
  expect(past?.standing.get('a.one')?.seen).toBe(0);
  expect(ahead?.standing.get('a.one')?.seen).toBe(ANSWERS);
});

test('a worker that does not load fails each question, and the next one opened answers', async () => {
  await written();
  const failed = new Promise((resolve) => {
    class Unloadable extends Worker {
      constructor() {
        // Not a script.
        super(URL.createObjectURL(new Blob([], { type: 'text/plain' })), { type: 'module' });
        this.addEventListener('error', resolve);
      }
    }
    vi.stubGlobal('Worker', Unloadable);
  });
  const worker = openWorker();
  const early = [worker.showDay(wanted(TODAY + 1)), worker.replay({})];
  for (const answer of await Promise.allSettled(early)) expect(answer.status).toBe('rejected');
  await failed;
  await expect(worker.showDay(wanted(TODAY + 2))).rejects.toThrow('could not be read');
  vi.unstubAllGlobals();
  expect((await openWorker().showDay(wanted(TODAY))).standing.get('a.one')?.seen).toBe(ANSWERS);
});

test('a read that failed is not kept: the same worker answers when the log can be read again', async () => {
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 2);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  const worker = openWorker();
  await expect(worker.showDay(wanted(TODAY))).rejects.toThrow('VersionError');
  newer.close();
  await deleteDatabase(DATABASE);
  await written();
  expect((await worker.showDay(wanted(TODAY))).standing.get('a.one')?.seen).toBe(ANSWERS);
});

test('a question that is open when the worker is closed fails', async () => {
  const worker = openWorker();
  const question = worker.showDay(wanted(TODAY));
  worker.close();
  await expect(question).rejects.toThrow('closed');
});
