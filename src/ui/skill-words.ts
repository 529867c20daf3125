/** What the standing of a skill is called, wherever one is shown. */
import type { Reason } from '../domain/study/suggestions.ts';
import type { Standing } from '../domain/progress/standing.ts';
import type { ShownState } from '../domain/progress/tally.ts';
import { plural, relativeDay } from './format.ts';

export const STATE_NAMES: Readonly<Record<ShownState, string>> = {
  mastered: 'Mastered',
  ready: 'Ready',
  fading: 'Fading',
  learning: 'Learning',
  assumed: 'Taken as known',
  'next-up': 'Next up',
  locked: 'Locked',
};

export const STATE_MEANINGS: Readonly<Record<ShownState, string>> = {
  mastered: 'nearly every card held for weeks',
  ready: 'steady enough to build on',
  fading: 'was ready, and is being forgotten',
  learning: 'begun',
  assumed: 'below your stage, until you study it',
  'next-up': 'can be begun now',
  locked: 'builds on skills that are not ready; you may start anyway',
};

/** Share of a skill's cards that are expected to be known, 0 to 1. */
export const shareKnown = (standing: Standing | undefined): number =>
  standing && standing.cards > 0 ? standing.expected / standing.cards : 0;

/** `17 ± 2 of 20`; the spread is left out when it rounds to nothing. */
export const knownOf = (standing: Standing): string => {
  const spread = Math.round(standing.spread);
  const around = spread > 0 ? ` ± ${spread}` : '';
  return `${Math.round(standing.expected)}${around} of ${standing.cards}`;
};

/** The honest sentence: an expectation, how sure it is, and how old. */
export const standingSentence = (standing: Standing, today: number): string => {
  if (standing.lastDay === undefined) {
    return standing.cards === 0
      ? 'Its cards are still being written.'
      : `Not studied yet. ${plural(standing.cards, 'card waits', 'cards wait')} here.`;
  }
  return `Expected to know ${knownOf(standing)}, last tested ${relativeDay(standing.lastDay, today)}`;
};

/** One short line: the state, how far one has come while learning, and what is due. */
export const standingLine = (state: ShownState, standing: Standing | undefined): string => {
  const parts = [STATE_NAMES[state]];
  if (standing && standing.seen > 0 && standing.seen < standing.cards) {
    parts.push(`${standing.seen} of ${standing.cards} seen`);
  }
  if (standing && standing.due > 0) parts.push(`${standing.due} due`);
  return parts.join(', ');
};

/** Why a skill is suggested. */
export const reasonWords = (reason: Reason): string => {
  switch (reason.kind) {
    case 'goal':
      return `On the way to your goal: ${reason.title}`;
    case 'begun':
      return `Begun, ${plural(reason.left, 'card')} left`;
    case 'chosen':
      return 'You chose to start it';
    case 'opens':
      return `Opens ${plural(reason.skills, 'skill')}`;
    case 'stands-alone':
      return 'Stands on its own';
  }
};
