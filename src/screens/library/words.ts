/** What states are called in the library. */
import type { CardState } from '../../domain/progress/card-state.ts';
import { isPutOff } from '../../domain/progress/card-state.ts';
import type { Learner } from '../../domain/progress/learner.ts';
import type { SkillState } from '../../domain/progress/standing.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import type { StudyDay } from '../../domain/calendar/study-day.ts';
import { relativeDay } from '../../ui/format.ts';

export const SKILL_STATES: Readonly<Record<SkillState, string>> = {
  locked: 'Needs others first',
  'next-up': 'Next up',
  learning: 'Learning',
  ready: 'Ready to build on',
  mastered: 'Mastered',
  fading: 'Fading',
};

/** Each filter by state: its name, what it lists, and what to do when it lists nothing. */
export const CARD_STATE_WORDS: Readonly<
  Record<CardState, { readonly name: string; readonly about: string; readonly none: string }>
> = {
  due: {
    name: 'Due',
    about: 'Cards whose time has come. A session asks for those most at risk first.',
    none: 'Nothing is due. What you know rests until its day; Today says what comes next.',
  },
  learning: {
    name: 'Learning',
    about: 'Cards in their first steps, or back in them after being forgotten.',
    none: 'No card is in its first steps. Start a session from Today to meet new ones.',
  },
  suspended: {
    name: 'Suspended',
    about: 'Cards that are not asked until you take them back.',
    none: 'No card is suspended. Suspend one from “More actions” in a session, or on its page.',
  },
  flagged: {
    name: 'Flagged',
    about: 'Cards you marked to come back to.',
    none: 'No card is flagged. Flag one from “More actions” in a session, or on its page.',
  },
  leech: {
    name: 'Leeches',
    about: 'Cards forgotten again and again. Reword them, or study what they build on.',
    none: 'No leeches. A card becomes one when it is forgotten as often as Settings says.',
  },
  'not-started': {
    name: 'Not started',
    about: 'Cards you have not met yet, in the order of the curriculum.',
    none: 'You have met every card here.',
  },
};

/** Where a card stands, in a word or three. */
export const inShort = (learner: Learner, id: CardId, today: StudyDay): string => {
  if (learner.suspended.has(id)) return 'Suspended';
  if (isPutOff(learner, id, today)) return 'Put off until tomorrow';
  const card = learner.cards.get(id);
  if (!card || card.reps === 0) return 'Not started';
  if (card.dueDay <= today) return card.dueAt > 0 ? 'Learning, due today' : 'Due';
  return `Due ${relativeDay(card.dueDay, today)}`;
};
