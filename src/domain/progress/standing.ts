/**
 * Where a person stands with each skill: from memory, not from ticks.
 *
 * What is shown is an expectation with its spread ("expected to know 17 ± 2 of 20"), since every card's recall is a
 * probability. Ready, mastered and fading follow the thresholds below.
 */
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard, type Skill, type SkillId } from '../curriculum/types.ts';
import type { StudyDay } from '../calendar/study-day.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import { recallAimedAt } from '../settings/settings.ts';
import { schedulerFor } from './scheduler-for.ts';
import type { Learner } from './learner.ts';

/** A card counts as steady from this stability, days; a skill is ready when this share of its cards is. */
export const STEADY_DAYS = 7;
const READY_SHARE = 0.8;
/** A card counts as durable from this stability, days. */
export const DURABLE_DAYS = 21;
/** Mastered: this share seen, this share durable. */
export const MASTERED_COVERAGE = 0.95;
export const MASTERED_DURABLE = 0.8;
/** Fading: mean retrievability this far below the one that the skill's track aims at. It ends only above that. */
export const FADING_GAP = 0.05;
/** Reviews of so many days in a row are one coming back to a skill. */
const BOUT_DAYS = 7;
/** Critical cards of a mastered skill are recalled with at least this probability. */
export const CRITICAL_RECALL = 0.8;

/**
 * - `locked`: prerequisites are not ready (soft: one may start anyway)
 * - `next-up`: could be begun now
 * - `learning`: begun
 * - `ready`: steady enough to build on
 * - `mastered`: nearly all of it durable
 * - `fading`: was ready, and is being forgotten
 */
export type SkillState = 'locked' | 'next-up' | 'learning' | 'ready' | 'mastered' | 'fading';

export interface Standing {
  readonly skill: SkillId;
  readonly state: SkillState;
  readonly cards: number;
  readonly seen: number;
  /** Cards expected to be known today, and 1.64 standard deviations of that number. */
  readonly expected: number;
  readonly spread: number;
  /** Cards of stability of at least `STEADY_DAYS`, `DURABLE_DAYS`. */
  readonly steady: number;
  readonly durable: number;
  /** Cards due today or earlier, and earlier only. */
  readonly due: number;
  readonly overdue: number;
  /** Study day of the last review, or `undefined`. */
  readonly lastDay: StudyDay | undefined;
  /** Prerequisites that are not ready. Empty when it can be begun. */
  readonly missing: readonly SkillId[];
}

interface Sum {
  readonly cards: CardMemory[];
  seen: number;
  expected: number;
  variance: number;
  steady: number;
  durable: number;
  due: number;
  overdue: number;
  lastDay: StudyDay;
  weakCritical: boolean;
}

/** Skills of stages below the one the person says they stand at are taken as known until they are studied. */
const isAssumed = (index: GraphIndex, learner: Learner, skill: Skill): boolean =>
  index.altitude(skill.stage) < index.altitude(learner.settings.stage);

/** From so many steady cards on a skill is ready. */
export const readyFrom = (skill: Skill): number => Math.ceil(READY_SHARE * skill.cards);

/** Whether enough of a skill's cards are steady to build on. */
export const isReady = (skill: Skill, now: { readonly steady: number } | undefined): boolean =>
  (now?.steady ?? 0) >= readyFrom(skill);

/** One screen after the other asks for the same, and every card is read for it. */
let last: readonly [GraphIndex, Learner, StudyDay, ReadonlyMap<SkillId, Standing>] | undefined;

/** The standing of every skill on a study day. Linear in cards and edges; the last one is remembered. */
export const standings = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
): ReadonlyMap<SkillId, Standing> => {
  if (last?.[0] !== index || last[1] !== learner || last[2] !== day) {
    last = [index, learner, day, read(index, learner, day)];
  }
  return last[3];
};

