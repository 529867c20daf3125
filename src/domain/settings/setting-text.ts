/** Settings as text that a person types: read forgivingly, refused with what is wrong, written so that it reads back. */
import { bounded, DEFAULT_PARAMETERS } from '../memory/parameters.ts';
import { isStep, MAX_STEPS } from './settings.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** A sentence for the person. */
  | { readonly ok: false; readonly problem: string };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (problem: string): { readonly ok: false; readonly problem: string } => ({
  ok: false,
  problem,
});

const wordsOf = (text: string): string[] => text.split(/[\s,;[\]]+/).filter((word) => word !== '');

/** A whole number within a range, ends included. */
export const parseWhole = (
  text: string,
  [low, high]: readonly [number, number],
): Parsed<number> => {
  const digits = text.trim();
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
  return value >= low && value <= high
    ? good(value)
    : bad(`Enter a whole number from ${low} to ${high}.`);
};

/** Learning steps, such as `1m 10m`. None is fine: the first interval is then of days. */
export const parseSteps = (text: string): Parsed<readonly string[]> => {
  const steps = wordsOf(text.toLowerCase());
  const wrong = steps.find((step): boolean => !isStep(step));
  if (wrong !== undefined) {
    return bad(`“${wrong}” is not a step. Write steps like 10m, 2h or 1d, of 30 days at most.`);
  }
  return steps.length > MAX_STEPS ? bad(`At most ${MAX_STEPS} steps.`) : good(steps);
};

export const stepsText = (steps: readonly string[]): string => steps.join(' ');

const COUNT = DEFAULT_PARAMETERS.length;

/** FSRS-6 parameters, separated by commas or spaces, in brackets or not. */
export const parseParameters = (text: string): Parsed<readonly number[]> => {
  const words = wordsOf(text);
  const wrong = words.find((word) => !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(word));
  if (wrong !== undefined) return bad(`“${wrong}” is not a number. Use a point for decimals.`);
  if (words.length !== COUNT) {
    return bad(`FSRS-6 has ${COUNT} parameters; there are ${words.length} here.`);
  }
  const parameters = words.map(Number);
  return parameters.every(Number.isFinite) ? good(parameters) : bad('One of these is too large.');
};

export const parametersText = (parameters: readonly number[]): string => parameters.join(', ');

export interface OutOfBounds {
  /** Place among the parameters, from 0: `w0` is the first. */
  readonly at: number;
  readonly given: number;
  /** The nearest value that the model allows, which is used instead. */
  readonly used: number;
}

/** Parameters that the model would not take as they are. */
export const outOfBounds = (
  parameters: readonly number[],
  relearningSteps: number,
): readonly OutOfBounds[] => {
  const used = bounded(parameters, relearningSteps);
  return parameters.flatMap((given, at) =>
    given === used[at] ? [] : [{ at, given, used: used[at] as number }],
  );
};
