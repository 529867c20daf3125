/** What each answer would lead to, before it is given, and why a check-in comes when it does. */
import { dayOfIsoDate, type StudyDay } from '../calendar/study-day.ts';
import type { MilestoneId } from '../curriculum/types.ts';
import type { Rating } from '../log/event.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { MilestoneProgress } from '../progress/learner.ts';
import type { Settings } from '../settings/settings.ts';
import {
  afterAttestation,
  afterCheckin,
  afterStory,
  CHECKIN_CAP,
  CHECKIN_FLOOR,
  firstCheckin,
} from './schedule.ts';

/** What is asked of a milestone, and when. */
export interface Asked {
  readonly milestone: MilestoneId;
  readonly progress: MilestoneProgress;
  readonly settings: Settings;
  /** Now, ms since the epoch, and its study day. */
  readonly time: number;
  readonly day: StudyDay;
}

/** The day of the next check-in after each answer, the same as the fold will come to. */
export const checkinDay = (asked: Asked, rating: Rating): StudyDay => {
  const { milestone, progress, settings, time, day } = asked;
  const target = dayOfIsoDate(settings.targetDate);
  const checkin = progress.startedAt ? progress.checkin : firstCheckin(day);
  const left = target === undefined ? undefined : target - day;
  return afterCheckin(milestone, checkin, rating, time, day, left).dueDay;
};

export const storyDay = ({ milestone, progress, time, day }: Asked, rating: Rating): StudyDay =>
  afterStory(milestone, progress.story, rating, time, day).dueDay;

export const attestationDay = (
  { milestone, progress, time, day }: Asked,
  rating: Rating,
): StudyDay => afterAttestation(milestone, progress.attestation, rating, time, day).dueDay;

/**
 * What decided the interval to the next check-in: that it is the first, the shortest or longest one allowed, the target date,
 * or else FSRS alone.
 */
export type CheckinReason = 'first' | 'shortest' | 'longest' | 'target' | 'scheduler';

export const checkinReason = (checkin: CardMemory, settings: Settings): CheckinReason => {
  if (checkin.reps === 0) return 'first';
  const interval = checkin.dueDay - checkin.lastDay;
  if (interval <= CHECKIN_FLOOR) return 'shortest';
  if (interval >= CHECKIN_CAP) return 'longest';
  const target = dayOfIsoDate(settings.targetDate);
  const third = target === undefined ? undefined : Math.floor((target - checkin.lastDay) / 3);
  return interval === third ? 'target' : 'scheduler';
};
