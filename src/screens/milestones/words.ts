/** States, kinds, tasks and reasons of milestones in words. */
import { dayOfIsoDate } from '../../domain/calendar/study-day.ts';
import type { MilestoneClass } from '../../domain/curriculum/types.ts';
import type { EvidenceProblem } from '../../domain/milestones/evidence.ts';
import type { Audience } from '../../domain/milestones/packet.ts';
import type { CheckinReason } from '../../domain/milestones/outcomes.ts';
import {
  ATTESTATION_CAP,
  ATTESTATION_FLOOR,
  CHECKIN_CAP,
  CHECKIN_FLOOR,
} from '../../domain/milestones/schedule.ts';
import type {
  MilestoneStanding,
  MilestoneState,
  MilestoneTask,
} from '../../domain/milestones/standing.ts';
import type { SkillState } from '../../domain/progress/standing.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { relativeDay } from '../../ui/format.ts';

export const STATES: Readonly<Record<MilestoneState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  achieved: 'Achieved',
  'needs-refreshing': 'Needs refreshing',
};

export const CLASSES: Readonly<Record<MilestoneClass, { name: string; meaning: string }>> = {
  'one-off': { name: 'One-off', meaning: 'Done once, it stays done.' },
  durable: {
    name: 'Durable',
    meaning: 'A way of working rather than an event. Once shown, it stays.',
  },
  perishable: {
    name: 'Perishable',
    meaning:
      'Its proof goes stale. Half a year after you achieve it, Cairn asks whether it is still true.',
  },
};

/** What a milestone asks for, as a thing to do. */
export const TASKS: Readonly<Record<MilestoneTask, string>> = {
  checkin: 'Check in',
  story: 'Tell the story',
  attestation: 'Say whether it is still true',
};

const LATER: Readonly<Record<MilestoneTask, string>> = {
  checkin: 'Next check-in',
  story: 'Next story',
  attestation: 'Asked whether it is still true',
};

/** `Check in tomorrow`, `Next story in 9 days`, `Tell the story, due 3 days ago`. */
export const nextWords = (next: NonNullable<MilestoneStanding['next']>, today: number): string =>
  `${next.day <= today + 1 ? TASKS[next.task] : LATER[next.task]}${next.day <= today ? ', due' : ''} ${relativeDay(next.day, today)}`;

/** `tomorrow, 24 Nov 2026`. */
export const dayWords = (day: number, today: number): string =>
  `${relativeDay(day, today)}, ${dateOfDay(day)}`;

export const CHECKIN_REASONS: Readonly<Record<CheckinReason, string>> = {
  first: 'The first check-in comes a week after the start.',
  shortest: `Check-ins come no sooner than every ${CHECKIN_FLOOR} days, so that they never nag.`,
  longest: `Check-ins come at least every ${CHECKIN_CAP} days, so that nothing slips; below that, FSRS decides.`,
  target:
    'Your target date is near: it comes no later than after a third of the time that is left.',
  scheduler: 'Set by FSRS: the better it goes, the longer it waits.',
};

export const STORY_REASON =
  'FSRS schedules the story like a card, so that you can still tell it, with its numbers, when it counts.';

export const ATTESTATION_REASON = `Perishable proof is asked about again: first after half a year, then every ${ATTESTATION_FLOOR} to ${ATTESTATION_CAP} days.`;

export const PROBLEMS: Readonly<Record<EvidenceProblem, string>> = {
  'no-title': 'Give it a title, so that you find it again.',
  'no-date': 'Give the whole date on which it happened.',
  'long-ago': 'Check the year: it lies before 1970.',
  'in-the-future': 'This date is in the future. Evidence has already happened.',
  'not-a-web-link':
    'A link starts with http:// or https://. Anything else, such as a file name, fits into the note.',
  'note-too-long': 'The note is too long: at most 10,000 characters.',
};

export const SKILL_STATES: Readonly<Record<SkillState, string>> = {
  locked: 'Needs others first',
  'next-up': 'Next up',
  learning: 'Learning',
  ready: 'Ready',
  mastered: 'Mastered',
  fading: 'Fading',
};

/** A date as people read it; one from a restored file that is none, as the text it is. */
export const shownDate = (date: string): string => {
  const day = dayOfIsoDate(date);
  return day === undefined ? date || 'no date' : dateOfDay(day);
};

/** `1, 2 and 3`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

export const AUDIENCES: Readonly<Record<Audience, string>> = {
  self: 'myself',
  manager: 'my manager',
  committee: 'the committee',
};
