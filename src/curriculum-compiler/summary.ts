import { gzipSync } from 'node:zlib';
import type { CardKind } from '../domain/curriculum/types.ts';
import { uncoveredStatements } from './check/coverage.ts';
import { shortfalls, skillsBelowMinimum } from './check/standards.ts';
import type { Compilation } from './compile.ts';
import { chunkFiles } from './emit/chunk-files.ts';
import { keyPositions } from './lint/choice-keys.ts';
import { runnableExamples } from './markdown/runnable.ts';

/** What `npm run curriculum -- --json` prints. */
export interface Summary {
  readonly version: string;
  readonly skills: number;
  readonly cards: number;
  readonly cardsByKind: Readonly<Record<CardKind, number>>;
  readonly notes: number;
  /** Share of choice cards among all, from 0 to 1. */
  readonly choiceShare: number;
  /** Choice cards by the position of the right option, from the first. */
  readonly keyPositions: readonly number[];
  /** Programs on cards whose output the tests compare. */
  readonly runnable: number;
  /** Against `minimum-cards.yaml`. */
  readonly skillsBelowMinimum: ReturnType<typeof skillsBelowMinimum>;
  /** What is lacking of the curriculum's own standards, these skills included. */
  readonly shortfalls: number;
  readonly milestones: number;
  readonly edges: number;
  readonly encompassings: number;
  readonly statements: number;
  readonly statementsCovered: number;
  readonly errors: number;
  readonly warnings: number;
  /** Size of each file of the built app, without the hash in its name. */
  readonly bytes: Readonly<Record<string, { readonly raw: number; readonly gzip: number }>>;
}

/** Counts what was compiled, and what was found. */
export function summarise({ source, compiled, problems }: Compilation): Summary {
  const skills = source?.skills ?? [];
  const notes = skills.flatMap((skill) => skill.notes);
  const cardsByKind: Record<CardKind, number> = { basic: 0, reversed: 0, cloze: 0, choice: 0 };
  for (const note of notes) cardsByKind[note.kind] += note.cards.length;
  const cards = notes.reduce((total, note) => total + note.cards.length, 0);
  const statements = source?.statements.length ?? 0;
  const files = compiled ? chunkFiles(compiled) : [];
  return {
    version: compiled?.graph.version ?? '',
    skills: skills.length,
    cards,
    cardsByKind,
    notes: notes.length,
    choiceShare: cards === 0 ? 0 : cardsByKind.choice / cards,
    keyPositions: keyPositions(skills),
    runnable: source ? runnableExamples(source).length : 0,
    skillsBelowMinimum: source ? skillsBelowMinimum(source) : [],
    shortfalls: source ? shortfalls(source).length : 0,
    milestones: source?.milestones.length ?? 0,
    edges: skills.reduce((total, skill) => total + skill.requires.length, 0),
    encompassings: skills.reduce((total, skill) => total + skill.encompasses.length, 0),
    statements,
    statementsCovered: source ? statements - uncoveredStatements(source).length : 0,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    bytes: Object.fromEntries(
      files.map(({ role, track, json }) => [
        track === undefined ? role : `${role}-${track}`,
        { raw: Buffer.byteLength(json), gzip: gzipSync(json).length },
      ]),
    ),
  };
}

const shortOf = ({ shortfalls: short, skillsBelowMinimum: below }: Summary): string =>
  `${short} shortfalls from its own standards, ${below.length} of them skills with too few cards; a path shows them`;

/** The summary in a few lines for people. */
export function formatSummary(summary: Summary): string {
  const { basic, reversed, cloze, choice } = summary.cardsByKind;
  const kinds = `${basic} basic, ${reversed} reversed, ${cloze} cloze, ${choice} choice`;
  const total = Object.values(summary.bytes).reduce((all, { gzip }) => all + gzip, 0);
  return [
    `${summary.skills} skills, ${summary.edges} prerequisites, ${summary.encompassings} encompassings, ${summary.milestones} milestones`,
    `${summary.cards} cards from ${summary.notes} notes: ${kinds}`,
    `${(100 * summary.choiceShare).toFixed(1)} % choice cards, right option at ${summary.keyPositions.join(', ')}; ${summary.runnable} programs to run`,
    `${summary.statementsCovered} of ${summary.statements} statements covered`,
    `${(total / 1024).toFixed(0)} KiB gzipped, version ${summary.version}`,
    ...(summary.shortfalls > 0 ? [shortOf(summary)] : []),
    `${summary.errors} errors, ${summary.warnings} warnings`,
  ].join('\n');
}
