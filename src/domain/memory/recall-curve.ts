/** The forgetting curve of one card, from its last review to some time after it is due: what a drawing of it needs. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardMemory } from './scheduler.ts';

export interface RecallPoint {
  /** Study day; between two days, a fraction. */
  readonly day: StudyDay;
  /** Probability of recall, 0 to 1. */
  readonly recall: number;
}

export interface RecallCurve {
  readonly points: readonly RecallPoint[];
  readonly start: RecallPoint;
  readonly today: RecallPoint;
  readonly due: RecallPoint;
  readonly end: RecallPoint;
}

/** The curve goes on for this share of the time to today or the due day, so that one sees where it leads. */
const BEYOND = 0.35;
/** Shortest time drawn, days. */
const LEAST_DAYS = 7;
const POINTS = 49;

/**
 * @param card a card that was reviewed
 * @param recallOn its probability of recall on a study day
 */
export const recallCurve = (
  card: CardMemory,
  recallOn: (day: StudyDay) => number,
  today: StudyDay,
): RecallCurve => {
  const from = card.lastDay;
  const reach = Math.max(card.dueDay, today) - from;
  const days = Math.max(LEAST_DAYS, Math.ceil(reach * (1 + BEYOND)));
  const at = (day: StudyDay): RecallPoint => ({ day, recall: recallOn(day) });
  return {
    points: Array.from({ length: POINTS }, (_, i) => at(from + (days * i) / (POINTS - 1))),
    start: at(from),
    today: at(Math.max(from, today)),
    due: at(card.dueDay),
    end: at(from + days),
  };
};
