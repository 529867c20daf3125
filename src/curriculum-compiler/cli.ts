import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { currentIds } from './check/retirement.ts';
import { compileCurriculum } from './compile.ts';
import type { Compilation } from './compile.ts';
import { formatCoverage } from './coverage/format.ts';
import { statementCoverage } from './coverage/statement-coverage.ts';
import { curriculumDirectory } from './directory.ts';
import { formatProblems, hasErrors } from './problems.ts';
import { RELEASED_IDS_FILE } from './source/read-curriculum.ts';
import { formatSummary, summarise } from './summary.ts';

const usage = `npm run curriculum -- [options] [path …]

Checks the curriculum and prints what is wrong with it; with paths (skills/eval), only of files below them,
and what they lack of the curriculum's standards.

  --dir PATH   another curriculum than ./curriculum
  --json       counts and sizes as JSON
  --coverage   each statement with what covers it, and the passages to judge that by; with
               words (resp-L014), only statements whose id starts with one of them
  --release    write released-ids.json: from now on these ids are promises
  --help       this text`;

/** The command line; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        dir: { type: 'string' },
        json: { type: 'boolean' },
        coverage: { type: 'boolean' },
        release: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const dir = resolve(curriculumDirectory(values.dir));
  const compilation = await compileCurriculum(dir);
  const failed = hasErrors(compilation.problems);
  if (values.coverage) {
    reportCoverage(compilation, positionals, values.json ?? false);
  } else if (values.json) {
    console.log(JSON.stringify(summarise(compilation), null, 2));
  } else {
    report(compilation, dir, positionals);
  }
  if (values.release) return release(compilation, dir);
  return failed ? 1 : 0;
}

function report(compilation: Compilation, dir: string, paths: readonly string[]): void {
  const prefix = `${relative(process.cwd(), dir) || '.'}/`;
  const wanted = paths.map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : path));
  const shown = compilation.problems.filter(({ file, severity }) =>
    wanted.length === 0 ? severity !== 'note' : wanted.some((path) => file.startsWith(path)),
  );
  if (shown.length > 0) console.log(`${formatProblems(shown, prefix)}\n`);
  if (wanted.length > 0) console.log(`${shown.length} problems in ${wanted.join(', ')}; in all:`);
  console.log(formatSummary(summarise(compilation)));
}

function reportCoverage({ source }: Compilation, ids: readonly string[], json: boolean): void {
  const all = source ? statementCoverage(source) : [];
  const wanted = all.filter(
    ({ id }) => ids.length === 0 || ids.some((start) => id.startsWith(start)),
  );
  console.log(json ? JSON.stringify(wanted, null, 2) : formatCoverage(wanted));
}

function release({ source, problems }: Compilation, dir: string): number {
  if (!source || hasErrors(problems)) {
    console.error(`${RELEASED_IDS_FILE} is not written: there are errors`);
    return 1;
  }
  const file = join(dir, RELEASED_IDS_FILE);
  writeFileSync(file, `${JSON.stringify(currentIds(source), null, 2)}\n`);
  console.error(`wrote ${file}`);
  return 0;
}
