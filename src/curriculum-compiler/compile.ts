import { resolve } from 'node:path';
import { visit } from 'unist-util-visit';
import type { CurriculumGraph, ReferenceChunk, TrackChunk } from '../domain/curriculum/types.ts';
import { checkCurriculum } from './check/check-curriculum.ts';
import { buildReference, buildTrackChunks } from './emit/chunks.ts';
import { shortHash } from './emit/chunk-files.ts';
import { buildGraph } from './emit/graph.ts';
import { lintCards } from './lint/lint-cards.ts';
import { checkRunnable } from './markdown/runnable.ts';
import { Problems } from './problems.ts';
import type { Problem } from './problems.ts';
import { loadHighlighter } from './render/code.ts';
import type { SourceCurriculum } from './source/model.ts';
import { readCurriculum } from './source/read-curriculum.ts';

export interface CompiledCurriculum {
  readonly graph: CurriculumGraph;
  readonly tracks: readonly TrackChunk[];
  readonly reference: ReferenceChunk;
}

export interface Compilation {
  /** Everything found in one run, by file and line. */
  readonly problems: readonly Problem[];
  /** The curriculum as written; `undefined` when it cannot even be read. */
  readonly source: SourceCurriculum | undefined;
  /**
   * The chunks. They are there in spite of errors too, without what could not be made sense of, so that a preview can
   * go on; only a curriculum without errors may be shipped.
   */
  readonly compiled: CompiledCurriculum | undefined;
}

/** Reads, checks and renders the curriculum in a directory. */
export async function compileCurriculum(dir: string): Promise<Compilation> {
  const problems = new Problems();
  const source = readCurriculum(resolve(dir), problems);
  if (!source) return { problems: problems.sorted(), source, compiled: undefined };
  checkCurriculum(source, problems);
  lintCards(source, problems);
  checkRunnable(source, problems);

  const highlight = await loadHighlighter(languagesIn(source));
  const graph = buildGraph(source);
  const tracks = buildTrackChunks(source, graph.skills, { highlight, problems });
  const reference = buildReference(source);
  const version = shortHash(JSON.stringify([graph, tracks, reference]));
  const compiled = { graph: { version, ...graph }, tracks, reference };
  return { problems: problems.sorted(), source, compiled };
}

/** The languages of all fenced code. */
function languagesIn({ skills }: SourceCurriculum): ReadonlySet<string> {
  const languages = new Set<string>();
  for (const skill of skills) {
    const texts = [
      skill.description,
      ...skill.notes.flatMap((note) => [
        ...note.texts,
        ...note.cards.flatMap(({ options = [] }) =>
          options.flatMap(({ text, why }) => (why ? [text, why] : [text])),
        ),
      ]),
    ];
    for (const { tree } of texts) {
      visit(tree, 'code', (node) => {
        if (node.lang) languages.add(node.lang);
      });
    }
  }
  return languages;
}
