/**
 * FSRS-6, the memory model, as a bare function for replaying long histories.
 *
 * The formulas are those of ts-fsrs 5.4.2 `next_state` (FSRS-6, 21 parameters), including its rounding to eight
 * decimals, so that both give the same state to the last digit that ts-fsrs keeps; a property test holds them together.
 * A replay calls this a million times and must not pay for objects, proxies and checks.
 * Source: open-spaced-repetition, "The Algorithm", FSRS-6.
 */
import { S_MAX, S_MIN } from 'ts-fsrs';
import type { Rating } from '../log/event.ts';

/** What the model knows of one card. */
export interface Memory {
  /** Days until retrievability falls to 90 %. */
  stability: number;
  /** 1 (easy) to 10 (hard). */
  difficulty: number;
}

/** Advances `memory` in place. `elapsedDays` counts whole study days since the last review; 0 is the same day. */
export type Step = (memory: Memory, elapsedDays: number, rating: Rating) => void;

const round8 = (x: number): number => Math.round(x * 1e8) / 1e8;
const clamp = (x: number, low: number, high: number): number =>
  x < low ? low : x > high ? high : x;

/** The forgetting curve for 21 parameters: probability of recall after `elapsedDays` at a stability in days. */
export const forgettingCurve = (
  w: readonly number[],
): ((elapsedDays: number, stability: number) => number) => {
  const decay = -(w[20] as number);
  const factor = round8(Math.exp(Math.pow(decay, -1) * Math.log(0.9)) - 1);
  return (elapsedDays, stability) =>
    round8(Math.pow(1 + (factor * elapsedDays) / stability, decay));
};

/**
 * Builds the step function for a set of parameters.
 * @param w 21 valid parameters (see `parameters.ts`); a memory with stability 0 is a card not seen yet
 */
export const fsrs6 = (w: readonly number[]): Step => {
  const at = (i: number): number => w[i] as number;
  const initialStability = [0, 1, 2, 3].map((i) => Math.max(at(i), 0.1));
  const unclamped = [1, 2, 3, 4].map((g) => round8(at(4) - Math.exp((g - 1) * at(5)) + 1));
  const initialDifficulty = unclamped.map((d) => clamp(d, 1, 10));
  const easyDifficulty = unclamped[3] as number;
  const retrievability = forgettingCurve(w);
  const w6 = at(6);
  const reversion = at(7) * easyDifficulty;
  const keep = 1 - at(7);
  const recallGain = Math.exp(at(8));
  const w9 = at(9);
  const w10 = at(10);
  const w11 = at(11);
  const w12 = at(12);
  const w13 = at(13);
  const w14 = at(14);
  const bonus = [1, 1, at(15), 1, at(16)];
  const shortTerm = [0, 1, 2, 3, 4].map((g) => Math.exp(at(17) * (g - 3 + at(18))));
  const w19 = at(19);
  const lapseShrink = Math.exp(at(17) * at(18));

  return (memory, elapsedDays, rating) => {
    const { stability: s, difficulty: d } = memory;
    if (s === 0) {
      memory.stability = initialStability[rating - 1] as number;
      memory.difficulty = initialDifficulty[rating - 1] as number;
      return;
    }
    if (elapsedDays <= 0) {
      const growth = Math.pow(s, -w19) * (shortTerm[rating] as number);
      memory.stability = round8(clamp(s * (rating > 1 && growth < 1 ? 1 : growth), S_MIN, S_MAX));
    } else {
      const forgotten = 1 - retrievability(elapsedDays, s);
      if (rating === 1) {
        const lapsed =
          w11 * Math.pow(d, -w12) * (Math.pow(s + 1, w13) - 1) * Math.exp(forgotten * w14);
        const ceiling = round8(clamp(lapsed, S_MIN, S_MAX));
        memory.stability = clamp(round8(s / lapseShrink), S_MIN, ceiling);
      } else {
        const gain = recallGain * (11 - d) * Math.pow(s, -w9) * (Math.exp(forgotten * w10) - 1);
        memory.stability = round8(clamp(s * (1 + gain * (bonus[rating] as number)), S_MIN, S_MAX));
      }
    }
    const shifted = d + round8((-w6 * (rating - 3) * (10 - d)) / 9);
    memory.difficulty = clamp(round8(reversion + keep * shifted), 1, 10);
  };
};
