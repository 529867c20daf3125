/** Where something stands in the curriculum: a file relative to its directory, and a line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A value together with where it was written, so that whoever rejects it can say where. */
export interface Located<T> {
  readonly value: T;
  readonly at: Place;
}

/** A note tells what a draft still lacks; it is not wrong. */
export type Severity = 'error' | 'warning' | 'note';

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

/** Collects everything that is wrong, so that an author sees all of it after one run. */
export class Problems {
  readonly #found = new Map<string, Problem>();

  error(at: Place, rule: string, message: string): void {
    this.#add(at, 'error', rule, message);
  }

  warning(at: Place, rule: string, message: string): void {
    this.#add(at, 'warning', rule, message);
  }

  note(at: Place, rule: string, message: string): void {
    this.#add(at, 'note', rule, message);
  }

  /** All problems, by file and line. */
  sorted(): Problem[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        compare(a.severity, b.severity) ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message),
    );
  }

  // Siblings of one note share their text, so the same problem may be found twice: it is shown once.
  #add(at: Place, severity: Severity, rule: string, message: string): void {
    const problem = { file: at.file, line: at.line, severity, rule, message };
    this.#found.set(JSON.stringify(problem), problem);
  }
}

/** Order by code unit: the same on every machine, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `file:line  error  rule  message`, one a line; `prefix` makes the file clickable in a terminal. */
export const formatProblems = (problems: readonly Problem[], prefix = ''): string =>
  problems
    .map(
      ({ file, line, severity, rule, message }) =>
        `${prefix}${file}:${line}  ${severity}  ${rule}  ${message}`,
    )
    .join('\n');

/** Whether anything found stops the curriculum from being released. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');
