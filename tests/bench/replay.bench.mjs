/** `node tests/bench/replay.bench.mjs`. Vite loads the TypeScript, since Node 20 does not. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('./replay.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
module.run((line) => console.log(line));
