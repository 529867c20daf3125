import type { Page } from '@playwright/test';
import { App, expect, serve, test, type Server } from './fixtures.ts';

const HOUR = 3_600_000;

/** Each test deploys `dist-next` over `dist` on a server of its own. */
let server: Server;
test.beforeEach(async () => {
  server = await serve('dist');
});
test.afterEach(async () => {
  await server.close();
});

const open = async (page: Page): Promise<App> => {
  const app = new App(page, server.url);
  await app.holdClock();
  await app.goto();
  return app;
};

const offer = (app: App) => app.page.getByRole('button', { name: 'Reload', exact: true });

test('a new version reaches two open tabs when one of them accepts it', async ({ context }) => {
  const first = await open(await context.newPage());
  await first.storedOffline();
  // From the second visit on the service worker serves the page.
  await first.page.reload();
  const second = await open(await context.newPage());
  const old = await first.build();
  expect(await second.build()).toBe(old);

  server.swap('dist-next');
  await first.travel(HOUR);
  await expect(offer(first)).toBeVisible();
  await expect(offer(second)).toBeVisible();
  // Offered, not taken: a reload by hand still brings the version that runs in the other tab.
  expect(await first.build()).toBe(old);

  await offer(first).click();
  await expect.poll(() => first.build()).toBe('next');
  await expect.poll(() => second.build()).toBe('next');
  await second.drawn();
  await expect(offer(second)).toBeHidden();
});

test('a tab in the middle of a session reloads only after it', async ({ context }) => {
  const studying = new App(await context.newPage(), server.url);
  await studying.welcome();
  await studying.storedOffline();
  await studying.page.reload();
  await studying.drawn();
  await studying.startSession();
  const other = new App(await context.newPage(), server.url);
  await other.goto();
  const old = await studying.build();

  server.swap('dist-next');
  // Not by the clock: an hour would end the session in the first tab, too.
  await other.page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect(offer(studying)).toBeHidden();
  await offer(other).click();
  await expect.poll(() => other.build()).toBe('next');

  // The session goes on with the old version, and no answer is lost.
  await studying.study(2);
  expect(await studying.build()).toBe(old);
  await studying.page.getByRole('link', { name: 'End session' }).click();
  await expect.poll(() => studying.build()).toBe('next');
});

test('a new version reaches the very first session (vite-plugin-pwa #789)', async ({ page }) => {
  const app = await open(page);
  await app.storedOffline();
  server.swap('dist-next');
  await app.travel(HOUR);
  await offer(app).click();
  await expect.poll(() => app.build()).toBe('next');
  await app.drawn();
});

test('a version that was found but not accepted is offered at the next visit', async ({
  context,
}) => {
  const first = await open(await context.newPage());
  await first.storedOffline();
  // Keeps the old version alive across the visit.
  const other = await open(await context.newPage());
  server.swap('dist-next');
  await first.travel(HOUR);
  await expect(offer(first)).toBeVisible();
  await first.page.reload();
  await expect(offer(first)).toBeVisible();
  await offer(first).click();
  await expect.poll(() => first.build()).toBe('next');
  await expect.poll(() => other.build()).toBe('next');
});

test('an old tab still opens screens whose files are gone from the server', async ({ context }) => {
  const app = await open(await context.newPage());
  await app.storedOffline();
  await app.welcome();
  const old = await app.build();
  server.swap('dist-next');
  await app.follow('Settings');
  expect(await app.build()).toBe(old);
});
