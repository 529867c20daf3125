import type { Place, Problems } from '../problems.ts';
import type { SkillSource, SourceCurriculum } from '../source/model.ts';

export interface Shortfall {
  readonly at: Place;
  readonly rule: string;
  readonly message: string;
}

/**
 * What a curriculum lacks of the standards that it sets itself (`standards` in `curriculum.yaml`, and
 * `minimum-cards.yaml`). A draft is told so in notes, which stop nothing; after that each one is an error.
 */
export function checkStandards(curriculum: SourceCurriculum, problems: Problems): void {
  for (const { at, rule, message } of shortfalls(curriculum)) {
    if (curriculum.manifest.draft) problems.note(at, rule, message);
    else problems.error(at, rule, message);
  }
}

/** Everything that falls short, skill by skill, then of the whole. */
export function shortfalls(curriculum: SourceCurriculum): readonly Shortfall[] {
  const { manifest, skills } = curriculum;
  const { standards, at } = manifest;
  const found: Shortfall[] = [];
  const atLeast = (least: number | undefined, has: number, what: string, place: Place): void => {
    if (least !== undefined && has < least) {
      const message = `${has} of at least ${least} ${what}`;
      found.push({ at: place, rule: 'standard', message });
    }
  };
  const minimum = new Map(curriculum.minimumCards.map(({ skill, cards }) => [skill, cards]));
  for (const skill of skills) {
    atLeast(minimum.get(skill.id), cardCount(skill), 'cards', skill.at);
    atLeast(standards.choiceCards, choiceCount(skill), 'choice cards', skill.at);
    atLeast(standards.readings, skill.sources.length, 'further readings (sources)', skill.at);
    const stage = manifest.stages.findIndex(({ id }) => id === skill.stage.value);
    // From the last stage there is no climbing further.
    const good = Math.min(standards.good ?? 0, manifest.stages.length - stage);
    atLeast(good, skill.good.length, 'stages under "good"', skill.at);
  }
  const cards = sum(skills.map(cardCount));
  const choice = sum(skills.map(choiceCount));
  atLeast(standards.cards, cards, 'cards in all', at);
  const wanted = Math.ceil((standards.choiceShare ?? 0) * cards);
  atLeast(wanted, choice, 'choice cards in all', at);
  return found;
}

/** Skills with fewer cards than `minimum-cards.yaml` asks for. */
export const skillsBelowMinimum = (
  curriculum: SourceCurriculum,
): readonly { readonly skill: string; readonly cards: number; readonly minimum: number }[] =>
  curriculum.minimumCards.flatMap(({ skill: id, cards: minimum }) => {
    const skill = curriculum.skills.find((one) => one.id === id);
    const cards = skill ? cardCount(skill) : 0;
    return cards < minimum ? [{ skill: id, cards, minimum }] : [];
  });

const cardCount = ({ notes }: SkillSource): number => sum(notes.map((note) => note.cards.length));

const choiceCount = ({ notes }: SkillSource): number =>
  notes.filter(({ kind }) => kind === 'choice').length;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, each) => total + each, 0);
