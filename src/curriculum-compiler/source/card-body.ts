import { parseMarkdown } from '../markdown/parse.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Place, Problems } from '../problems.ts';
import { joinLines } from './lines.ts';
import type { Line } from './lines.ts';

/** What the reader of one kind of card needs. */
export interface CardBody {
  readonly id: string;
  readonly at: Place;
  readonly parts: readonly (readonly Line[])[];
  readonly problems: Problems;
}

/** The text under the last `---`, when there is any. */
export function noteOf(lines: readonly Line[] | undefined, at: Place): MarkdownText | undefined {
  return lines === undefined || lines.length === 0 ? undefined : markdownOf(lines, at);
}

/** Parses lines as Markdown; an empty part takes the place of its card. */
export const markdownOf = (lines: readonly Line[], at: Place): MarkdownText =>
  parseMarkdown(joinLines(lines), { file: at.file, line: lines[0]?.number ?? at.line });
