/** What may honestly be said of a retention so far, next to the one aimed at. */
import type { RetentionSoFar } from './forecast.ts';

/** A 95 % interval wider than this tells nothing yet: at a recall of 90 %, it takes some 40 reviews to get below. */
export const TELLING_WIDTH = 0.2;

/**
 * - `too-few`: the interval is too wide to say anything
 * - `on-target`: what is aimed at lies within the interval
 * - `below`, `above`: the whole interval does
 */
export type RetentionVerdict = 'too-few' | 'below' | 'on-target' | 'above';

/** @param telling the widest interval that tells something */
export const retentionVerdict = (
  { low, high }: Pick<RetentionSoFar, 'low' | 'high'>,
  target: number,
  telling = TELLING_WIDTH,
): RetentionVerdict => {
  if (high - low > telling) return 'too-few';
  if (wholePercent(high) < wholePercent(target)) return 'below';
  return wholePercent(low) > wholePercent(target) ? 'above' : 'on-target';
};

/** People see whole percents, and a verdict must agree with what is seen. */
const wholePercent = (share: number): number => Math.round(100 * share);
