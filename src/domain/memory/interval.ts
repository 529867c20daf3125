/**
 * From stability to an interval: the days until recall falls to the probability aimed at, moved a little (fuzz) so that cards
 * learnt together do not stay together.
 *
 * The fuzz range is that of ts-fsrs. Where in it a card falls is what was chosen when it was rated (see
 * `study/balance.ts`); else it depends on its id and its number of reviews alone: the default of ts-fsrs also depends on
 * the moment, and then the interval on a button is not the one that is kept.
 */
import { computeDecayFactor, get_fuzz_range } from 'ts-fsrs';
import type { CardId } from '../curriculum/types.ts';

/** Shorter intervals, days, are not moved. As in ts-fsrs. */
const FUZZ_FROM = 2.5;

/** What was chosen for a review when it was given. */
export interface Choice {
  /** Days until the next review, to be brought within the range that the memory gives; 0 for none chosen. */
  readonly days: number;
  /** Recall aimed at, whole percent; 0 for that of the settings. */
  readonly aim: number;
}

export const NO_CHOICE: Choice = { days: 0, aim: 0 };

const LONGEST_DAYS = 36_500;
const [LEAST_AIM, MOST_AIM] = [70, 97];
const AIM_PLACE = 2 ** 16;

const within = (value: number | undefined, low: number, high: number): number =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high
    ? (value as number)
    : 0;

/** A choice as one number, for columns of a million; what does not fit counts as not chosen. */
export const packChoice = (days: number | undefined, aim: number | undefined): number =>
  within(days, 1, LONGEST_DAYS) + AIM_PLACE * within(aim, LEAST_AIM, MOST_AIM);

export const unpackChoice = (packed: number): Choice =>
  packed === 0 ? NO_CHOICE : { days: packed % AIM_PLACE, aim: Math.floor(packed / AIM_PLACE) };

/** Days until the next review, at least 1: the shortest and the longest that the fuzz allows. */
export interface IntervalRange {
  readonly low: number;
  readonly high: number;
}

export type RangeOf = (stability: number, elapsedDays: number, aim: number) => IntervalRange;

/**
 * @param w 21 valid parameters
 * @param retention probability of recall aimed at, 0 to 1, where no `aim` is given
 * @param maximum longest interval, days
 */
export const intervalRanges = (
  w: readonly number[],
  retention: number,
  maximum: number,
): RangeOf => {
  const { decay, factor } = computeDecayFactor([...w]);
  const modifierOf = (recall: number): number =>
    Math.round(((Math.pow(recall, 1 / decay) - 1) / factor) * 1e8) / 1e8;
  const usual = modifierOf(retention);
  return (stability, elapsedDays, aim) => {
    const modifier = aim === 0 ? usual : modifierOf(aim / 100);
    const days = Math.min(Math.max(1, Math.round(stability * modifier)), maximum);
    if (days < FUZZ_FROM) return { low: days, high: days };
    const { min_ivl: low, max_ivl: high } = get_fuzz_range(days, elapsedDays, maximum);
    return { low, high };
  };
};

/** The interval within a range: the one chosen, else one that the card's id and number of reviews decide. */
export const intervalIn = (
  { low, high }: IntervalRange,
  id: CardId,
  reps: number,
  chosen: number,
): number =>
  chosen > 0
    ? Math.max(low, Math.min(high, chosen))
    : low + Math.floor(share(`${id}:${reps}`) * (high - low + 1));

/** A number in [0, 1) that a text decides, spread evenly. FNV-1a, with the finaliser of MurmurHash3. */
const share = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};
