/** The 21 FSRS-6 parameters: defaults and what may be accepted from outside. */
import { clipParameters, default_w } from 'ts-fsrs';

export const DEFAULT_PARAMETERS: readonly number[] = default_w;

/**
 * Whether a value is a usable set of parameters. Asked before ts-fsrs sees it, because ts-fsrs turns a NaN silently into
 * a bound and writes to the console when it migrates older sets.
 */
export const isParameters = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length === DEFAULT_PARAMETERS.length &&
  value.every((w) => typeof w === 'number' && Number.isFinite(w));

/** The parameters brought within the model's bounds. */
export const bounded = (w: readonly number[], relearningSteps: number): readonly number[] =>
  clipParameters([...w], relearningSteps, true);
