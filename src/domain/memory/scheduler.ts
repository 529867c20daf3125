/**
 * The scheduler: ts-fsrs behind what Cairn needs of it.
 *
 * Memory states come from `fsrs6.ts`; learning steps, the range of the fuzz, and the parameters' bounds from ts-fsrs. Its own
 * calendar, undo and fuzz seed are not used: they count UTC dates, do not restore every field, and change between preview and commit.
 * An interval depends on the card's state, its id, the rating and what the review's event says was chosen, so the one on
 * the button is the one that is kept.
 */
import { BasicLearningStepsStrategy, State, type FSRSParameters, type StepUnit } from 'ts-fsrs';
import type { CardId } from '../curriculum/types.ts';
import type { Rating } from '../log/event.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import { fsrs6, forgettingCurve, type Memory } from './fsrs6.ts';
import {
  intervalIn,
  intervalRanges,
  NO_CHOICE,
  type Choice,
  type IntervalRange,
} from './interval.ts';
import { bounded } from './parameters.ts';

/** Where a card stands: in its first steps, in review, or back in steps after a lapse. */
export const PHASES = ['new', 'learning', 'review', 'relearning'] as const;
export type Phase = (typeof PHASES)[number];

/** Everything the scheduler knows of one card. Never changed in place. */
export interface CardMemory extends Readonly<Memory> {
  readonly phase: Phase;
  /** Index of the learning step it is in. */
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  /** Last review, ms since the epoch, and its study day. */
  readonly last: number;
  readonly lastDay: StudyDay;
  /** Study day on which it is due; for a card in steps, the day of its last review. */
  readonly dueDay: StudyDay;
  /** In steps: the moment it is due, ms since the epoch; else 0. */
  readonly dueAt: number;
}

/** A card that was never reviewed. */
export const UNSEEN: CardMemory = {
  stability: 0,
  difficulty: 0,
  phase: 'new',
  step: 0,
  reps: 0,
  lapses: 0,
  last: 0,
  lastDay: 0,
  dueDay: 0,
  dueAt: 0,
};

export interface SchedulerOptions {
  readonly parameters: readonly number[];
  /** Probability of recall aimed at, 0.70 to 0.97. */
  readonly retention: number;
  /** Longest interval, days. */
  readonly maximumInterval: number;
  readonly learningSteps: readonly string[];
  readonly relearningSteps: readonly string[];
}

/** A card in the middle of a replay, changed in place; `settle` makes a `CardMemory` of it. */
export interface CardInReplay extends Memory {
  phase: Phase;
  step: number;
  reps: number;
  lapses: number;
  lastDay: StudyDay;
  /** Study days between the last two reviews. */
  elapsed: number;
  /** Minutes of the learning step that the last rating led to, or 0 when it left the steps. */
  stepMinutes: number;
}

export interface Scheduler {
  /** The card after a rating at `time` (ms) on study day `day`. Going back in time counts as no time. */
  readonly rate: (
    id: CardId,
    card: CardMemory,
    rating: Rating,
    time: number,
    day: StudyDay,
    choice?: Choice,
  ) => CardMemory;
  /** One review of a replay, in place. */
  readonly replay: (card: CardInReplay, rating: Rating, day: StudyDay) => void;
  /** Ends a replay whose last review was at `last` (ms): works out when the card is due. */
  readonly settle: (id: CardId, card: CardInReplay, last: number, choice?: Choice) => CardMemory;
  /** The intervals that may be chosen for a card whose last review of a replay is in; none while it is in steps. */
  readonly range: (card: CardInReplay, aim: number) => IntervalRange | undefined;
  /** Probability of recall on a study day, 0 to 1; 0 for a card not seen. */
  readonly retrievability: (card: CardMemory, day: StudyDay) => number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const phaseAfterStep = (phase: Phase): Phase =>
  phase === 'review' || phase === 'relearning' ? 'relearning' : 'learning';

/** Builds a scheduler for one preset. Cheap enough to be built per settings change, not per review. */
export const createScheduler = (options: SchedulerOptions): Scheduler => {
  const w = bounded(options.parameters, options.relearningSteps.length);
  const parameters: FSRSParameters = {
    w: [...w],
    request_retention: options.retention,
    maximum_interval: options.maximumInterval,
    enable_fuzz: true,
    enable_short_term: true,
    learning_steps: options.learningSteps as StepUnit[],
    relearning_steps: options.relearningSteps as StepUnit[],
  };
  const rangeOf = intervalRanges(w, options.retention, options.maximumInterval);
  const advance = fsrs6(w);
  const curve = forgettingCurve(w);
  const longest = Math.max(options.learningSteps.length, options.relearningSteps.length);
  const stepsFrom = (state: State) =>
    Array.from({ length: longest }, (_, step) =>
      BasicLearningStepsStrategy(parameters, state, step),
    );
  const steps = {
    new: stepsFrom(State.New),
    learning: stepsFrom(State.Learning),
    review: stepsFrom(State.Review),
    relearning: stepsFrom(State.Relearning),
  } satisfies Record<Phase, unknown>;

  const replay = (card: CardInReplay, rating: Rating, day: StudyDay): void => {
    card.elapsed = card.reps === 0 ? 0 : Math.max(0, day - card.lastDay);
    advance(card, card.elapsed, rating);
    if (card.phase === 'review' && rating === 1) card.lapses++;
    const next = steps[card.phase][card.step]?.[rating];
    card.stepMinutes = next ? next.scheduled_minutes : 0;
    card.step = next ? next.next_step : 0;
    card.phase = next && card.stepMinutes < DAY_MINUTES ? phaseAfterStep(card.phase) : 'review';
    card.reps++;
    card.lastDay = day;
  };

  const range = (card: CardInReplay, aim: number): IntervalRange | undefined =>
    card.phase === 'review' && card.stepMinutes === 0
      ? rangeOf(card.stability, card.elapsed, aim)
      : undefined;

  const daysUntilDue = (id: CardId, card: CardInReplay, choice: Choice): number => {
    const free = range(card, choice.aim);
    if (free) return intervalIn(free, id, card.reps, choice.days);
    return card.phase === 'review' ? Math.floor(card.stepMinutes / DAY_MINUTES) : 0;
  };

  const settle = (
    id: CardId,
    card: CardInReplay,
    last: number,
    choice: Choice = NO_CHOICE,
  ): CardMemory => ({
    stability: card.stability,
    difficulty: card.difficulty,
    phase: card.phase,
    step: card.step,
    reps: card.reps,
    lapses: card.lapses,
    last,
    lastDay: card.lastDay,
    dueDay: card.lastDay + daysUntilDue(id, card, choice),
    dueAt: card.phase === 'review' ? 0 : last + card.stepMinutes * MINUTE_MS,
  });

  return {
    replay,
    settle,
    range,
    rate: (id, card, rating, time, day, choice) => {
      const next = inReplay(card);
      replay(next, rating, day);
      return settle(id, next, time, choice);
    },
    retrievability: (card, day) =>
      card.stability === 0 ? 0 : curve(Math.max(0, day - card.lastDay), card.stability),
  };
};

/** Opens a card for replaying further reviews. */
export const inReplay = (card: CardMemory): CardInReplay => ({
  stability: card.stability,
  difficulty: card.difficulty,
  phase: card.phase,
  step: card.step,
  reps: card.reps,
  lapses: card.lapses,
  lastDay: card.lastDay,
  elapsed: 0,
  stepMinutes: 0,
});
