/** `node tests/bench/compile.bench.mjs`: how long the curriculum takes to check and compile, from a cold start. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const RUNS = 3;

/** @param {string[]} args @returns {{ seconds: number, stdout: string }} */
const timed = (args) => {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/curriculum-compiler/cli.mjs', ...args],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The curriculum does not compile:\n${stdout}${stderr}`);
  return { seconds: (performance.now() - start) / 1000, stdout };
};

/** @param {string[]} args */
const median = (args) => {
  const runs = Array.from({ length: RUNS }, () => timed(args).seconds).sort((a, b) => a - b);
  return /** @type {number} */ (runs[Math.floor(RUNS / 2)]);
};

const { cards } = JSON.parse(timed(['--json']).stdout);
const whole = median(['--json']);
const tiny = median(['--json', '--dir', 'tests/fixtures/curriculum-tiny']);
console.log(
  `compile ${cards} cards: median ${whole.toFixed(1)} s (goal < 10 s on two cores); ${(whole / tiny).toFixed(1)} times a curriculum of 6 cards`,
);
