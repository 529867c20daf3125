/** Review histories of real people, from CSV files. */
import { studyDay, type StudyDay } from '../../../../src/domain/calendar/study-day.ts';
import type { Rating } from '../../../../src/domain/log/event.ts';

export interface PastReview {
  /** When, ms since the epoch. */
  readonly time: number;
  readonly day: StudyDay;
  readonly rating: Rating;
}

/** The reviews of one card, oldest first. */
export type PastCard = readonly PastReview[];

/** Cram sessions, which no schedule asked for: type 3 in Anki's own logs, state 4 in those of its optimiser. */
const CRAMMED: Readonly<Record<string, string>> = {
  'niplav-a': '3',
  kanjiplot: '3',
  'tsdemo-a': '4',
  tsalpha: '4',
};

/**
 * Reads a log with the columns `card_id`, `review_ms`, `rating` and `kind`, and `source` unless it is given. The sources
 * name no time zone; a study day begins at 04:00 UTC.
 */
export const readRevlog = (csv: string, source?: string): PastCard[] => {
  const [header, ...lines] = csv.trim().split('\n');
  const columns = (header as string).split(',');
  const cards = new Map<string, PastReview[]>();
  for (const line of lines) {
    const cells = line.split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const from = source ?? cell('source');
    const rating = Number(cell('rating'));
    if (rating < 1 || CRAMMED[from] === cell('kind')) continue;
    const time = Number(cell('review_ms'));
    const id = `${from}:${cell('card_id')}`;
    const card = cards.get(id) ?? [];
    card.push({ time, day: studyDay(time, 'UTC', 4), rating: rating as Rating });
    cards.set(id, card);
  }
  return [...cards.values()].map((card) => card.toSorted((a, b) => a.time - b.time));
};
