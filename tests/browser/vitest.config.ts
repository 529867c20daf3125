import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, ensureChromium } from '../tools/find-browser.mjs';

/**
 * What only a real browser can answer: strict transactions, files of the origin, workers, locks.
 * `page` runs inside one page; `tabs` drives several pages from Node.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: join(tmpdir(), 'cairn-vitest-browser'),
  // Found while a test runs, they would make Vite reload the page under it.
  optimizeDeps: { include: ['idb-keyval', 'fflate'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          include: ['tests/browser/**/*.page.test.ts'],
          testTimeout: 15_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: ensureChromium(), args: chromiumFlags() },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'tabs',
          include: ['tests/browser/**/*.tabs.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
