import { plantLog } from './large-log.mjs';

/** Whether the comparison of the two copies is over: it then says how far it came. */
const hasCheckpoint = () =>
  new Promise((resolve) => {
    const opening = indexedDB.open('cairn', 1);
    opening.onsuccess = () => {
      const read = opening.result.transaction('kv').objectStore('kv').get(['checkpoint']);
      read.onsuccess = () => {
        opening.result.close();
        resolve(read.result !== undefined);
      };
    };
  });

/** Opens the app once so that the service worker holds all, and the log is in both copies. */
export const prepare = async (
  /** @type {import('playwright').BrowserContext} */ context,
  /** @type {string} */ url,
  /** @type {readonly Record<string, unknown>[]} */ events,
) => {
  const blank = await context.newPage();
  // A file of the origin on which the app does not run.
  await blank.goto(`${url}robots.txt`);
  await plantLog(blank, events);
  await blank.close();
  const page = await context.newPage();
  await page.goto(`${url}study`);
  await page.getByRole('button', { name: 'Show answer' }).waitFor({ timeout: 180_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const until = Date.now() + 180_000;
  while (!(await page.evaluate(hasCheckpoint))) {
    if (Date.now() > until) throw new Error('The copies of the log were not compared in time');
    await page.waitForTimeout(500);
  }
  await page.close();
};
