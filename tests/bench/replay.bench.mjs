/** `node tests/bench/replay.bench.mjs`: bundles the domain as the app is bundled, since that is what runs on a phone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const outDir = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
try {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('./replay.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'replay.mjs',
      },
    },
  });
  const { run } = await import(pathToFileURL(join(outDir, 'replay.mjs')).href);
  run(console.log);
} finally {
  await rm(outDir, { recursive: true });
}
