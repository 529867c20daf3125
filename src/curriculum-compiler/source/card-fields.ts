import type { CardKind } from '../../domain/curriculum/types.ts';
import type { Located, Place, Problems } from '../problems.ts';
import { splitCitation } from './citation.ts';
import type { Line } from './lines.ts';
import type { CitationSource } from './model.ts';

/** A card's heading and the lines up to the next one. */
export interface CardBlock {
  readonly heading: string;
  readonly line: number;
  readonly lines: readonly Line[];
}

export interface CardFields {
  readonly kind: CardKind | undefined;
  readonly citations: readonly CitationSource[];
  readonly critical: boolean;
  readonly asOf: string | undefined;
  readonly contrasts: readonly Located<string>[];
  readonly covers: readonly Located<string>[];
}

const kinds: readonly CardKind[] = ['basic', 'reversed', 'cloze', 'choice'];
const known = ['kind', 'source', 'critical', 'asof', 'contrast', 'covers'];

/** Reads the `field: value` lines under a card's heading; the rest is its body. */
export function readCardFields(
  block: CardBlock,
  at: Place,
  problems: Problems,
): { readonly fields: CardFields; readonly body: readonly Line[] } {
  const { written, body } = collectFields(block.lines, at.file, problems);
  const kind = kinds.find((candidate) => candidate === written.get('kind')?.value);
  if (!kind) {
    const given = written.get('kind');
    const message = given
      ? `kind "${given.value}" is not one of ${kinds.join(', ')}`
      : `"kind" is missing: one of ${kinds.join(', ')}`;
    problems.error(given?.at ?? at, 'kind', message);
  }
  const critical = written.get('critical');
  if (critical && !['true', 'false'].includes(critical.value)) {
    problems.error(critical.at, 'field-type', '"critical" must be true or false');
  }
  const list = (field: string): Located<string>[] => {
    const given = written.get(field);
    return splitAt(given?.value ?? '', ',').map((value) => ({ value, at: given?.at ?? at }));
  };
  const fields = {
    kind,
    citations: readCitations(written.get('source'), at, problems),
    critical: critical?.value === 'true',
    asOf: written.get('asof')?.value,
    contrasts: list('contrast'),
    covers: list('covers'),
  };
  return { fields, body };
}

function collectFields(
  lines: readonly Line[],
  file: string,
  problems: Problems,
): { readonly written: Map<string, Located<string>>; readonly body: readonly Line[] } {
  const written = new Map<string, Located<string>>();
  let next = lines.findIndex((line) => line.text.trim() !== '');
  if (next < 0) return { written, body: [] };
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || line.text.trim() === '') break;
    const at = { file, line: line.number };
    const match = /^([A-Za-z][\w-]*):(?:\s+(.*))?$/.exec(line.text.trimEnd());
    const [, key, value = ''] = match ?? [];
    if (key === undefined) {
      problems.error(at, 'card-fields', 'expected "field: value" or an empty line before the body');
      break;
    }
    if (!known.includes(key)) {
      problems.error(at, 'unknown-field', `unknown field "${key}"; there are ${known.join(', ')}`);
    } else if (written.has(key)) {
      problems.error(at, 'duplicate-field', `"${key}" is given twice`);
    } else if (value.trim() === '') {
      problems.error(at, 'missing-field', `"${key}" is empty`);
    } else {
      written.set(key, { value: value.trim(), at });
    }
  }
  return { written, body: lines.slice(next) };
}

function readCitations(
  source: Located<string> | undefined,
  at: Place,
  problems: Problems,
): CitationSource[] {
  if (!source) {
    problems.error(at, 'missing-source', 'the card has no "source: id, locator"');
    return [];
  }
  return splitAt(source.value, ';').map((citation) => {
    const { source: id, locator } = splitCitation(citation);
    if (locator === undefined) {
      const message = `"${citation}" lacks a locator: a section, chapter or page after a comma`;
      problems.error(source.at, 'missing-locator', message);
    }
    return { source: id, locator: locator ?? '', at: source.at };
  });
}

/** Pieces between separators; one inside double quotes, as in a chapter's title, separates nothing. */
const splitAt = (text: string, separator: ',' | ';'): string[] =>
  (text.match(separator === ';' ? /(?:"[^"]*"|[^;])+/g : /[^,]+/g) ?? [])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
