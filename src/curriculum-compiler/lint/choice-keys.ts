import { plainText } from '../markdown/prose.ts';
import type { Place, Problems } from '../problems.ts';
import type { CardSource, OptionSource, SkillSource, SourceCurriculum } from '../source/model.ts';

/** Below this number of choice cards in a track a pattern may be chance. */
const MINIMUM_CARDS = 10;
/** How many standard deviations above chance a position may be; beyond, chance would do it once in 200 tracks. */
const MAXIMUM_DEVIATION = 2.6;

/**
 * Whether the right option stands out as the longest. A few characters more give nothing away, so only a visible
 * difference counts.
 */
export function isRightLongest(options: readonly OptionSource[]): boolean {
  const right = options.find((option) => option.correct);
  const others = options.filter((option) => !option.correct).map(visibleLength);
  if (!right || others.length === 0) return false;
  const longest = Math.max(...others);
  return visibleLength(right) > longest + Math.max(3, longest / 10);
}

const visibleLength = (option: OptionSource): number => plainText(option.text).length;

/** Positions that hold the right option more often than chance explains, from 1. */
export function favouredPosition(cards: readonly CardSource[]): number | undefined {
  const choices = cards.flatMap(({ options }) => (options ? [options] : []));
  if (choices.length < MINIMUM_CARDS) return undefined;
  for (let position = 0; position < 5; position++) {
    const chances = choices.map((options) => (position < options.length ? 1 / options.length : 0));
    const expected = sum(chances);
    const deviation = Math.sqrt(sum(chances.map((chance) => chance * (1 - chance))));
    const observed = choices.filter((options) => options[position]?.correct).length;
    if (observed > expected + MAXIMUM_DEVIATION * deviation) return position + 1;
  }
  return undefined;
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);

/** In each track and in all, the right options are spread over the positions, and are not mostly the longest. */
export function lintChoiceKeys({ manifest, skills }: SourceCurriculum, problems: Problems): void {
  for (const { id, at } of manifest.tracks) {
    const inTrack = skills.filter(({ track }) => track.value === id);
    lintKeys(choiceCardsOf(inTrack), `in track "${id}"`, at, problems);
  }
  lintKeys(choiceCardsOf(skills), 'in all tracks together', manifest.at, problems);
}

function lintKeys(
  cards: readonly CardSource[],
  where: string,
  at: Place,
  problems: Problems,
): void {
  const position = favouredPosition(cards);
  if (position !== undefined) {
    const message = `${where} the right option stands too often at position ${position}`;
    problems.error(at, 'choice-position', `${message}, of ${cards.length} choice cards`);
  }
  const longest = cards.filter(({ options = [] }) => isAtLeastLongest(options)).length;
  if (cards.length >= MINIMUM_CARDS && longest > cards.length * 0.6) {
    const message = `${where} the right option is the longest on ${longest} of ${cards.length}`;
    problems.error(at, 'choice-length', `${message} choice cards`);
  }
}

const choiceCardsOf = (skills: readonly SkillSource[]): CardSource[] =>
  skills
    .flatMap((skill) => skill.notes.flatMap((note) => note.cards))
    .filter((card) => card.options !== undefined);

/** How often the right option stands at each position, from the first. */
export function keyPositions(skills: readonly SkillSource[]): readonly number[] {
  const counts: number[] = [];
  for (const { options = [] } of choiceCardsOf(skills)) {
    for (const [position, { correct }] of options.entries()) {
      counts[position] = (counts[position] ?? 0) + (correct ? 1 : 0);
    }
  }
  return counts;
}

const isAtLeastLongest = (options: readonly OptionSource[]): boolean =>
  options.some(
    (right) =>
      right.correct &&
      options.every((option) => option.correct || visibleLength(option) < visibleLength(right)),
  );
