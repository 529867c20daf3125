import { parseMarkdown } from '../markdown/parse.ts';
import type { Problems } from '../problems.ts';
import { readCardBlock } from './card-block.ts';
import type { CardBlock } from './card-fields.ts';
import { splitCitation } from './citation.ts';
import { joinLines, scanLines, trimLines } from './lines.ts';
import type { Line } from './lines.ts';
import type { NoteSource, SkillSource } from './model.ts';
import { readMapping } from './yaml-fields.ts';
import type { Fields } from './yaml-fields.ts';

/** Reads one `skills/<track>/<name>.md`: front matter, description, cards. */
export function readSkillFile(
  text: string,
  file: string,
  problems: Problems,
): SkillSource | undefined {
  const at = { file, line: 1 };
  const { lines, unclosedFence } = scanLines(text);
  if (unclosedFence !== undefined) {
    problems.error({ file, line: unclosedFence }, 'unclosed-fence', 'this code block never ends');
  }
  const end = lines.findIndex((line, index) => index > 0 && line.text.trimEnd() === '---');
  if (lines[0]?.text.trimEnd() !== '---' || end < 0) {
    problems.error(
      at,
      'front-matter',
      'the file must start with front matter between two --- lines',
    );
    return undefined;
  }
  const fields = readMapping(joinLines(lines.slice(1, end)), { file, line: 2 }, problems);
  if (!fields) return undefined;

  const blocks = cutAtHeadings(lines.slice(end + 1));
  const descriptionLines = trimLines(blocks.description);
  const description = parseMarkdown(joinLines(descriptionLines), {
    file,
    line: descriptionLines[0]?.number ?? end + 2,
  });
  if (descriptionLines.length === 0) {
    problems.error(
      description.at,
      'missing-field',
      'the skill has no description under its front matter',
    );
  }
  const id = fields.text('id');
  const notes = blocks.cards.flatMap((block): NoteSource[] => {
    const note = readCardBlock(block, id, file, problems);
    return note ? [note] : [];
  });
  return { ...readFrontMatter(fields), id, description, notes, at };
}

type FrontMatter = Omit<SkillSource, 'id' | 'description' | 'notes' | 'at'>;

function readFrontMatter(fields: Fields): FrontMatter {
  const frontMatter = {
    title: fields.text('title'),
    topics: fields.text('topics'),
    track: fields.located('track'),
    stage: fields.located('stage'),
    requires: fields.list('requires'),
    encompasses: fields.maps('encompasses').map((entry) => {
      const encompassing = {
        skill: entry.text('skill'),
        weight: entry.number('weight'),
        at: entry.at,
      };
      entry.finish();
      return encompassing;
    }),
    covers: fields.list('covers'),
    sources: fields.list('sources').map(({ value, at }) => ({ ...splitCitation(value), at })),
    good: fields.texts('good').map(({ value: { key, text }, at }) => ({
      stage: key,
      text: parseMarkdown(text, at),
      at,
    })),
  };
  fields.finish();
  return frontMatter;
}

function cutAtHeadings(lines: readonly Line[]): {
  readonly description: readonly Line[];
  readonly cards: readonly CardBlock[];
} {
  const headings = lines.flatMap((line, index) =>
    !line.fenced && /^##(\s|$)/.test(line.text) ? [index] : [],
  );
  return {
    description: lines.slice(0, headings[0] ?? lines.length),
    cards: headings.map((start, index) => ({
      heading: lines[start]?.text.slice(2).trim() ?? '',
      line: lines[start]?.number ?? 1,
      lines: lines.slice(start + 1, headings[index + 1] ?? lines.length),
    })),
  };
}
