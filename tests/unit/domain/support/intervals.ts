import { intervalIn, intervalRanges } from '../../../../src/domain/memory/interval.ts';

/** The interval of a card where nothing was chosen. */
export const intervals = (w: readonly number[], retention: number, maximum: number) => {
  const rangeOf = intervalRanges(w, retention, maximum);
  return (id: string, reps: number, stability: number, elapsedDays: number): number =>
    intervalIn(rangeOf(stability, elapsedDays, 0), id, reps, 0);
};
