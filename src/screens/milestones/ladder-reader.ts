/**
 * Reads a ladder file, YAML or JSON (which is YAML too), into plain values that know their lines. Only what a ladder needs:
 * fields, lists and texts. Anchors, aliases and tags are refused, so that a small file cannot unfold into a large one.
 */
import { CST, LineCounter, Parser } from 'yaml';
import type { FileFields, FilePath, FileValue } from '../../domain/milestones/ladder-import.ts';

/** Larger than any ladder, characters. */
const MOST_CHARACTERS = 1_000_000;
const MAX_DEPTH = 20;

/** What is wrong with the file itself, and in which line. */
export class LadderSyntaxError extends Error {
  override readonly name = 'LadderSyntaxError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

export interface LadderFile {
  readonly value: FileValue;
  /** The line of the nearest place that is in the file. */
  readonly lineOf: (path: FilePath) => number;
}

/**
 * @throws LadderSyntaxError
 */
export const readLadderFile = (text: string): LadderFile => {
  if (text.length > MOST_CHARACTERS) {
    throw new LadderSyntaxError('The file is too large for a ladder: at most 1 MB.', 1);
  }
  return new Reading(text.replace(/^\uFEFF/, '')).read();
};

type Item = CST.CollectionItem;

class Reading {
  readonly #text: string;
  readonly #counter = new LineCounter();
  /** Lines by path, as JSON. */
  readonly #lines = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  read(): LadderFile {
    let value: FileValue = null;
    let documents = 0;
    for (const token of new Parser(this.#counter.addNewLine).parse(this.#text)) {
      if (token.type === 'error') this.#fail(token.message, token.offset);
      if (token.type !== 'document') continue;
      if (++documents > 1) this.#fail('The file holds more than one document.', token.offset);
      this.#refuse(token.start, []);
      if (token.value) value = this.#value(token.value, []);
      for (const extra of token.end ?? []) this.#checkExtra(extra);
    }
    const lineOf = (path: FilePath): number => {
      for (let length = path.length; length > 0; length--) {
        const line = this.#lines.get(JSON.stringify(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return 1;
    };
    return { value, lineOf };
  }

  #line(offset: number): number {
    return Math.max(1, this.#counter.linePos(offset).line);
  }

  #fail(message: string, offset: number): never {
    throw new LadderSyntaxError(message, this.#line(offset));
  }

  #checkExtra({ type, offset }: CST.SourceToken): void {
    if (!['space', 'newline', 'comment', 'doc-end'].includes(type)) {
      this.#fail('There is something after the end.', offset);
    }
  }

  #refuse(tokens: readonly CST.Token[], path: FilePath): void {
    for (const { type, offset } of tokens) {
      if (type === 'anchor' || type === 'tag' || type === 'alias') {
        this.#fail('Anchors, aliases and tags are not read here: write it out.', offset);
      }
      if (type === 'error') this.#fail('This cannot be read.', offset);
    }
    if (path.length > MAX_DEPTH) this.#fail('It is nested too deeply.', tokens[0]?.offset ?? 0);
  }

  #value(token: CST.Token, path: FilePath): FileValue {
    const key = JSON.stringify(path);
    if (!this.#lines.has(key)) this.#lines.set(key, this.#line(token.offset));
    switch (token.type) {
      case 'block-seq':
        return token.items.map((item, i) => this.#entry(item, [...path, i]));
      case 'block-map':
        return this.#fields(token.items, path, token.offset);
      case 'flow-collection':
        return this.#flow(token, path);
      case 'block-scalar':
        this.#refuse(token.props, path);
        return CST.resolveAsScalar(token, true, this.#onScalarError).value;
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        this.#refuse(token.end ?? [], path);
        const { value } = CST.resolveAsScalar(token, true, this.#onScalarError);
        const isNothing = token.type === 'scalar' && /^(?:~|null|Null|NULL|)$/.test(value);
        return isNothing ? null : value;
      }
      default:
        return this.#fail('This cannot be read.', token.offset);
    }
  }

  readonly #onScalarError = (offset: number, _code: unknown, message: string): void =>
    this.#fail(message, offset);

  #entry(item: Item, path: FilePath): FileValue {
    this.#refuse(item.start, path);
    return item.value ? this.#value(item.value, path) : null;
  }

  #flow(token: CST.FlowCollection, path: FilePath): FileValue {
    const isList = token.start.source === '[';
    const closing = token.end[0]?.source;
    if (closing !== (isList ? ']' : '}')) {
      this.#fail(`This ${isList ? 'list' : 'group'} is not closed.`, token.offset);
    }
    // A comma at the end makes an item of nothing.
    const items = token.items.filter((item) => item.key ?? item.value);
    return isList
      ? items.map((item, i) => {
          if (item.key) this.#fail('Expected an entry of a list.', token.offset);
          return this.#entry(item, [...path, i]);
        })
      : this.#fields(items, path, token.offset);
  }

  /** A name stands in one line. */
  #name(key: CST.Token | null | undefined, path: FilePath): FileValue {
    if (!key || ('source' in key && key.source.includes('\n'))) return null;
    return this.#value(key, [...path, '']);
  }

  #fields(items: readonly Item[], path: FilePath, offset: number): FileFields {
    const fields = new Map<string, FileValue>();
    for (const item of items) {
      this.#refuse(item.start, path);
      if (!item.key && !item.value) continue;
      const name = this.#name(item.key, path);
      const at = item.key?.offset ?? item.value?.offset ?? offset;
      if (typeof name !== 'string' || !item.sep?.some(({ type }) => type === 'map-value-ind')) {
        return this.#fail('Expected "name: value".', at);
      }
      if (fields.has(name)) this.#fail(`"${name}" is there twice.`, at);
      this.#refuse(item.sep, path);
      this.#lines.set(JSON.stringify([...path, name]), this.#line(at));
      fields.set(name, item.value ? this.#value(item.value, [...path, name]) : null);
    }
    // Own fields only, whatever they are called.
    return Object.fromEntries(fields);
  }
}
