/**
 * An employer's ladder from a file. The shape is that of the Financial Times' published job families (levels, themes,
 * competencies), so that such files can be read as they are; `milestones` is Cairn's own addition. See docs/ladder-format.md.
 */
import type { StageId } from '../curriculum/types.ts';
import type {
  LadderDocument,
  LadderExpectation,
  LadderLevel,
  LadderTheme,
  OwnMilestoneFields,
} from './ladder.ts';
import { ownId, ownProblems, TEXT_LIMIT } from './own-milestone.ts';

/** A file as it was read: texts, lists, fields; `null` for nothing. Numbers and words are texts as they were written. */
export type FileValue = string | null | readonly FileValue[] | FileFields;
export interface FileFields {
  readonly [field: string]: FileValue;
}

/** Where in the file, as the names and places that lead there. */
export type FilePath = readonly (string | number)[];

export interface LadderProblem {
  readonly path: FilePath;
  readonly message: string;
}

export interface ImportedLadder {
  /** `undefined` in a file that only has milestones. */
  readonly ladder: LadderDocument | undefined;
  readonly milestones: ReadonlyMap<string, OwnMilestoneFields>;
  readonly problems: readonly LadderProblem[];
}

/** More entries than any ladder has. */
const MOST_ENTRIES = 2000;
const CLASSES = ['one-off', 'durable', 'perishable'] as const;

/**
 * Reads and checks a ladder. With problems, what could be read is there as well, for a look; it must not be kept.
 * @param stages the stages that levels are spread over where the file does not say, in climbing order
 * @param allStages every stage there is
 */
export const importLadder = (
  file: FileValue,
  stages: readonly StageId[],
  allStages: readonly StageId[],
): ImportedLadder => {
  const reader = new Reader();
  const root = reader.fields(file, []);
  const hasLadder = ['levels', 'themes', 'competencies'].some((name) => root[name] !== undefined);
  const ladder = hasLadder ? readLadder(reader, root, stages, allStages) : undefined;
  const milestones = readMilestones(reader, root, allStages);
  if (!hasLadder && milestones.size === 0 && reader.problems.length === 0) {
    reader.problem(
      [],
      'the file names neither levels, themes and competencies nor milestones of a ladder',
    );
  }
  return { ladder, milestones, problems: reader.problems };
};

/** Reads values and notes what is wrong with them; goes on with something empty, so that all of it is found at once. */
class Reader {
  readonly problems: LadderProblem[] = [];

  problem(path: FilePath, message: string): void {
    this.problems.push({ path, message });
  }

  fields(value: FileValue | undefined, path: FilePath): FileFields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as FileFields;
    }
    this.problem(path, 'expected fields, "name: value"');
    return {};
  }

  /** The entries of a list; an absent list is empty. */
  entries(fields: FileFields, name: string, path: FilePath): readonly FileValue[] {
    const value = fields[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.problem([...path, name], `"${name}" must be a list`);
      return [];
    }
    if (value.length > MOST_ENTRIES) {
      this.problem([...path, name], `"${name}" has more than ${MOST_ENTRIES} entries`);
      return [];
    }
    return value as readonly FileValue[];
  }

  text(fields: FileFields, name: string, path: FilePath): string {
    const text = this.optional(fields, name, path);
    if (
      text === '' &&
      (fields[name] === undefined || fields[name] === null || fields[name] === '')
    ) {
      this.problem(path, `"${name}" is missing`);
    }
    return text;
  }

  optional(fields: FileFields, name: string, path: FilePath): string {
    const value = fields[name];
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string') {
      this.problem([...path, name], `"${name}" must be a text`);
      return '';
    }
    if (value.length > TEXT_LIMIT) {
      this.problem([...path, name], `"${name}" is longer than ${TEXT_LIMIT} characters`);
    }
    return value.trim();
  }

  texts(fields: FileFields, name: string, path: FilePath): readonly string[] {
    return this.entries(fields, name, path).flatMap((value, i) => {
      if (typeof value === 'string' && value.trim() !== '') return [value.trim()];
      this.problem([...path, name, i], `every entry of "${name}" must be a text`);
      return [];
    });
  }

  oneOf(
    value: string,
    allowed: readonly string[],
    what: string,
    path: FilePath,
  ): string | undefined {
    if (allowed.includes(value)) return value;
    if (value !== '') {
      this.problem(path, `there is no ${what} "${value}"; there are ${allowed.join(', ')}`);
    }
    return undefined;
  }

  /** Ids must be there, and once. */
  unique(items: readonly { readonly id: string }[], name: string): void {
    const seen = new Set<string>();
    for (const [i, { id }] of items.entries()) {
      if (id !== '' && seen.has(id)) this.problem([name, i], `the id "${id}" is there twice`);
      seen.add(id);
    }
  }
}

