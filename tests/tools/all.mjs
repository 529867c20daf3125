/**
 * Everything that has to hold, in order: `npm test`. With `--only checks` just what needs no
 * browser and runs no test: `npm run check`.
 *
 * Goes on after a failure, so that one run shows all of them. Each check counts as one, each
 * runner's tests are counted one by one; the last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureChromium } from './find-browser.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const STEP_LIMIT_MS = 10 * 60_000;

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {object} Step
 * @property {string} script                        of package.json
 * @property {string[]} [args]
 * @property {(report: string) => Step['args']} [report]  flags that make the runner write its report there
 * @property {(report: any) => Count} [count]       reads that report; without it the step counts as one
 * @property {boolean} [browser]                    drives a real browser
 * @property {boolean} [check]                      part of `npm run check`
 */

/** @param {string} report */
const vitestReport = (report) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

/** @param {any} report @returns {Count} */
const vitestCount = (report) => ({
  passed: report.numPassedTests,
  // A file that cannot be loaded has no failed test, only a failed suite.
  failed: Math.max(
    report.numFailedTests,
    report.testResults.filter((/** @type {any} */ file) => file.status === 'failed').length,
  ),
  skipped: report.numPendingTests + report.numTodoTests,
});

/** @param {any} report @returns {Count} */
const playwrightCount = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/** @type {Step[]} */
const STEPS = [
  { script: 'curriculum', check: true },
  { script: 'check:types', check: true },
  { script: 'check:lint', check: true },
  { script: 'check:boundaries', check: true },
  { script: 'check:format', check: true },
  { script: 'check:dead', check: true },
  { script: 'check:lockfile', check: true },
  {
    script: 'test:coverage',
    args: ['--project', 'component'],
    report: vitestReport,
    count: vitestCount,
  },
  { script: 'test:browser', report: vitestReport, count: vitestCount, browser: true },
  { script: 'build', check: true },
  { script: 'check:size', check: true },
  { script: 'test:e2e', count: playwrightCount, browser: true },
];

const reports = mkdtempSync(join(tmpdir(), 'cairn-reports-'));

/**
 * @param {Step} step
 * @returns {Promise<Count & { seconds: number }>}
 */
const run = async (step) => {
  const report = join(reports, `${step.script.replaceAll(':', '-')}.json`);
  const args = [...(step.args ?? []), ...(step.report?.(report) ?? [])];
  const started = performance.now();
  console.log(`\n━━━ ${step.script}`);
  const code = await execute(step.script, args, report);
  const seconds = (performance.now() - started) / 1000;
  return { ...outcome(step, code, report), seconds };
};

/** @param {string} script @param {string[]} args @param {string} report @returns {Promise<number>} */
const execute = (script, args, report) =>
  new Promise((done) => {
    const child = spawn(
      'npm',
      ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])],
      {
        cwd: PROJECT,
        stdio: ['ignore', 'inherit', 'inherit'],
        // On Windows npm is a script, which only a shell can start.
        shell: process.platform === 'win32',
        timeout: STEP_LIMIT_MS,
        env: { ...process.env, CAIRN_JSON_REPORT: report },
      },
    );
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });

/** @param {Step} step @param {number} code @param {string} report @returns {Count} */
const outcome = (step, code, report) => {
  const asOne = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (step.count === undefined) return asOne;
  try {
    const count = step.count(JSON.parse(readFileSync(report, 'utf8')));
    // A runner can fail without a failed test: coverage below its threshold, an error in between.
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const steps = STEPS.filter((step) => values.only !== 'checks' || step.check === true);

if (steps.some((step) => step.browser === true)) {
  try {
    // Once, and before the long part: an installation, or word of what is missing.
    process.env['CAIRN_CHROMIUM'] = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const lines = [];
for (const step of steps) {
  const { passed, failed, skipped, seconds } = await run(step);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  lines.push(
    `${failed === 0 ? '✓' : '✗'} ${step.script.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed${skipped > 0 ? ` ${skipped} skipped` : ''}  ${seconds.toFixed(1)} s`,
  );
}
rmSync(reports, { recursive: true, force: true });

console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
