/**
 * From stability to an interval: the days until recall falls to the probability aimed at, moved a little (fuzz) so that cards
 * learnt together do not stay together.
 *
 * The fuzz range is that of ts-fsrs. Where in it a card falls depends on its id and its number of reviews alone: the
 * default of ts-fsrs also depends on the moment, and then the interval on a button is not the one that is kept.
 */
import { computeDecayFactor, get_fuzz_range } from 'ts-fsrs';
import type { CardId } from '../curriculum/types.ts';

/** Shorter intervals, days, are not moved. As in ts-fsrs. */
const FUZZ_FROM = 2.5;

/** Days until the next review, at least 1. */
export type Interval = (id: CardId, reps: number, stability: number, elapsedDays: number) => number;

/**
 * @param w 21 valid parameters
 * @param retention probability of recall aimed at, 0 to 1
 * @param maximum longest interval, days
 */
export const intervals = (w: readonly number[], retention: number, maximum: number): Interval => {
  const { decay, factor } = computeDecayFactor([...w]);
  const modifier = Math.round(((Math.pow(retention, 1 / decay) - 1) / factor) * 1e8) / 1e8;
  return (id, reps, stability, elapsedDays) => {
    const days = Math.min(Math.max(1, Math.round(stability * modifier)), maximum);
    if (days < FUZZ_FROM) return days;
    const { min_ivl: low, max_ivl: high } = get_fuzz_range(days, elapsedDays, maximum);
    return Math.floor(low + share(`${id}:${reps}`) * (high - low + 1));
  };
};

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
