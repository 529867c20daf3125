import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenCharacter } from '../markdown/sentinels.ts';
import { compare } from '../problems.ts';
import type { Problems } from '../problems.ts';
import type { SourceCurriculum } from './model.ts';
import { readClaims } from './claims.ts';
import {
  readCompetencies,
  readManifest,
  readMilestones,
  readMinimumCards,
  readReleasedIds,
  readRetired,
  readSources,
  readStatements,
} from './reference-files.ts';
import { readSkillFile } from './skill-file.ts';

export const RELEASED_IDS_FILE = 'released-ids.json';

/** Reads all files of a curriculum. `undefined` when there is no usable `curriculum.yaml` to go by. */
export function readCurriculum(dir: string, problems: Problems): SourceCurriculum | undefined {
  const files = listFiles(dir);
  const read = (file: string): string => readText(dir, file, problems);
  const readIf = <T>(file: string, reader: (text: string) => T): T | undefined =>
    existsSync(join(dir, file)) ? reader(read(file)) : undefined;
  const list = <T>(
    file: string,
    reader: (text: string, file: string, problems: Problems) => readonly T[],
  ): readonly T[] => readIf(file, (text) => reader(text, file, problems)) ?? [];

  const manifest = readIf('curriculum.yaml', (text) =>
    readManifest(text, 'curriculum.yaml', problems),
  );
  if (!manifest) {
    if (!existsSync(join(dir, 'curriculum.yaml'))) {
      problems.error({ file: 'curriculum.yaml', line: 1 }, 'missing-file', `not found in ${dir}`);
    }
    return undefined;
  }
  const skills = files.flatMap((file) => {
    if (!/^skills\/[^/]+\/[^/]+\.md$/.test(file)) return [];
    const skill = readSkillFile(read(file), file, problems);
    return skill ? [skill] : [];
  });
  const milestones = files.flatMap((file) => {
    const stage = /^milestones\/([^/]+)\.yaml$/.exec(file)?.[1];
    return stage === undefined ? [] : readMilestones(read(file), file, stage, problems);
  });
  for (const file of files) {
    if (!isExpected(file)) {
      problems.error({ file, line: 1 }, 'unknown-file', 'this file has no place in a curriculum');
    }
  }
  return {
    manifest,
    sources: list('sources.yaml', readSources),
    statements: list('statements.yaml', readStatements),
    skills,
    milestones,
    competencies: list('competencies.yaml', readCompetencies),
    claims: list('claims.yaml', readClaims),
    minimumCards: list('minimum-cards.yaml', readMinimumCards),
    retired: list('retired.yaml', readRetired),
    released: readIf(RELEASED_IDS_FILE, (text) =>
      readReleasedIds(text, RELEASED_IDS_FILE, problems),
    ),
  };
}

const topFiles = new Set(
  ['curriculum', 'claims', 'competencies', 'minimum-cards', 'sources', 'statements', 'retired'].map(
    (name) => `${name}.yaml`,
  ),
).add(RELEASED_IDS_FILE);

const isExpected = (file: string): boolean =>
  topFiles.has(file) ||
  /^skills\/[^/]+\/[^/]+\.md$|^milestones\/[^/]+\.yaml$|^[^/]+\.md$|(?:^|\/)\./.test(file);

/** All files below a directory, with `/` between folders, in the same order everywhere. */
function listFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(compare);
}

function readText(dir: string, file: string, problems: Problems): string {
  const text = readFileSync(join(dir, file), 'utf8').replace(/^\uFEFF/, '');
  text.split('\n').forEach((line, index) => {
    if (forbiddenCharacter.test(line.replace(/\r$/, ''))) {
      const message = 'the line holds an invisible or private character';
      problems.error({ file, line: index + 1 }, 'bad-character', message);
    }
  });
  return text;
}
