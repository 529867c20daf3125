/** What aiming at another recall does to intervals. */
import { bounded } from './parameters.ts';

/**
 * How long an interval is when one recall is aimed at, as a multiple of its length under another: both are where the
 * forgetting curve falls to that recall, so the card's stability cancels out.
 * @param parameters 21 FSRS-6 parameters
 * @param retention probability of recall aimed at
 * @param reference the recall to compare with
 */
export const intervalRatio = (
  parameters: readonly number[],
  retention: number,
  reference = 0.9,
): number => {
  const decay = -(bounded(parameters, 0)[20] as number);
  const length = (recall: number): number => recall ** (1 / decay) - 1;
  return length(retention) / length(reference);
};
