import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';
import type { Tab } from './tab.ts';

/** As the app has it; the journal's worker must start under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const PAGE =
  '<!doctype html><script src="/policy.js"></script><script type="module" src="/tests/browser/storage/tab.ts"></script>';
const TRUSTED_TYPES = `trustedTypes.createPolicy('default', {
  createScriptURL: (url) => { if (new URL(url, location).origin !== origin) throw new TypeError(url); return url; },
});`;

let server: ViteDevServer;
let origin: string;
let profile: string;
let context: BrowserContext;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    cacheDir: join(tmpdir(), 'cairn-vite-tabs'),
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { include: ['idb-keyval', 'fflate'], entries: [] },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    plugins: [
      {
        name: 'page',
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const body = { '/': PAGE, '/policy.js': TRUSTED_TYPES }[request.url ?? ''];
            if (body === undefined) return next();
            const type = request.url === '/' ? 'text/html' : 'text/javascript';
            response.setHeader('content-type', type);
            response.setHeader('content-security-policy', POLICY);
            response.end(body);
          });
        },
      },
    ],
  });
  await server.listen();
  origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
});

afterAll(() => server.close());

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: chromiumFlags(),
  });
});

afterEach(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

declare const tab: Tab;

const openTab = async (): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'tab' in globalThis);
  return page;
};

const twoCopies = (page: Page) => page.waitForFunction(() => tab.status().copies === 2);

test('two tabs, 2 × 100 answers at once: nothing lost, nothing doubled, in both copies', async () => {
  const [one, two] = [await openTab(), await openTab()];
  for (const page of [one, two]) {
    await page.evaluate(() => tab.open());
    await twoCopies(page);
  }
  const [mine, theirs] = await Promise.all(
    [one, two].map((page) => page.evaluate(() => tab.append(100))),
  );
  const all = [...(mine ?? []), ...(theirs ?? [])].sort();
  expect(new Set(all).size).toBe(200);
  for (const [page, others] of [
    [one, theirs],
    [two, mine],
  ] as const) {
    await page.waitForFunction(() => tab.heard().length >= 100);
    expect((await page.evaluate(() => tab.heard())).sort()).toEqual([...(others ?? [])].sort());
    expect((await page.evaluate(() => tab.ids())).sort()).toEqual(all);
  }
  // A tab that is closed without a word.
  await one.close();
  await two.evaluate(() => tab.close());
  await two.evaluate(() => tab.deleteDatabase());
  expect((await two.evaluate(() => tab.open())).sort()).toEqual(all);
});

test('answers survive a reload and a new start of the browser', async () => {
  const page = await openTab();
  await page.evaluate(() => tab.open());
  const ids = await page.evaluate(() => tab.append(20));
  await page.reload();
  await page.waitForFunction(() => 'tab' in globalThis);
  expect((await page.evaluate(() => tab.open())).sort()).toEqual(ids.sort());
  await context.close();
  context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: chromiumFlags(),
  });
  const again = await openTab();
  expect((await again.evaluate(() => tab.open())).sort()).toEqual(ids);
});

test('a full disk: answers wait in memory and are written when there is room', async () => {
  const page = await openTab();
  const session = await context.newCDPSession(page);
  // A journal file takes a megabyte or so at once. Before the first use: Chromium remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000 });
  await page.evaluate(() => tab.open());
  await twoCopies(page);
  const ids: string[] = [];
  // Chromium estimates the room between two looks, so the moment is not known.
  for (let i = 0; i < 60 && (await page.evaluate(() => tab.status().kind)) === 'ok'; i++)
    ids.push(...(await page.evaluate(() => tab.append(1, tab.noise(400_000)))));
  ids.push(...(await page.evaluate(() => tab.append(1))));
  expect(await page.evaluate(() => tab.status())).toMatchObject({
    kind: 'degraded',
    reason: 'quota',
    queued: 2,
  });
  expect((await page.evaluate(() => tab.ids())).sort()).toEqual([...ids].sort());
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await vi.waitFor(
    async () => {
      ids.push(...(await page.evaluate(() => tab.append(1))));
      expect(await page.evaluate(() => tab.status().kind)).toBe('ok');
    },
    { timeout: 20_000, interval: 250 },
  );
  await page.reload();
  await page.waitForFunction(() => 'tab' in globalThis);
  expect((await page.evaluate(() => tab.open())).sort()).toEqual(ids.sort());
});
