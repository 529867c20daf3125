import type {
  Card,
  ChoiceOption,
  ReferenceChunk,
  Skill,
  SkillContent,
  TrackChunk,
} from '../../domain/curriculum/types.ts';
import { plainText } from '../markdown/prose.ts';
import { renderHtml, renderOption } from '../render/html.ts';
import type { RenderContext } from '../render/html.ts';
import type {
  CardSource,
  NoteSource,
  OptionSource,
  SkillSource,
  SourceCurriculum,
} from '../source/model.ts';
import { placeableSkills } from './graph.ts';
import { positions } from './order.ts';

/** One chunk a track, with its skills in the order of the graph. */
export function buildTrackChunks(
  curriculum: SourceCurriculum,
  order: readonly Skill[],
  context: RenderContext,
): TrackChunk[] {
  const stages = positions(curriculum.manifest.stages.map(({ id }) => id));
  const sources = new Map(placeableSkills(curriculum).map((skill) => [skill.id, skill]));
  return curriculum.manifest.tracks.map(({ id }) => ({
    track: id,
    skills: order.flatMap((skill) => {
      const source = sources.get(skill.id);
      return skill.track === id && source ? [buildSkill(source, stages, context)] : [];
    }),
  }));
}

function buildSkill(
  skill: SkillSource,
  stages: ReadonlyMap<string, number>,
  context: RenderContext,
): SkillContent {
  const altitude = (stage: string): number => stages.get(stage) ?? stages.size;
  return {
    id: skill.id,
    topics: skill.topics,
    description: renderHtml(skill.description, context),
    good: skill.good
      .toSorted((a, b) => altitude(a.stage) - altitude(b.stage))
      .map(({ stage, text }) => ({ stage, text: renderOption(text, context) })),
    readings: skill.sources.map(({ source, locator }) =>
      locator === undefined ? { source } : { source, locator },
    ),
    covers: skill.covers.map(({ value }) => value),
    cards: skill.notes.flatMap((note) => note.cards.map((card) => buildCard(note, card, context))),
  };
}

function buildCard(note: NoteSource, card: CardSource, context: RenderContext): Card {
  const render = note.kind === 'choice' ? renderOption : renderHtml;
  return {
    id: card.id,
    kind: note.kind,
    prompt: renderHtml(card.prompt, context),
    answer: render(card.answer, context),
    ...(card.note && { note: renderHtml(card.note, context) }),
    ...(card.options && { options: card.options.map((option) => buildOption(option, context)) }),
    promptText: plainText(card.prompt),
    answerText: (card.hidden ?? [card.answer]).map(plainText).join('; '),
    citations: note.citations.map(({ source, locator }) => ({ source, locator })),
    critical: note.critical,
    ...(note.asOf !== undefined && { asOf: note.asOf }),
  };
}

const buildOption = (option: OptionSource, context: RenderContext): ChoiceOption => ({
  html: renderOption(option.text, context),
  correct: option.correct,
  ...(option.why && { why: renderOption(option.why, context) }),
});

/** What only the screens that list milestones and sources need. */
export function buildReference(curriculum: SourceCurriculum): ReferenceChunk {
  const { milestones, competencies, claims, sources } = curriculum;
  return {
    milestones: milestones.map((milestone) => ({
      id: milestone.id,
      summary: milestone.summary,
      criteria: milestone.criteria.map(({ id, text }) => ({ id, text })),
      strong: milestone.strong,
      weak: milestone.weak,
      competencies: milestone.competencies.map(({ value }) => value),
      weeks: milestone.weeks,
      story: milestone.story,
      covers: milestone.covers.map(({ value }) => value),
    })),
    competencies: competencies.map(({ at: _at, skills, ...competency }) => ({
      ...competency,
      skills: skills.map(({ value }) => value),
    })),
    claims: claims.map(({ id, skill, text, asOf, by, note, years, contradicts }) => ({
      id,
      skill: skill.value,
      text,
      asOf,
      by,
      ...(note !== undefined && { note }),
      ...(years && { years }),
      contradicts: contradicts.map(({ claim, why }) => ({ claim: claim.value, why })),
    })),
    statements: buildStatements(curriculum),
    sources: sources.map(({ at: _at, ...source }) => source),
  };
}

function buildStatements({
  statements,
  skills,
  claims,
  milestones,
}: SourceCurriculum): ReferenceChunk['statements'] {
  const coverers = new Map(statements.map(({ id }) => [id, new Set<string>()]));
  const cover = (by: string, covered: readonly { readonly value: string }[]): void => {
    for (const { value } of covered) coverers.get(value)?.add(by);
  };
  for (const { id, covers, notes } of skills) {
    cover(id, covers);
    for (const note of notes) cover(id, note.covers);
  }
  for (const { skill, covers } of claims) cover(skill.value, covers);
  for (const { id, covers } of milestones) cover(id, covers);
  return statements.map(({ id, section, text }) => ({
    id,
    section,
    text,
    coveredBy: [...(coverers.get(id) ?? [])],
  }));
}
