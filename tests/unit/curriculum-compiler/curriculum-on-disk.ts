import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compileCurriculum } from '../../../src/curriculum-compiler/compile.ts';
import type { Compilation } from '../../../src/curriculum-compiler/compile.ts';
import type { Card } from '../../../src/domain/curriculum/types.ts';

/** Files that make a curriculum of one skill without a problem; tests replace or add some. */
const soundFiles: Readonly<Record<string, string>> = {
  'curriculum.yaml': `title: A path
unstable: [Gizmo]
stages:
  - { id: first, title: First, summary: The start. }
  - { id: second, title: Second, summary: The end. }
tracks:
  - { id: one, title: One }
  - { id: two, title: Two }
`,
  'sources.yaml': `book: { title: Book, author: Ann, year: 2020, url: "https://example.org/", licence: CC BY, open: true }
`,
};

/** Writes a curriculum to a directory that goes away with the test. `null` leaves a file out. */
export function writeCurriculum(files: Readonly<Record<string, string | null>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'curriculum-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [path, text] of Object.entries({ ...soundFiles, ...files })) {
    if (text === null) continue;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

export const compileFiles = (
  files: Readonly<Record<string, string | null>>,
): Promise<Compilation> => compileCurriculum(writeCurriculum(files));

export interface SkillText {
  readonly id: string;
  readonly title?: string;
  readonly track?: string;
  readonly stage?: string;
  readonly requires?: readonly string[];
  /** More lines of front matter. */
  readonly more?: string;
  readonly description?: string;
  readonly cards?: string;
}

export const soundCard = (slug = 'colour'): string => `## ${slug}

kind: basic
source: book, ch. 1

Which colour has ${slug}?

---

Red.
`;

/** A skill file; without `cards` it has one sound card. */
export const skillFile = (skill: SkillText): string => `---
id: ${skill.id}
title: ${skill.title ?? `Title of ${skill.id}`}
topics: this and that
track: ${skill.track ?? 'one'}
stage: ${skill.stage ?? 'first'}
requires: [${(skill.requires ?? []).join(', ')}]
${skill.more ?? 'sources: [book]'}
---

${skill.description ?? 'What one has to know.'}

${skill.cards ?? soundCard(skill.id.replace('.', '-'))}`;

/** Files of several skills. */
export const skillFiles = (...skills: readonly SkillText[]): Record<string, string> =>
  Object.fromEntries(
    skills.map((skill) => [`skills/${skill.track ?? 'one'}/${skill.id}.md`, skillFile(skill)]),
  );

/** Compiles one skill `one.skill` with the given cards. */
export const compileCards = (cards: string): Promise<Compilation> =>
  compileFiles(skillFiles({ id: 'one.skill', cards }));

/** The rules that the problems of a compilation name, each once. */
export const rulesOf = ({ problems }: Compilation): string[] => [
  ...new Set(problems.map((problem) => problem.rule)),
];

/** All compiled cards by id. */
export const cardsOf = ({ compiled }: Compilation): Map<string, Card> =>
  new Map(
    (compiled?.tracks ?? [])
      .flatMap((track) => track.skills.flatMap((skill) => skill.cards))
      .map((card) => [card.id, card]),
  );
