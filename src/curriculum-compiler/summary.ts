import { gzipSync } from 'node:zlib';
import type { CardKind } from '../domain/curriculum/types.ts';
import { uncoveredStatements } from './check/coverage.ts';
import type { Compilation } from './compile.ts';
import { chunkFiles } from './emit/chunk-files.ts';

/** What `npm run curriculum -- --json` prints. */
export interface Summary {
  readonly version: string;
  readonly skills: number;
  readonly cards: number;
  readonly cardsByKind: Readonly<Record<CardKind, number>>;
  readonly notes: number;
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
  const statements = source?.statements.length ?? 0;
  const files = compiled ? chunkFiles(compiled) : [];
  return {
    version: compiled?.graph.version ?? '',
    skills: skills.length,
    cards: notes.reduce((total, note) => total + note.cards.length, 0),
    cardsByKind,
    notes: notes.length,
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

/** The summary in a few lines for people. */
export function formatSummary(summary: Summary): string {
  const { basic, reversed, cloze, choice } = summary.cardsByKind;
  const kinds = `${basic} basic, ${reversed} reversed, ${cloze} cloze, ${choice} choice`;
  const total = Object.values(summary.bytes).reduce((all, { gzip }) => all + gzip, 0);
  return [
    `${summary.skills} skills, ${summary.edges} prerequisites, ${summary.encompassings} encompassings, ${summary.milestones} milestones`,
    `${summary.cards} cards from ${summary.notes} notes: ${kinds}`,
    `${summary.statementsCovered} of ${summary.statements} statements covered`,
    `${(total / 1024).toFixed(0)} KiB gzipped, version ${summary.version}`,
    `${summary.errors} errors, ${summary.warnings} warnings`,
  ].join('\n');
}
