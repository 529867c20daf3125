import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { Located, Place, Problems } from '../problems.ts';

interface YamlFile {
  readonly file: string;
  /** Lines above the YAML in its file (front matter starts below the `---`). */
  readonly linesBefore: number;
  readonly counter: LineCounter;
  readonly problems: Problems;
}

/**
 * Parses YAML and reports its syntax errors. `undefined` stands for an empty document, or one too broken
 * to go on with.
 */
export function parseYaml(
  text: string,
  at: Place,
  problems: Problems,
): { readonly root: Node; readonly yaml: YamlFile } | undefined {
  const counter = new LineCounter();
  const yaml = { file: at.file, linesBefore: at.line - 1, counter, problems };
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  for (const error of document.errors) {
    const hint = /compact mapping|implicit key|multiline/i.test(error.message)
      ? ' (put a value that contains ": " or starts with a special character in quotes)'
      : '';
    problems.error(placeOf(error.pos[0], yaml), 'yaml', `${error.message}${hint}`);
  }
  return document.errors.length > 0 || !document.contents
    ? undefined
    : { root: document.contents, yaml };
}

/** The entries of a YAML list of mappings. */
export function readEntries(text: string, at: Place, problems: Problems): Fields[] {
  const parsed = parseYaml(text, at, problems);
  if (!parsed) return [];
  if (!isSeq(parsed.root)) {
    problems.error(at, 'yaml', 'the file must hold a list of entries that start with "- "');
    return [];
  }
  return mapsIn(parsed.root.items, parsed.yaml);
}

/** The one mapping that a YAML text consists of. */
export function readMapping(text: string, at: Place, problems: Problems): Fields | undefined {
  const parsed = parseYaml(text, at, problems);
  if (!parsed) return undefined;
  if (isMap(parsed.root)) return new Fields(parsed.root, parsed.yaml);
  problems.error(at, 'yaml', 'expected lines of the form "field: value"');
  return undefined;
}

/**
 * Reads the fields of one YAML mapping. What is missing or of the wrong type is reported and replaced by an
 * empty value, so that reading goes on; fields nobody asked for are reported by `finish`.
 */
export class Fields {
  readonly #map: YAMLMap;
  readonly #yaml: YamlFile;
  readonly #known = new Set<string>();

  constructor(map: YAMLMap, yaml: YamlFile) {
    this.#map = map;
    this.#yaml = yaml;
  }

  get at(): Place {
    return placeOf(this.#map.range?.[0] ?? 0, this.#yaml);
  }

  has(key: string): boolean {
    return this.#node(key) !== undefined;
  }

  place(key: string): Place {
    const pair = this.#map.items.find((item) => isScalar(item.key) && item.key.value === key);
    const range = (pair?.key as Node | undefined)?.range;
    return range ? placeOf(range[0], this.#yaml) : this.at;
  }

  text(key: string): string {
    return this.located(key).value;
  }

  located(key: string): Located<string> {
    const value = this.optionalText(key);
    if (value === undefined) this.#error(key, 'missing-field', `"${key}" is missing`);
    return { value: value ?? '', at: this.place(key) };
  }

  optionalText(key: string): string | undefined {
    const node = this.#node(key);
    if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
    const value = scalarText(node);
    if (value === undefined) this.#error(key, 'field-type', `"${key}" must be a text`);
    return value === '' ? undefined : value;
  }

  number(key: string): number {
    const node = this.#node(key);
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number') return value;
    if (node === undefined) this.#error(key, 'missing-field', `"${key}" is missing`);
    else this.#error(key, 'field-type', `"${key}" must be a number`);
    return Number.NaN;
  }

  optionalNumber(key: string): number | undefined {
    return this.has(key) ? this.number(key) : undefined;
  }

  boolean(key: string): boolean {
    const node = this.#node(key);
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'boolean') return value;
    if (node === undefined) this.#error(key, 'missing-field', `"${key}" is missing`);
    else this.#error(key, 'field-type', `"${key}" must be true or false`);
    return false;
  }

  /** One of the given words; the first of them when the field holds anything else. */
  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
    const value = this.text(key);
    const found = allowed.find((word) => word === value);
    if (found === undefined && value !== '') {
      this.#error(key, 'field-type', `"${key}" must be one of ${allowed.join(', ')}`);
    }
    return found ?? allowed[0];
  }

