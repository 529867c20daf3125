import { ROUTES } from './support/app.ts';
import { App, expect, serve, test } from './fixtures.ts';

/** The server is really gone: nothing an emulation could have overlooked. */
for (const { root, base } of [
  { root: 'dist', base: '/' },
  { root: 'dist-sub', base: '/cairn/' },
]) {
  test(`everything works without the server after one visit, served from ${base} @firefox`, async ({
    page,
    guard,
  }) => {
    guard.allowNoNetwork();
    const server = await serve(root, base);
    const app = new App(page, server.url);
    await app.welcome();
    await app.storedOffline();
    await server.close();

    for (const route of ROUTES) {
      await app.goto(route);
      expect(page.url()).toBe(server.url + route);
    }
  });
}

test('a sub-path deployment asks for nothing outside of it', async ({ page }) => {
  const server = await serve('dist-sub', '/cairn/');
  const outside: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith(server.url)) outside.push(request.url());
  });
  const app = new App(page, server.url);
  await app.welcome();
  await app.storedOffline();
  await app.follow('Map');
  await app.goto('skills/math.prob');
  expect(page.url()).toBe(`${server.url}skills/math.prob`);
  expect(outside).toEqual([]);
  await server.close();
});

test('every file of the build is stored, but for what only an install dialog shows', async ({
  app,
  page,
}) => {
  await app.goto();
  await app.storedOffline();
  const stored = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) {
        paths.push(new URL(url).pathname.slice(1));
      }
    }
    return paths;
  });
  const { readdirSync } = await import('node:fs');
  const { fileURLToPath } = await import('node:url');
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(dist.length).replace(/^\//, ''))
    .filter((path) => !/^(?:\.vite\/|screenshots\/|sw\.js$)/.test(path));
  expect(stored.toSorted()).toEqual(built.toSorted());
});
