/**
 * What every end-to-end test gets: the address of the served build, an `app` to drive it by the
 * roles and names of the interface, and a guard that fails the test when the page broke a promise
 * (an error, a breach of the Content-Security-Policy, a request to somewhere else).
 */
import { test as base } from '@playwright/test';
import { App } from './support/app.ts';
import { Guard } from './support/guard.ts';

export { expect } from '@playwright/test';
export { App } from './support/app.ts';
export { audit } from './support/audit.ts';
export { openBrowser } from './support/own-browser.ts';
export { Guard } from './support/guard.ts';
export { serve, type Server } from './support/server.ts';

interface Fixtures {
  readonly app: App;
  readonly guard: Guard;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(`http://localhost:${process.env['CAIRN_PORT'] ?? ''}/`);
  },
  guard: [
    async ({ context }, use) => {
      const guard = new Guard();
      await guard.watch(context);
      await use(guard);
      guard.expectNothing();
    },
    { auto: true },
  ],
  app: async ({ page, baseURL }, use) => {
    await use(new App(page, baseURL ?? ''));
  },
});