const read = (
  index: GraphIndex,
  learner: Learner,
  day: StudyDay,
): ReadonlyMap<SkillId, Standing> => {
  const sums = sumBySkill(index, learner, day);
  const stands = (id: SkillId): boolean => {
    const skill = index.skill(id);
    if (!skill) return true;
    if (isAssumed(index, learner, skill) && !sums.has(id)) return true;
    return isReady(skill, sums.get(id));
  };
  const result = new Map<SkillId, Standing>();
  for (const skill of index.graph.skills) {
    const sum = sums.get(skill.id) ?? NOTHING;
    const missing = skill.requires.filter((id) => !stands(id));
    result.set(skill.id, {
      skill: skill.id,
      state: stateOf(skill, sum, missing, learner),
      cards: skill.cards,
      seen: sum.seen,
      expected: sum.expected,
      spread: 1.64 * Math.sqrt(sum.variance),
      steady: sum.steady,
      durable: sum.durable,
      due: sum.due,
      overdue: sum.overdue,
      lastDay: sum.seen > 0 ? sum.lastDay : undefined,
      missing,
    });
  }
  return result;
};

const stateOf = (
  skill: Skill,
  sum: Sum,
  missing: readonly SkillId[],
  learner: Learner,
): SkillState => {
  if (sum.seen === 0) {
    return missing.length === 0 || learner.started.has(skill.id) ? 'next-up' : 'locked';
  }
  if (!isReady(skill, sum)) return 'learning';
  if (isFading(sum, recallAimedAt(learner.settings, skill.track), learner)) return 'fading';
  const mastered =
    sum.seen >= MASTERED_COVERAGE * skill.cards &&
    sum.durable >= MASTERED_DURABLE * skill.cards &&
    !sum.weakCritical;
  return mastered ? 'mastered' : 'ready';
};

/**
 * Fading sets in below one threshold and ends above another, so that a few reviews do not end it. Between the two it
 * depends on whether the skill is on its way down or up, and the cards tell: it comes up if those that the last bout of
 * reviews left out had sunk below the lower threshold by then.
 */
const isFading = (
  { cards, expected, seen, lastDay }: Sum,
  aim: number,
  { settings }: Learner,
): boolean => {
  const low = aim - FADING_GAP;
  if (expected < low * seen) return true;
  if (expected >= aim * seen) return false;
  const left = cards.filter((card) => card.lastDay <= lastDay - BOUT_DAYS);
  const { retrievability } = schedulerFor(settings);
  return left.reduce((sum, card) => sum + retrievability(card, lastDay) - low, 0) < 0;
};

const sumBySkill = (index: GraphIndex, learner: Learner, day: StudyDay): Map<SkillId, Sum> => {
  const scheduler = schedulerFor(learner.settings);
  const sums = new Map<SkillId, Sum>();
  for (const [id, card] of learner.cards) {
    const skill = index.skill(skillOfCard(id));
    if (!skill || card.reps === 0 || index.isRetired(id)) continue;
    let sum = sums.get(skill.id);
    if (!sum) sums.set(skill.id, (sum = emptySum()));
    const recall = scheduler.retrievability(card, day);
    add(sum, card, recall, day, learner.suspended.has(id));
    if (skill.critical.includes(id) && recall < CRITICAL_RECALL) sum.weakCritical = true;
  }
  return sums;
};

const emptySum = (): Sum => ({
  cards: [],
  seen: 0,
  expected: 0,
  variance: 0,
  steady: 0,
  durable: 0,
  due: 0,
  overdue: 0,
  lastDay: -Infinity,
  weakCritical: false,
});

/** Of a skill that was not begun. */
const NOTHING: Sum = emptySum();

const add = (sum: Sum, card: CardMemory, recall: number, day: StudyDay, asleep: boolean): void => {
  sum.cards.push(card);
  sum.seen++;
  sum.expected += recall;
  sum.variance += recall * (1 - recall);
  if (card.stability >= STEADY_DAYS) sum.steady++;
  if (card.stability >= DURABLE_DAYS) sum.durable++;
  if (card.dueDay <= day && !asleep) sum.due++;
  if (card.dueDay < day && !asleep) sum.overdue++;
  sum.lastDay = Math.max(sum.lastDay, card.lastDay);
};