const readLadder = (
  reader: Reader,
  root: FileFields,
  stages: readonly StageId[],
  allStages: readonly StageId[],
): LadderDocument => {
  const levels = reader.entries(root, 'levels', []).map((value, i, all): LadderLevel => {
    const path = ['levels', i];
    const fields = reader.fields(value, path);
    const given = reader.oneOf(reader.optional(fields, 'stage', path), allStages, 'stage', [
      ...path,
      'stage',
    ]);
    return {
      id: reader.text(fields, 'id', path),
      name: reader.text(fields, 'name', path),
      stage: given ?? spread(i, all.length, stages),
    };
  });
  const themes = reader.entries(root, 'themes', []).map((value, i): LadderTheme => {
    const path = ['themes', i];
    const fields = reader.fields(value, path);
    return { id: reader.text(fields, 'id', path), name: reader.text(fields, 'name', path) };
  });
  const competencies = reader
    .entries(root, 'competencies', [])
    .map((value, i) => readExpectation(reader, value, i, levels, themes));
  for (const [name, items] of Object.entries({ levels, themes, competencies })) {
    reader.unique(items, name);
    if (items.length === 0 && !reader.problems.some(({ path }) => path[0] === name)) {
      reader.problem([], `there are no ${name}`);
    }
  }
  return {
    name: reader.text(root, 'name', []),
    summary: reader.optional(root, 'summary', []),
    levels,
    themes,
    competencies,
  };
};

const readExpectation = (
  reader: Reader,
  value: FileValue,
  i: number,
  levels: readonly LadderLevel[],
  themes: readonly LadderTheme[],
): LadderExpectation => {
  const path = ['competencies', i];
  const fields = reader.fields(value, path);
  const level = reader.text(fields, 'level', path);
  const theme = reader.text(fields, 'theme', path);
  reader.oneOf(
    level,
    levels.map(({ id }) => id),
    'level',
    [...path, 'level'],
  );
  reader.oneOf(
    theme,
    themes.map(({ id }) => id),
    'theme',
    [...path, 'theme'],
  );
  return {
    id: reader.text(fields, 'id', path),
    summary: reader.text(fields, 'summary', path),
    level,
    theme,
    examples: reader.texts(fields, 'examples', path),
  };
};

/** The levels of a ladder lie evenly over the stages where it does not say which is which. */
const spread = (i: number, levels: number, stages: readonly StageId[]): StageId =>
  stages[levels < 2 ? 0 : Math.round((i * (stages.length - 1)) / (levels - 1))] ?? '';

const readMilestones = (
  reader: Reader,
  root: FileFields,
  allStages: readonly StageId[],
): ReadonlyMap<string, OwnMilestoneFields> => {
  const milestones = new Map<string, OwnMilestoneFields>();
  for (const [i, value] of reader.entries(root, 'milestones', []).entries()) {
    const path = ['milestones', i];
    const fields = reader.fields(value, path);
    const stage = reader.text(fields, 'stage', path);
    reader.oneOf(stage, allStages, 'stage', [...path, 'stage']);
    const kind = reader.optional(fields, 'class', path) || 'durable';
    reader.oneOf(kind, CLASSES, 'class', [...path, 'class']);
    const milestone: OwnMilestoneFields = {
      title: reader.text(fields, 'title', path),
      stage,
      class: CLASSES.find((one) => one === kind) ?? 'durable',
      summary: reader.optional(fields, 'summary', path),
      criteria: readCriteria(reader, fields, path),
      competencies: reader.texts(fields, 'competencies', path),
      skills: reader.texts(fields, 'skills', path),
      story: reader.optional(fields, 'story', path),
      weeks: Number(reader.optional(fields, 'weeks', path) || '8'),
    };
    const { title: _title, ...wrong } = ownProblems(milestone);
    for (const [name, message] of Object.entries(wrong)) {
      reader.problem(
        [...path, name],
        message.replace(/^./, (c) => c.toLowerCase()).replace(/\.$/, ''),
      );
    }
    const given = reader.optional(fields, 'id', path);
    if (milestones.has(given)) reader.problem(path, `the id "${given}" is there twice`);
    const isOwn = /^own\.[a-z0-9-]{1,60}$/.test(given);
    const id = isOwn ? given : ownId(given || milestone.title, new Set(milestones.keys()));
    milestones.set(id, milestone);
  }
  return milestones;
};

/** Criteria as texts, or as fields with an id that evidence can hang on. */
const readCriteria = (
  reader: Reader,
  fields: FileFields,
  path: FilePath,
): OwnMilestoneFields['criteria'] =>
  reader.entries(fields, 'criteria', path).map((value, i) => {
    if (typeof value === 'string') return { id: `c${i + 1}`, text: value.trim() };
    const at = [...path, 'criteria', i];
    const own = reader.fields(value, at);
    return {
      id: reader.optional(own, 'id', at) || `c${i + 1}`,
      text: reader.text(own, 'text', at),
    };
  });
