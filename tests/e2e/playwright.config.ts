import { defineConfig, type Project } from '@playwright/test';
import { chromiumFlags, ensureChromium, findFirefox } from '../tools/find-browser.mjs';

/**
 * Against the production build in dist/ (`npm run build` first). Every browser comes from the
 * system: nothing is downloaded.
 */
const executablePath = ensureChromium();
const firefox = findFirefox();
/** Where `npm test` wants the results, to count them. */
const report = process.env['CAIRN_JSON_REPORT'];
const isMain = process.env['TEST_WORKER_INDEX'] === undefined;

if (firefox === undefined && isMain) {
  console.warn(
    'Firefox was not found (CAIRN_FIREFOX, or "apt-get install firefox-esr"): its tests are skipped.',
  );
}

const inFirefox = (path: string): Project => ({
  name: 'firefox',
  // Only what is marked so: the main path.
  grep: /@firefox/,
  use: {
    browserName: 'firefox',
    // The Firefox of the system over WebDriver BiDi. Works up to Playwright 1.64.
    channel: 'moz-firefox',
    launchOptions: { executablePath: path },
  },
});

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-variants.ts',
  fullyParallel: true,
  workers: 2,
  // A test that passes the second time has still failed.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  webServer: {
    command: 'node ../tools/serve.mjs --port 0',
    // The port of its own choice ends up in CAIRN_PORT, see fixtures.ts.
    wait: { stdout: /http:\/\/localhost:(?<cairn_port>\d+)/ },
  },
  use: { trace: 'retain-on-failure', serviceWorkers: 'allow' },
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium', launchOptions: { executablePath, args: chromiumFlags() } },
    },
    ...(firefox === undefined ? [] : [inFirefox(firefox)]),
  ],
});
