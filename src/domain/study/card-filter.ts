/** Which cards may be shown on a day: what is put aside waits, and siblings keep their distance. */
import type { StudyDay } from '../calendar/study-day.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import { noteOfCard, type CardId } from '../curriculum/types.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Learner } from '../progress/learner.ts';

/** All cards, looked at once for a day. */
export interface CardsOfDay {
  /** How many were answered on it. */
  readonly answered: number;
  /** Those that were met and are due, whether or not they may be shown; memories in the order of the ids. */
  readonly dueIds: readonly CardId[];
  readonly dueMemories: readonly CardMemory[];
  /**
   * Whether a card may be shown: not suspended, its note not put off, no sibling answered that day. Nor the day before,
   * unless it has waited for that already; and a new card not while a sibling is due.
   * @param memory its memory, where it is at hand
   */
  readonly isFree: (id: CardId, memory?: CardMemory) => boolean;
}

/** The stronger holds stand above the weaker. */
const Hold = { None: 0, AnsweredYesterday: 1, AnsweredToday: 2, PutOff: 3 } as const;
type Hold = (typeof Hold)[keyof typeof Hold];

export const cardsOn = (index: GraphIndex, learner: Learner, day: StudyDay): CardsOfDay => {
  const { cards, suspended } = learner;
  const holdBy = ({ lastDay, reps }: CardMemory): Hold => {
    // Who flies west over the date line has yesterday once more: then tomorrow's answers were given just now.
    if (reps === 0 || lastDay < day - 1 || lastDay > day + 1) return Hold.None;
    return lastDay === day - 1 ? Hold.AnsweredYesterday : Hold.AnsweredToday;
  };
  /** What holds the cards of a note back, but for the card that has the note's own name: that one is looked up. */
  const holds = new Map<string, Hold>();
  const hold = (note: string, by: Hold): void => {
    if ((holds.get(note) ?? Hold.None) < by) holds.set(note, by);
  };
  const dueIds: CardId[] = [];
  const dueMemories: CardMemory[] = [];
  let answered = 0;
  cards.forEach((card, id) => {
    if (card.dueDay <= day && card.reps > 0) {
      dueIds.push(id);
      dueMemories.push(card);
    }
    const by = holdBy(card);
    if (by === Hold.None) return;
    if (card.lastDay === day) answered++;
    if (id.includes('~')) hold(noteOfCard(id), by);
  });
  for (const [note, on] of learner.buried) if (on === day) hold(note, Hold.PutOff);
  const isKept = (id: CardId): boolean => index.hasCard(id) && !suspended.has(id);
  /** Asked for new cards only, so made when the first one asks. */
  let dueNotes: ReadonlySet<string> | undefined;
  const isDue = (note: string): boolean =>
    (dueNotes ??= new Set(dueIds.filter(isKept).map(noteOfCard))).has(note);
  const holdOf = (id: CardId, note: string): Hold => {
    const by = holds.get(note) ?? Hold.None;
    const namesake = id === note ? undefined : cards.get(note);
    return namesake ? (Math.max(by, holdBy(namesake)) as Hold) : by;
  };
  return {
    answered,
    dueIds,
    dueMemories,
    isFree: (id, memory = cards.get(id)) => {
      if (!isKept(id)) return false;
      const note = noteOfCard(id);
      const by = holdOf(id, note);
      if (by === Hold.PutOff) return false;
      if (!memory || memory.reps === 0) return by === Hold.None && !isDue(note);
      const own = holdBy(memory);
      if (by === Hold.None || own === Hold.AnsweredToday) return true;
      return by === Hold.AnsweredYesterday && (own === by || memory.dueDay < day);
    },
  };
};
