import type { CardKind } from '../../domain/curriculum/types.ts';
import { isEmpty } from '../markdown/parse.ts';
import type { Located, Problems } from '../problems.ts';
import { markdownOf, noteOf } from './card-body.ts';
import type { CardBody } from './card-body.ts';
import { readCardFields } from './card-fields.ts';
import { readChoice } from './choice.ts';
import { readCloze } from './cloze.ts';
import { splitLines, trimLines } from './lines.ts';
import type { CardSource, NoteSource } from './model.ts';
import type { CardBlock } from './card-fields.ts';

const maximumParts: Readonly<Record<CardKind, number>> = {
  basic: 3,
  reversed: 3,
  cloze: 2,
  choice: 2,
};

/** Reads one `##` block into the card or the siblings that it makes. */
export function readCardBlock(
  block: CardBlock,
  skill: string,
  file: string,
  problems: Problems,
): NoteSource | undefined {
  const at = { file, line: block.line };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(block.heading)) {
    const rule = 'lower-case words and digits joined by hyphens';
    problems.error(at, 'slug', `"${block.heading}" is no slug: use ${rule}`);
    return undefined;
  }
  const id = `${skill}/${block.heading}`;
  const { fields, body } = readCardFields(block, at, problems);
  if (!fields.kind) return undefined;

  const parts = splitLines(body, (line) => !line.fenced && line.text.trimEnd() === '---').map(
    trimLines,
  );
  const maximum = maximumParts[fields.kind];
  if (parts.length > maximum) {
    const line = parts[maximum]?.[0]?.number ?? at.line;
    const message = `a ${fields.kind} card has at most ${maximum} parts, this one has ${parts.length}`;
    problems.error({ file, line }, 'card-parts', message);
  }
  const cards = readCards(fields.kind, { id, at, parts, problems });
  return {
    id,
    kind: fields.kind,
    citations: fields.citations,
    critical: fields.critical,
    asOf: fields.asOf,
    contrasts: fields.contrasts.map((contrast): Located<string> => {
      const value = contrast.value.includes('/') ? contrast.value : `${skill}/${contrast.value}`;
      return { value, at: contrast.at };
    }),
    covers: fields.covers,
    cards,
    texts: parts.map((part) => markdownOf(part, at)),
    at,
  };
}

function readCards(kind: CardKind, body: CardBody): readonly CardSource[] {
  switch (kind) {
    case 'basic':
      return readPair(body);
    case 'reversed':
      return readPair(body).flatMap((card) => [
        card,
        { ...card, id: `${card.id}~reversed`, prompt: card.answer, answer: card.prompt },
      ]);
    case 'cloze':
      return readCloze(body);
    case 'choice':
      return readChoice(body);
  }
}

/** Prompt and answer, with a note when there is a third part. */
function readPair({ id, at, parts, problems }: CardBody): readonly CardSource[] {
  const [promptLines = [], answerLines = [], noteLines] = parts;
  const prompt = markdownOf(promptLines, at);
  const answer = markdownOf(answerLines, at);
  if (isEmpty(prompt)) problems.error(at, 'empty-prompt', 'the card has no prompt');
  if (isEmpty(answer)) {
    problems.error(at, 'empty-answer', 'the card has no answer: put it below a line with only ---');
  }
  if (isEmpty(prompt) || isEmpty(answer)) return [];
  return [{ id, prompt, answer, note: noteOf(noteLines, at), ...plainPair, at }];
}

const plainPair = { options: undefined, hidden: undefined };
