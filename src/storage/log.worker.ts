/** Works on the whole log, which it reads by itself, away from the main thread. */
import type { StoredEvent } from '../domain/log/event.ts';
import { inOrder, type Ordered } from '../domain/log/order.ts';
import type { Successors } from '../domain/progress/fold.ts';
import type { Learner } from '../domain/progress/learner.ts';
import { settledBase } from '../domain/progress/ledger.ts';
import { encode, type Snapshot } from '../domain/progress/snapshot.ts';
import { presentOf, showDay, type DayShown, type DayWanted } from '../domain/study/other-day.ts';
import { openStore } from './indexeddb.ts';
import { readAllEvents } from './read-events.ts';
import type { LogAnswer, LogQuestion } from './log-client.ts';

/** The log in order, read once: what is recorded while other days are looked at does not show in them. */
let log: Promise<Ordered<StoredEvent>> | undefined;
let present: Learner | undefined;

const wholeLog = (): Promise<Ordered<StoredEvent>> =>
  (log ??= readAllEvents(openStore())
    .then(inOrder)
    .catch((error: unknown) => {
      // What failed once may pass: the next question reads anew.
      log = undefined;
      throw error;
    }));

/** The settled state of the whole log, all but the last events, as columns. */
const replay = async (successors: Successors): Promise<Snapshot> =>
  encode(settledBase(await readAllEvents(openStore()), successors));

const otherDay = async (wanted: DayWanted): Promise<DayShown> => {
  const ordered = await wholeLog();
  present ??= presentOf(ordered, wanted.graph);
  return showDay(ordered, present, wanted);
};

const answer = async (question: LogQuestion): Promise<LogAnswer> => {
  try {
    return { is: await ('graph' in question ? otherDay(question) : replay(question.successors)) };
  } catch (error) {
    return { failure: String(error) };
  }
};

self.addEventListener('message', ({ data, ports }: MessageEvent<LogQuestion>) => {
  void answer(data).then((message) => ports[0]?.postMessage(message));
});
