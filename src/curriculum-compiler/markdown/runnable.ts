import { visit } from 'unist-util-visit';
import type { Problems, Place } from '../problems.ts';
import type { NoteSource, SourceCurriculum } from '../source/model.ts';
import { placeOfNode } from './parse.ts';

/** A program in a card together with what it must print. */
export interface RunnableExample {
  readonly note: string;
  readonly at: Place;
  readonly code: string;
  readonly output: string;
}

interface Block extends Place {
  readonly language: string;
  readonly runs: boolean;
  readonly code: string;
}

/** All blocks marked ` ```python run `, each with the ` ```output ` block that follows it. */
export function runnableExamples({ skills }: SourceCurriculum): RunnableExample[] {
  return skills
    .flatMap((skill) => skill.notes)
    .flatMap((note) => {
      const blocks = blocksOf(note);
      return blocks.flatMap((block, index) => {
        const output = outputAfter(blocks, index);
        const at = { file: block.file, line: block.line };
        return block.runs && output
          ? [{ note: note.id, at, code: block.code, output: output.code }]
          : [];
      });
    });
}

/** A program that is to be run needs its output, and only Python is run. */
export function checkRunnable({ skills }: SourceCurriculum, problems: Problems): void {
  for (const note of skills.flatMap((skill) => skill.notes)) {
    const blocks = blocksOf(note);
    for (const [index, block] of blocks.entries()) {
      if (!block.runs) continue;
      if (block.language !== 'python') {
        problems.error(block, 'runnable', `only python can be run, not "${block.language}"`);
      } else if (!outputAfter(blocks, index)) {
        problems.error(block, 'runnable', 'a block to run needs an ```output block after it');
      }
    }
  }
}

// The output may stand in the answer while the program stands in the prompt.
const outputAfter = (blocks: readonly Block[], index: number): Block | undefined => {
  const next = blocks.slice(index + 1).find((block) => block.runs || block.language === 'output');
  return next?.language === 'output' ? next : undefined;
};

function blocksOf(note: NoteSource): Block[] {
  const blocks: Block[] = [];
  for (const text of note.texts) {
    visit(text.tree, 'code', (node) => {
      const runs = (node.meta ?? '').split(/\s+/).includes('run');
      blocks.push({
        ...placeOfNode(text, node),
        language: node.lang ?? '',
        runs,
        code: node.value,
      });
    });
  }
  return blocks;
}
