import { describe, expect, it } from 'vitest';
import { runnableExamples } from '../../../src/curriculum-compiler/markdown/runnable.ts';
import { Problems } from '../../../src/curriculum-compiler/problems.ts';
import { readCurriculum } from '../../../src/curriculum-compiler/source/read-curriculum.ts';
import { findPython, runExamples } from './run-examples.ts';

const python = findPython();
const lines = (text: string): string[] => text.trimEnd().split(/\s*\n/);

/** Reading all cards and starting Python must not be a race on a busy machine. */
const PATIENCE_MS = 120_000;

describe.skipIf(python === undefined)('a program on a card (skipped without Python 3)', () => {
  it.each(['curriculum', 'tests/fixtures/curriculum-tiny'])(
    'prints what the card says, in %s',
    (dir) => {
      const source = readCurriculum(dir, new Problems());
      const examples = source ? runnableExamples(source) : [];
      expect(examples.length).toBeGreaterThan(0);
      const outcomes = runExamples(python ?? '', examples);
      const missing = new Set<string>();
      for (const [index, example] of examples.entries()) {
        const place = `${dir}/${example.at.file}:${example.at.line} (${example.note})`;
        const outcome = outcomes[index];
        if (outcome === undefined) throw new Error(`${place} was not run`);
        if ('missing' in outcome) {
          missing.add(outcome.missing);
          continue;
        }
        expect('failed' in outcome ? outcome.failed : '', place).toBe('');
        if ('printed' in outcome) {
          expect(lines(outcome.printed), place).toEqual(lines(example.output));
        }
      }
      // Nothing but this may be wanting: a typing mistake in an import must not pass as "not installed".
      for (const module of missing) {
        expect(['numpy', 'pandas', 'sklearn', 'scipy', 'torch']).toContain(module);
        console.warn(`Programs of ${dir} that need ${module} were skipped: it is not installed.`);
      }
    },
    PATIENCE_MS,
  );

  it('fails aloud, prints for itself, and knows nothing of the one before', () => {
    const outcomes = runExamples(python ?? '', [
      { code: 'x = 1\nprint(x)' },
      { code: 'print(x)' },
      { code: 'import no_such_module' },
      { code: 'raise SystemExit(3)' },
      { code: 'print("é")' },
    ]);
    expect(outcomes).toEqual([
      { printed: '1\n' },
      { failed: expect.stringContaining('NameError') },
      { missing: 'no_such_module' },
      { failed: expect.stringContaining('SystemExit') },
      { printed: 'é\n' },
    ]);
  });
});
