import type { Place, Problems } from '../problems.ts';
import type {
  CompetencySource,
  ManifestSource,
  MinimumCardsSource,
  MilestoneSource,
  NamedSource,
  ReleasedIds,
  RetiredSource,
  SourceEntry,
  StageSource,
  StandardsSource,
  StatementSource,
} from './model.ts';
import { readEntries, readMapping } from './yaml-fields.ts';
import type { Fields } from './yaml-fields.ts';

/** `curriculum.yaml`: title, stages and tracks. */
export function readManifest(
  text: string,
  file: string,
  problems: Problems,
): ManifestSource | undefined {
  const at = { file, line: 1 };
  const fields = readMapping(text, at, problems);
  if (!fields) return undefined;
  const stages = fields.maps('stages').map(readStage);
  const tracks = fields.maps('tracks').map(readTrack);
  if (stages.length === 0) problems.error(at, 'missing-field', 'there must be stages');
  if (tracks.length === 0) problems.error(at, 'missing-field', 'there must be tracks');
  const title = fields.text('title');
  const unstable = fields.list('unstable').map((name) => name.value);
  const draft = fields.has('draft') && fields.boolean('draft');
  const standards = readStandards(fields.mapping('standards'));
  fields.finish();
  return { title, stages, tracks, unstable, draft, standards, at };
}

function readStandards(fields: Fields | undefined): StandardsSource {
  const standards = {
    cards: fields?.optionalNumber('cards'),
    choiceShare: fields?.optionalNumber('choice-share'),
    choiceCards: fields?.optionalNumber('choice-cards'),
    readings: fields?.optionalNumber('readings'),
    good: fields?.optionalNumber('good'),
  };
  fields?.finish();
  return standards;
}

/** `minimum-cards.yaml`: the least number of cards, by skill. */
export function readMinimumCards(
  text: string,
  file: string,
  problems: Problems,
): MinimumCardsSource[] {
  const fields = readMapping(text, { file, line: 1 }, problems);
  return (fields?.keys() ?? []).map((skill) => ({
    skill,
    cards: fields?.number(skill) ?? 0,
    at: fields?.place(skill) ?? { file, line: 1 },
  }));
}

function readStage(fields: Fields): StageSource {
  const stage = {
    id: fields.text('id'),
    title: fields.text('title'),
    summary: fields.text('summary'),
    beside: fields.has('beside') && fields.boolean('beside'),
    at: fields.at,
  };
  fields.finish();
  return stage;
}

function readTrack(fields: Fields): NamedSource {
  const track = { id: fields.text('id'), title: fields.text('title'), summary: '', at: fields.at };
  fields.finish();
  return track;
}

/** `sources.yaml`: everything that is cited, by id. */
export function readSources(text: string, file: string, problems: Problems): SourceEntry[] {
  const root = readMapping(text, { file, line: 1 }, problems);
  if (!root) return [];
  return root.entries().map(({ value: { key, fields }, at }) => {
    const entry = {
      id: key,
      title: fields.text('title'),
      author: fields.text('author'),
      year: fields.number('year'),
      url: fields.text('url'),
      licence: fields.text('licence'),
      open: fields.boolean('open'),
      at,
    };
    if (entry.url !== '' && !/^https?:\/\/[^\s]+$/.test(entry.url)) {
      problems.error(fields.place('url'), 'source-url', `"${entry.url}" is not an http(s) address`);
    }
    if (!Number.isNaN(entry.year) && !Number.isInteger(entry.year)) {
      problems.error(fields.place('year'), 'field-type', '"year" must be a whole number');
    }
    fields.finish();
    return entry;
  });
}

/** `statements.yaml`: what the curriculum must cover. */
export function readStatements(text: string, file: string, problems: Problems): StatementSource[] {
  return readEntries(text, { file, line: 1 }, problems).map((fields) => {
    const statement = {
      id: fields.text('id'),
      section: fields.optionalText('section') ?? '',
      text: fields.text('text'),
      at: fields.at,
    };
    for (const optional of ['kind', 'claimed']) fields.optionalText(optional);
    fields.finish();
    return statement;
  });
}

/** `milestones/<stage>.yaml` */
export function readMilestones(
  text: string,
  file: string,
  stage: string,
  problems: Problems,
): MilestoneSource[] {
  return readEntries(text, { file, line: 1 }, problems).map((fields) => {
    const milestone = {
      id: fields.text('id'),
      title: fields.text('title'),
      stage,
      track: fields.located('track'),
      class: fields.oneOf('class', ['one-off', 'durable', 'perishable']),
      skills: fields.list('skills'),
      summary: fields.text('summary'),
      criteria: fields.maps('criteria').map((criterion) => {
        const read = {
          id: criterion.text('id'),
          text: criterion.text('text'),
          at: criterion.at,
        };
        criterion.finish();
        return read;
      }),
      strong: fields.list('strong').map((example) => example.value),
      weak: fields.list('weak').map((example) => example.value),
      competencies: fields.list('competencies'),
      weeks: readWeeks(fields, problems),
      story: fields.text('story'),
      covers: fields.list('covers'),
      at: fields.at,
    };
    fields.finish();
    return milestone;
  });
}

function readWeeks(fields: Fields, problems: Problems): number {
  const weeks = fields.number('weeks');
  if (!Number.isNaN(weeks) && !(Number.isInteger(weeks) && weeks >= 1 && weeks <= 520)) {
    problems.error(
      fields.place('weeks'),
      'field-type',
      '"weeks" must be a whole number from 1 to 520',
    );
  }
  return weeks;
}

/** `competencies.yaml`: what the milestones prove and the skills feed. */
export function readCompetencies(
  text: string,
  file: string,
  problems: Problems,
): CompetencySource[] {
  return readEntries(text, { file, line: 1 }, problems).map((fields) => {
    const competency = {
      id: fields.text('id'),
      title: fields.text('title'),
      summary: fields.text('summary'),
      skills: fields.list('skills'),
      at: fields.at,
    };
    fields.finish();
    return competency;
  });
}

/** `retired.yaml`: ids that are gone. */
export function readRetired(text: string, file: string, problems: Problems): RetiredSource[] {
  return readEntries(text, { file, line: 1 }, problems).map((fields) => {
    const since = fields.text('since');
    if (since !== '' && Number.isNaN(Date.parse(since))) {
      problems.error(fields.place('since'), 'field-type', '"since" must be a date, 2026-12-01');
    }
    fields.text('why');
    const retired = {
      id: fields.text('id'),
      replacedBy: fields.has('replaced-by') ? fields.located('replaced-by') : undefined,
      at: fields.at,
    };
    fields.finish();
    return retired;
  });
}

/** `released-ids.json`: written by a release, never by hand. */
export function readReleasedIds(
  text: string,
  file: string,
  problems: Problems,
): ReleasedIds | undefined {
  const at: Place = { file, line: 1 };
  try {
    const value: unknown = JSON.parse(text);
    if (isReleasedIds(value)) return value;
    problems.error(at, 'released-ids', 'expected lists of "skills", "cards" and "milestones"');
  } catch (error) {
    problems.error(at, 'released-ids', `not JSON: ${(error as Error).message}`);
  }
  return undefined;
}

const isReleasedIds = (value: unknown): value is ReleasedIds =>
  typeof value === 'object' &&
  value !== null &&
  (['skills', 'cards', 'milestones'] as const).every((key) => {
    const ids: unknown = (value as Partial<Record<typeof key, unknown>>)[key];
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string');
  });
