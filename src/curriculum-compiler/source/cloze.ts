import { isEmpty, parseMarkdown } from '../markdown/parse.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import { blankCharacter, FILLED_END, FILLED_START } from '../markdown/sentinels.ts';
import type { Place } from '../problems.ts';
import { noteOf } from './card-body.ts';
import type { CardBody } from './card-body.ts';
import { scanCloze } from './cloze-scanner.ts';
import type { Blank } from './cloze-scanner.ts';
import { joinLines } from './lines.ts';
import type { CardSource } from './model.ts';

/** One text with numbered blanks: each number is a card of its own. */
export function readCloze({ id, at, parts, problems }: CardBody): readonly CardSource[] {
  const [lines = [], noteLines] = parts;
  const text = joinLines(lines);
  const textAt = { file: at.file, line: lines[0]?.number ?? at.line };
  const { blanks, mistakes } = scanCloze(text);
  for (const mistake of mistakes) {
    problems.error(placeAt(text, mistake.offset, textAt), 'cloze', mistake.message);
  }
  if (text.trim() === '') problems.error(at, 'empty-prompt', 'the card has no text');
  else if (blanks.length === 0 && mistakes.length === 0) {
    problems.error(at, 'empty-answer', 'a cloze card hides words with {{1::hidden words}}');
  }
  if (mistakes.length > 0) return [];
  const note = noteOf(noteLines, at);
  return [...new Set(blanks.map((blank) => blank.number))]
    .sort((a, b) => a - b)
    .map((number) => {
      const asked = blanks.filter((blank) => blank.number === number);
      return {
        id: `${id}~${number}`,
        prompt: hide(text, textAt, blanks, asked),
        answer: parseMarkdown(
          replaceBlanks(text, blanks, (blank) =>
            asked.includes(blank) ? FILLED_START + blank.text + FILLED_END : blank.text,
          ),
          textAt,
        ),
        hidden: asked.map((blank) => parseMarkdown(blank.text, placeAt(text, blank.start, textAt))),
        note,
        options: undefined,
        at,
      };
    })
    .filter((card) => {
      const empty = card.hidden.some(isEmpty);
      if (empty) problems.error(at, 'empty-answer', 'a blank hides nothing');
      return !empty;
    });
}

function hide(
  text: string,
  at: Place,
  blanks: readonly Blank[],
  asked: readonly Blank[],
): MarkdownText {
  const hints = new Map(asked.map((blank, index) => [blankCharacter(index), blank.hint]));
  const source = replaceBlanks(text, blanks, (blank) => {
    const index = asked.indexOf(blank);
    // Line breaks stay, so that lines below keep their numbers.
    return index < 0 ? blank.text : blankCharacter(index) + blank.text.replace(/[^\n]/g, '');
  });
  return parseMarkdown(source, at, hints);
}

function replaceBlanks(
  text: string,
  blanks: readonly Blank[],
  replacement: (blank: Blank) => string,
): string {
  let result = '';
  let position = 0;
  for (const blank of blanks) {
    result += text.slice(position, blank.start) + replacement(blank);
    position = blank.end;
  }
  return result + text.slice(position);
}

const placeAt = (text: string, offset: number, at: Place): Place => ({
  file: at.file,
  line: at.line + text.slice(0, offset).split('\n').length - 1,
});
