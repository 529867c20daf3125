/**
 * When a milestone asks for attention. The same FSRS scheduler as for cards, in a preset of its own that never takes part in
 * fitting: a check-in is not recall, and mixing the two would spoil both.
 *
 * Check-ins are capped: in simulation FSRS adds little over a fixed fortnight there, and "no progress" must not nag.
 */
import type { MilestoneId } from '../curriculum/types.ts';
import type { Rating } from '../log/event.ts';
import { DEFAULT_PARAMETERS } from '../memory/parameters.ts';
import { createScheduler, UNSEEN, type CardMemory } from '../memory/scheduler.ts';
import type { StudyDay } from '../calendar/study-day.ts';

/** Check-ins come no sooner than this, days. */
export const CHECKIN_FLOOR = 7;
/** Check-ins come no later than this, days, nor than a third of the time to the target. */
export const CHECKIN_CAP = 21;
/** A story is first asked for this many days after the milestone is achieved. */
export const FIRST_STORY = 7;
/** A perishable milestone asks to be attested again after this many days, later between floor and cap. */
export const FIRST_ATTESTATION = 180;
export const ATTESTATION_FLOOR = 90;
export const ATTESTATION_CAP = 365;

const preset = createScheduler({
  parameters: DEFAULT_PARAMETERS,
  retention: 0.9,
  maximumInterval: ATTESTATION_CAP,
  learningSteps: [],
  relearningSteps: [],
});

const within = (card: CardMemory, floor: number, cap: number): CardMemory => ({
  ...card,
  dueDay: card.lastDay + Math.max(floor, Math.min(cap, card.dueDay - card.lastDay)),
});

const firstDue = (day: StudyDay, days: number): CardMemory => ({ ...UNSEEN, dueDay: day + days });

/** A check-in has no Again: no progress is Hard, or it would ask three times as often to no use. */
const notAgain = (rating: Rating): Rating => (rating === 1 ? 2 : rating);

export const firstCheckin = (day: StudyDay): CardMemory => firstDue(day, CHECKIN_FLOOR);
export const firstStory = (day: StudyDay): CardMemory => firstDue(day, FIRST_STORY);
export const firstAttestation = (day: StudyDay): CardMemory => firstDue(day, FIRST_ATTESTATION);

/**
 * The schedule after a check-in.
 * @param time ms since the epoch
 * @param daysToTarget days until the person's target date, or `undefined` without one
 */
export const afterCheckin = (
  id: MilestoneId,
  checkin: CardMemory,
  rating: Rating,
  time: number,
  day: StudyDay,
  daysToTarget: number | undefined,
): CardMemory => {
  const toTarget =
    daysToTarget === undefined || daysToTarget < 0 ? CHECKIN_CAP : Math.floor(daysToTarget / 3);
  const cap = Math.max(CHECKIN_FLOOR, Math.min(CHECKIN_CAP, toTarget));
  return within(preset.rate(id, checkin, notAgain(rating), time, day), CHECKIN_FLOOR, cap);
};

export const afterStory = (
  id: MilestoneId,
  story: CardMemory,
  rating: Rating,
  time: number,
  day: StudyDay,
): CardMemory => preset.rate(id, story, rating, time, day);

export const afterAttestation = (
  id: MilestoneId,
  attestation: CardMemory,
  rating: Rating,
  time: number,
  day: StudyDay,
): CardMemory =>
  within(preset.rate(id, attestation, rating, time, day), ATTESTATION_FLOOR, ATTESTATION_CAP);
