import { prose, wordCount } from '../markdown/prose.ts';
import type { Problems } from '../problems.ts';
import type { SkillSource, SourceCurriculum } from '../source/model.ts';
import { sentences } from './sentences.ts';

const MAXIMUM_WORDS = 35;

/** What good looks like: one short sentence a stage, from the skill's own stage upward. */
export function lintGood(
  { good, stage: own }: SkillSource,
  { manifest }: SourceCurriculum,
  problems: Problems,
): void {
  const altitude = (stage: string): number => manifest.stages.findIndex(({ id }) => id === stage);
  for (const { stage, text, at } of good) {
    const words = wordCount(prose(text));
    if (words > MAXIMUM_WORDS) {
      problems.error(at, 'long-good', `the sentence has ${words} words; at most ${MAXIMUM_WORDS}`);
    }
    const count = sentences(prose(text)).length;
    if (count > 1) problems.error(at, 'long-good', `one sentence, please; there are ${count}`);
    if (altitude(stage) >= 0 && altitude(stage) < altitude(own.value)) {
      const message = `"${stage}" comes before the skill's own stage "${own.value}"`;
      problems.error(at, 'earlier-stage', message);
    }
  }
}
