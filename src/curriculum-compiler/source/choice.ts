import { isEmpty } from '../markdown/parse.ts';
import { plainText } from '../markdown/prose.ts';
import type { Place, Problems } from '../problems.ts';
import { markdownOf, noteOf } from './card-body.ts';
import type { CardBody } from './card-body.ts';
import { trimLines } from './lines.ts';
import type { Line } from './lines.ts';
import type { CardSource, OptionSource } from './model.ts';

const optionStart = /^[-*] +\[([ xX])\]\s*(.*)$/;
const reasonStart = /^\s+(Why not|Why):\s*(.*)$/;

/** Prompt, then three to five options of which exactly one is right, then perhaps a note. */
export function readChoice({ id, at, parts, problems }: CardBody): readonly CardSource[] {
  const [lines = [], noteLines] = parts;
  const first = lines.findIndex((line) => !line.fenced && optionStart.test(line.text));
  const prompt = markdownOf(trimLines(first < 0 ? lines : lines.slice(0, first)), at);
  if (isEmpty(prompt)) problems.error(at, 'empty-prompt', 'the card has no prompt');
  if (first < 0) {
    problems.error(at, 'empty-answer', 'a choice card needs options that start with "- [ ]"');
    return [];
  }
  const options = cutOptions(lines.slice(first), at, problems).map((option) =>
    readOption(option, at, problems),
  );
  checkOptions(options, at, problems);
  const right = options.find((option) => option.correct);
  if (!right || isEmpty(prompt)) return [];
  const note = noteOf(noteLines, at);
  return [{ id, prompt, answer: right.text, note, options, hidden: undefined, at }];
}

/** The lines of each option; the text after an option's mark must be indented. */
function cutOptions(lines: readonly Line[], at: Place, problems: Problems): Line[][] {
  const options: Line[][] = [];
  for (const line of lines) {
    if (!line.fenced && optionStart.test(line.text)) options.push([line]);
    else if (line.text.trim() === '' || /^\s/.test(line.text)) options.at(-1)?.push(line);
    else {
      const message =
        'text between or after the options: indent it under its option, or put it in a note below ---';
      problems.error({ file: at.file, line: line.number }, 'choice-options', message);
    }
  }
  return options;
}

function readOption(lines: readonly Line[], at: Place, problems: Problems): OptionSource {
  const place = { file: at.file, line: lines[0]?.number ?? at.line };
  const [, mark = ' ', firstText = ''] = optionStart.exec(lines[0]?.text ?? '') ?? [];
  const correct = mark !== ' ';
  const split = lines.findIndex((line) => !line.fenced && reasonStart.test(line.text));
  const textLines = split < 0 ? lines : lines.slice(0, split);
  const text = markdownOf(
    trimLines(dedent(textLines).map((line, i) => (i === 0 ? { ...line, text: firstText } : line))),
    place,
  );
  if (isEmpty(text)) problems.error(place, 'choice-options', 'this option is empty');
  if (split < 0) {
    if (!correct)
      problems.error(place, 'choice-reason', 'a wrong option needs an indented "Why not:"');
    return { text, correct, why: undefined };
  }
  const reasonLines = lines.slice(split);
  const [, label, firstReason = ''] = reasonStart.exec(reasonLines[0]?.text ?? '') ?? [];
  if (label !== (correct ? 'Why' : 'Why not')) {
    const message = correct
      ? 'the right option carries "Why:"'
      : 'a wrong option carries "Why not:"';
    problems.error(
      { ...place, line: reasonLines[0]?.number ?? place.line },
      'choice-reason',
      message,
    );
  }
  const why = markdownOf(
    trimLines(
      dedent(reasonLines).map((line, i) => (i === 0 ? { ...line, text: firstReason } : line)),
    ),
    place,
  );
  if (isEmpty(why)) problems.error(place, 'choice-reason', 'the reason is empty');
  return { text, correct, why };
}

function checkOptions(options: readonly OptionSource[], at: Place, problems: Problems): void {
  const right = options.filter((option) => option.correct).length;
  if (right !== 1) {
    problems.error(at, 'choice-key', `exactly one option must start with [x]; here ${right} do`);
  }
  if (options.length < 3 || options.length > 5) {
    const message = `a choice card has three to five options; here ${options.length}`;
    problems.error(at, 'choice-options', message);
  }
  const seen = new Set<string>();
  for (const option of options) {
    const key = plainText(option.text).toLowerCase();
    if (seen.has(key))
      problems.error(option.text.at, 'choice-options', 'this option is there twice');
    seen.add(key);
  }
}

/** Removes the indentation that all lines but the first share. */
function dedent(lines: readonly Line[]): Line[] {
  const indents = lines
    .slice(1)
    .filter((line) => line.text.trim() !== '')
    .map((line) => /^\s*/.exec(line.text)?.[0].length ?? 0);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line, index) =>
    index === 0 ? line : { ...line, text: line.text.slice(shared) },
  );
}
