/**
 * A plan back from a target date: when each milestone that is left has to be begun, and whether the date can be kept.
 *
 * The times are the curriculum's estimates, so the plan speaks of weeks and quarters and gives no probability. Milestones
 * overlap: a person works on a few at a time.
 */
import type { StudyDay } from '../calendar/study-day.ts';
import { DAY_MS, dayOfIsoDate, isoDate } from '../calendar/study-day.ts';
import type { Milestone, MilestoneContent, MilestoneId, StageId } from '../curriculum/types.ts';
import type { Learner } from '../progress/learner.ts';

/** This many milestones go on at a time: as many threads as most people's quarters hold. */
export const AT_A_TIME = 3;
/** Where the milestone does not say, weeks. */
const USUAL_WEEKS = 12;
/** With less than this share of the time to spare the date is tight. */
const ROOM_SHARE = 0.15;

export type Start = 'under-way' | 'overdue' | 'this-quarter' | 'next-quarter' | 'later';

export interface PlannedMilestone {
  readonly milestone: Milestone;
  /** Weeks that are left of the usual time. */
  readonly weeks: number;
  /** The last study day on which it can begin so that the date is kept. */
  readonly latestStart: StudyDay;
  readonly start: Start;
}

/** - `open`: no date is set - `roomy`: the date holds - `tight`: it holds with little to spare - `late`: it does not */
export type Verdict = 'open' | 'roomy' | 'tight' | 'late';

export interface Plan {
  /** In the order in which they are best begun. */
  readonly milestones: readonly PlannedMilestone[];
  readonly target: StudyDay | undefined;
  /** The day by which all of them can be done, begun one after another as room allows. */
  readonly doneBy: StudyDay;
  readonly verdict: Verdict;
}

export interface PlanInput {
  readonly learner: Learner;
  readonly day: StudyDay;
  /** Climbing order. */
  readonly stages: readonly StageId[];
  /** As they are arranged, hidden ones left out. */
  readonly milestones: readonly Milestone[];
  readonly contents: ReadonlyMap<MilestoneId, MilestoneContent>;
}

/** The milestones from the person's stage up to the one they aim at that are not achieved. */
export const remaining = ({ learner, stages, milestones }: PlanInput): readonly Milestone[] => {
  const { stage, targetStage } = learner.settings;
  const from = Math.max(0, stages.indexOf(stage));
  const to = Math.max(from, stages.indexOf(targetStage));
  const wanted = new Set(stages.slice(from, to + 1));
  return milestones.filter(
    ({ id, stage: own }) => wanted.has(own) && !learner.milestones.get(id)?.achievedAt,
  );
};

export const plan = (input: PlanInput): Plan => {
  const { learner, day } = input;
  const left = remaining(input);
  const isBegun = ({ id }: Milestone): boolean => (learner.milestones.get(id)?.startedAt ?? 0) > 0;
  const ordered = [...left.filter(isBegun), ...left.filter((one) => !isBegun(one))];
  const weeks = ordered.map((one) => weeksLeft(input, one));
  const doneBy = Math.max(day, ...finishes(weeks, day));
  const target = dayOfIsoDate(learner.settings.targetDate);
  const latest = latestStarts(weeks, target ?? doneBy);
  return {
    milestones: ordered.map((milestone, i) => {
      const latestStart = latest[i] ?? day;
      const start = isBegun(milestone) ? 'under-way' : startOf(latestStart, day);
      return { milestone, weeks: weeks[i] ?? 0, latestStart, start };
    }),
    target,
    doneBy,
    verdict: verdictOf(day, doneBy, target),
  };
};

/** What is left of the usual time; what is under way needs a week at least. */
const weeksLeft = ({ learner, contents, day }: PlanInput, { id }: Milestone): number => {
  const usual = contents.get(id)?.weeks ?? USUAL_WEEKS;
  const startedAt = learner.milestones.get(id)?.startedAt ?? 0;
  if (startedAt === 0) return usual;
  const gone = Math.floor((day - Math.floor(startedAt / DAY_MS)) / 7);
  return Math.max(1, usual - Math.max(0, gone));
};

/** When each is done if the next begins as soon as one of the threads is free. */
const finishes = (weeks: readonly number[], from: StudyDay): readonly StudyDay[] => {
  const free = new Array<StudyDay>(AT_A_TIME).fill(from);
  return weeks.map((length) => {
    const thread = free.indexOf(Math.min(...free));
    return (free[thread] = (free[thread] ?? from) + 7 * length);
  });
};

/** The same backwards from the target: the last comes last, and each is begun as late as it may. */
const latestStarts = (weeks: readonly number[], target: StudyDay): readonly StudyDay[] => {
  const backwards = finishes(weeks.toReversed(), 0).toReversed();
  return backwards.map((sinceStart) => target - sinceStart);
};

const startOf = (latestStart: StudyDay, day: StudyDay): Start => {
  if (latestStart < day) return 'overdue';
  const ahead = quarterOf(latestStart) - quarterOf(day);
  if (ahead === 0) return 'this-quarter';
  return ahead === 1 ? 'next-quarter' : 'later';
};

/** Calendar quarters, counted on. */
const quarterOf = (day: StudyDay): number => {
  const [year, month] = isoDate(day).split('-').map(Number);
  return (year ?? 0) * 4 + Math.floor(((month ?? 1) - 1) / 3);
};

const verdictOf = (day: StudyDay, doneBy: StudyDay, target: StudyDay | undefined): Verdict => {
  if (target === undefined) return 'open';
  if (doneBy > target) return 'late';
  return target - doneBy < ROOM_SHARE * (target - day) ? 'tight' : 'roomy';
};
