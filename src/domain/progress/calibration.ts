/** How sure a person said to be before an answer showed, beside what they then recalled. */
import { retentionOf, type RetentionSoFar } from './forecast.ts';
import type { SureAnswers } from './learner.ts';
import { retentionVerdict, type RetentionVerdict } from './retention-verdict.ts';

/** A 95 % interval wider than this tells nothing yet: at a recall of a half, it takes some 21 answers to get below. */
const TELLING_WIDTH = 0.4;

export interface Calibration extends RetentionSoFar {
  /** How sure they said to be, 0 to 1; of several answers, on average. */
  readonly sure: number;
  /** `below`: they were surer than they recalled. */
  readonly verdict: RetentionVerdict;
}

const calibrationOf = (sure: number, { answers, recalled }: SureAnswers): Calibration => {
  const soFar = retentionOf(answers, recalled);
  return { ...soFar, sure, verdict: retentionVerdict(soFar, sure, TELLING_WIDTH) };
};

/** One for each degree of sureness that was ever said, least first, and one for all of them together. */
export const calibrations = (
  confidence: ReadonlyMap<number, SureAnswers>,
): { readonly each: readonly Calibration[]; readonly all: Calibration | undefined } => {
  const said = [...confidence].filter(([, { answers }]) => answers > 0);
  const total = (of: (percent: number, one: SureAnswers) => number): number =>
    said.reduce((sum, [percent, one]) => sum + of(percent, one), 0);
  const answers = total((_, one) => one.answers);
  const recalled = total((_, one) => one.recalled);
  const sure = total((percent, one) => percent * one.answers) / 100 / answers;
  return {
    each: said
      .toSorted(([a], [b]) => a - b)
      .map(([percent, one]) => calibrationOf(percent / 100, one)),
    all: answers > 0 ? calibrationOf(sure, { answers, recalled }) : undefined,
  };
};
