/** Where a person stood at the end of a past day, from the log, and where they may stand on one to come. */
import { studyDay, type StudyDay } from '../calendar/study-day.ts';
import { indexGraph } from '../curriculum/graph.ts';
import type { CurriculumGraph, SkillId } from '../curriculum/types.ts';
import type { StoredEvent } from '../log/event.ts';
import { timeOf, type Ordered } from '../log/order.ts';
import { foldInOrder, NOBODY } from '../progress/fold.ts';
import type { Learner } from '../progress/learner.ts';
import { standings, type Standing } from '../progress/standing.ts';
import type { Person } from '../progress/tally.ts';
import { atPace, paceOf } from './pace.ts';

export interface DayWanted {
  readonly graph: CurriculumGraph;
  readonly today: StudyDay;
  readonly day: StudyDay;
  /** For a day to come: goes on at the present pace rather than stopping today. */
  readonly keepsPace: boolean;
}

export interface DayShown {
  readonly standing: ReadonlyMap<SkillId, Standing>;
  readonly person: Person;
}

/** @param present the learner as the whole log has it, see `presentOf` */
export const showDay = (
  log: Ordered<StoredEvent>,
  present: Learner,
  { graph, today, day, keepsPace }: DayWanted,
): DayShown => {
  const index = indexGraph(graph);
  let learner = present;
  if (day < today) {
    const then = until(log, day, present.settings.rolloverHour);
    learner = foldInOrder(NOBODY, then, graph.retired);
  } else if (keepsPace) {
    learner = atPace(index, learner, paceOf(learner, today), today, day);
  }
  return { standing: standings(index, learner, day), person: personOf(learner) };
};

/** No more of a learner than the map needs: it is posted from thread to thread. */
const personOf = ({ settings, started, milestones }: Learner): Person => ({
  settings,
  started,
  milestones: new Map([...milestones].map(([id, { achievedAt }]) => [id, { achievedAt }])),
});

/** The learner as the whole log has it. Dear on a long log: worth keeping from day to day. */
export const presentOf = (log: Ordered<StoredEvent>, graph: CurriculumGraph): Learner =>
  foldInOrder(NOBODY, log, graph.retired);

/** What had been written by the end of a study day. */
const until = (
  log: Ordered<StoredEvent>,
  day: StudyDay,
  rolloverHour: number,
): Ordered<StoredEvent> => {
  const after = log.events.findIndex(
    (event) => studyDay(timeOf(log, event), event.z, rolloverHour) > day,
  );
  return after < 0 ? log : { ...log, events: log.events.slice(0, after) };
};
