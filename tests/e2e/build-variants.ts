/**
 * Before the tests: the further builds they need. Each is made from the same source by the
 * same command as dist/, once, and again when dist/ is newer.
 *
 * - `dist-sub`  for a sub-path, `/cairn/`
 * - `dist-next` a later version, as after a deployment
 * - `dist-bread` another career, from the content in tests/fixtures/curriculum-tiny
 */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

const VARIANTS = [
  { folder: 'dist-sub', environment: { CAIRN_BASE: '/cairn/' } },
  { folder: 'dist-next', environment: { CAIRN_BUILD_ID: 'next' } },
  { folder: 'dist-bread', environment: { CAIRN_CURRICULUM: 'tests/fixtures/curriculum-tiny' } },
] as const;

/** The service worker is written last, so its age is that of a complete build. */
const builtAt = (folder: string): number => {
  const file = `${PROJECT}${folder}/sw.js`;
  return existsSync(file) ? statSync(file).mtimeMs : 0;
};

const buildVariants = (): void => {
  const current = builtAt('dist');
  if (current === 0) throw new Error('dist/ holds no build: run "npm run build" first.');
  for (const { folder, environment } of VARIANTS) {
    if (builtAt(folder) >= current) continue;
    execFileSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      {
        cwd: PROJECT,
        env: { ...process.env, CAIRN_OUT: folder, ...environment },
        stdio: 'inherit',
      },
    );
  }
};

export default buildVariants;
