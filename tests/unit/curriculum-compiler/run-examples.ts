/** Runs the programs of cards in Python, if there is one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunnableExample } from '../../../src/curriculum-compiler/markdown/runnable.ts';

/** What a program did; `missing` names a module that is not installed. */
type Outcome =
  { readonly printed: string } | { readonly failed: string } | { readonly missing: string };

const RUNNER = fileURLToPath(new URL('./run-examples.py', import.meta.url));

/** The command of a Python 3, or `undefined`. */
export const findPython = (): string | undefined =>
  ['python3', 'python'].find((command) => {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    return status === 0 && stdout.startsWith('Python 3.');
  });

/** All programs in one process, each with names of its own. */
export function runExamples(
  python: string,
  examples: readonly Pick<RunnableExample, 'code'>[],
): readonly Outcome[] {
  const { stdout, stderr, error } = spawnSync(python, [RUNNER], {
    input: JSON.stringify(examples.map(({ code }) => ({ code }))),
    encoding: 'utf8',
    maxBuffer: 16_000_000,
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONIOENCODING: 'utf-8' },
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(`The programs of the cards could not be run:\n${stderr}`);
  return JSON.parse(stdout) as Outcome[];
}
