import { studyDay, type StudyDay } from '../../domain/calendar/study-day.ts';
import { indexGraph } from '../../domain/curriculum/graph.ts';
import type { StoredEvent } from '../../domain/log/event.ts';
import { inOrder, timeOf, type Ordered } from '../../domain/log/order.ts';
import { foldInOrder, NOBODY } from '../../domain/progress/fold.ts';
import type { Learner } from '../../domain/progress/learner.ts';
import { standings } from '../../domain/progress/standing.ts';
import { atPace, paceOf } from '../../domain/study/pace.ts';
import { openStore } from '../../storage/indexeddb.ts';
import { readAllEvents } from '../../storage/read-events.ts';
import type { DayAnswer, DayRequest } from './past.ts';

/** The log in order, read once: what is recorded while the slider is open does not show in it. */
let log: Promise<Ordered<StoredEvent>> | undefined;
let present: Learner | undefined;

const answer = async ({ graph, today, day, keepsPace }: DayRequest): Promise<DayAnswer> => {
  try {
    log ??= readAllEvents(openStore()).then(inOrder);
    const ordered = await log;
    const index = indexGraph(graph);
    present ??= foldInOrder(NOBODY, ordered, graph.retired);
    let learner = present;
    if (day < today) {
      learner = foldInOrder(NOBODY, until(ordered, day, learner), graph.retired);
    } else if (keepsPace) {
      learner = atPace(index, learner, paceOf(learner, today), today, day);
    }
    const { settings, started } = learner;
    return { standing: standings(index, learner, day), person: { settings, started } };
  } catch (error) {
    return { failure: String(error) };
  }
};

/** What had been written by the end of a study day. */
const until = (
  ordered: Ordered<StoredEvent>,
  day: StudyDay,
  { settings }: Learner,
): Ordered<StoredEvent> => {
  const after = ordered.events.findIndex(
    (event) => studyDay(timeOf(ordered, event), event.z, settings.rolloverHour) > day,
  );
  return after < 0 ? ordered : { ...ordered, events: ordered.events.slice(0, after) };
};

self.addEventListener('message', ({ data, ports }: MessageEvent<DayRequest>) => {
  void answer(data).then((message) => ports[0]?.postMessage(message));
});