  /** A list of texts; an absent field is an empty list. */
  list(key: string): Located<string>[] {
    return this.#items(key).flatMap((item) => {
      const value = scalarText(item);
      const at = nodePlace(item, this.#yaml) ?? this.place(key);
      if (value === undefined || value === '') {
        this.#yaml.problems.error(at, 'field-type', `every item of "${key}" must be a text`);
        return [];
      }
      return [{ value, at }];
    });
  }

  /** One mapping; an absent field is `undefined`. */
  mapping(key: string): Fields | undefined {
    const node = this.#node(key);
    if (node === undefined) return undefined;
    if (isMap(node)) return new Fields(node, this.#yaml);
    this.#error(key, 'field-type', `"${key}" must hold fields`);
    return undefined;
  }

  /** The names of all fields. */
  keys(): string[] {
    return this.#map.items.flatMap((pair) => scalarText(pair.key) ?? []);
  }

  /** A list of mappings; an absent field is an empty list. */
  maps(key: string): Fields[] {
    return mapsIn(this.#items(key), this.#yaml);
  }

  /** A mapping from keys to texts; an absent field is an empty one. The place is the key's. */
  texts(key: string): Located<{ readonly key: string; readonly text: string }>[] {
    const node = this.#node(key);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isMap(node)) {
      this.#error(key, 'field-type', `"${key}" must hold lines of the form "key: text"`);
      return [];
    }
    return node.items.flatMap((pair) => {
      const at = nodePlace(pair.key, this.#yaml) ?? this.place(key);
      const [name, text] = [scalarText(pair.key), scalarText(pair.value)];
      if (name !== undefined && text !== undefined && text !== '') {
        return [{ value: { key: name, text }, at }];
      }
      const message = `"${name ?? '?'}" of "${key}" must be a text`;
      this.#yaml.problems.error(at, 'field-type', message);
      return [];
    });
  }

  /** The mappings of a mapping, by key: `sources.yaml` is one. */
  entries(): Located<{ readonly key: string; readonly fields: Fields }>[] {
    return this.#map.items.flatMap((pair) => {
      const key = scalarText(pair.key);
      const at = nodePlace(pair.key, this.#yaml) ?? this.at;
      if (key === undefined || !isMap(pair.value)) {
        this.#yaml.problems.error(at, 'field-type', `"${key ?? '?'}" must hold fields`);
        return [];
      }
      this.#known.add(key);
      return [{ value: { key, fields: new Fields(pair.value, this.#yaml) }, at }];
    });
  }

  /** Reports every field that was never asked for: a typing mistake must not vanish silently. */
  finish(): void {
    for (const pair of this.#map.items) {
      const key = scalarText(pair.key) ?? '?';
      if (this.#known.has(key)) continue;
      const allowed = [...this.#known].join(', ');
      this.#error(key, 'unknown-field', `unknown field "${key}"; there are ${allowed}`);
    }
  }

  #items(key: string): readonly unknown[] {
    const node = this.#node(key);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (isSeq(node)) return node.items;
    this.#error(key, 'field-type', `"${key}" must be a list`);
    return [];
  }

  #node(key: string): unknown {
    this.#known.add(key);
    return this.#map.get(key, true);
  }

  #error(key: string, rule: string, message: string): void {
    this.#yaml.problems.error(this.place(key), rule, message);
  }
}

function mapsIn(items: readonly unknown[], yaml: YamlFile): Fields[] {
  return items.flatMap((item) => {
    if (isMap(item)) return [new Fields(item, yaml)];
    const at = nodePlace(item, yaml) ?? { file: yaml.file, line: yaml.linesBefore + 1 };
    yaml.problems.error(at, 'field-type', 'every entry must hold fields, "field: value"');
    return [];
  });
}

/** A scalar as it was written, so that `title: 2048` is the text "2048". */
function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value.trim() : node.source;
}

function nodePlace(node: unknown, yaml: YamlFile): Place | undefined {
  const range = (node as Node | null)?.range;
  return range ? placeOf(range[0], yaml) : undefined;
}

function placeOf(offset: number, yaml: YamlFile): Place {
  const line = Math.max(1, yaml.counter.linePos(offset).line);
  return { file: yaml.file, line: yaml.linesBefore + line };
}
