/** A backup carries everything over a wipe, and a bad file changes nothing. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { App, expect, test } from './fixtures.ts';
import { eventsOnDisk, reviewsOnDisk } from './support/log.ts';

const exportBackup = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export backup' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^cairn-backup-\d{4}-\d\d-\d\d\.zip$/);
  return download.path();
};

const restore = (page: Page, file: string): Promise<void> =>
  page.getByLabel('Restore backup').setInputFiles(file);

test('backup, wipe, restore: the same state, and the same backup to the byte', async ({
  app,
  browser,
  baseURL,
  page,
}) => {
  await app.welcome();
  await app.startSession();
  await app.study(6);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await app.goto('settings');
  const first = await readFile(await exportBackup(page));
  const before = await eventsOnDisk(page);
  await app.goto('library?state=learning');
  const learning = await app.main.innerText();

  const fresh = await browser.newContext();
  const other = new App(await fresh.newPage(), baseURL ?? '');
  await other.goto('settings');
  await writeFile(test.info().outputPath('backup.zip'), first);
  await restore(other.page, test.info().outputPath('backup.zip'));
  await expect(other.page.getByText(/events? added/).first()).toBeVisible();
  const order = (events: readonly { d: string; n: number }[]): string[] =>
    events.map(({ d, n }) => `${d}:${n}`).toSorted();
  expect(order(await eventsOnDisk(other.page))).toEqual(order(before));
  await other.goto('library?state=learning');
  await expect(other.main).toHaveText(await app.main.innerText(), { useInnerText: true });
  expect(await other.main.innerText()).toBe(learning);

  await other.goto('settings');
  const second = await readFile(await exportBackup(other.page));
  expect(second.equals(first)).toBe(true);

  // A device goes on under a new name after a restore: numbers are never drawn twice.
  await other.goto('study?skill=code.git');
  await other.study(2);
  const devices = new Set((await eventsOnDisk(other.page)).map(({ d }) => d));
  expect(devices.size).toBe(2);
  await fresh.close();
});

test('a damaged backup is refused with the reason, and nothing changes', async ({ app, page }) => {
  await app.welcome();
  await app.startSession();
  await app.study(3);
  await app.goto('settings');
  const bytes = await readFile(await exportBackup(page));
  const before = await eventsOnDisk(page);
  const file = test.info().outputPath('damaged.zip');
  const damages: readonly (readonly [string, Buffer])[] = [
    ['cut short', bytes.subarray(0, bytes.length - 200)],
    ['no zip at all', Buffer.from('{"not": "a backup"}')],
    ['one byte changed', Buffer.from(bytes.map((byte, i) => (i === 120 ? byte ^ 0x40 : byte)))],
  ];
  for (const [what, damaged] of damages) {
    await writeFile(file, damaged);
    await restore(page, file);
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: /backup/i })
        .first(),
      what,
    ).toBeVisible();
    expect(await eventsOnDisk(page), what).toEqual(before);
  }
  expect(await reviewsOnDisk(page)).toHaveLength(3);
});

test('when both copies are gone, a restore is offered and not the welcome', async ({
  app,
  page,
  context,
  guard,
}) => {
  // A page without the app has no icon of its own.
  guard.allow(/favicon/);
  await app.welcome();
  await app.startSession();
  await app.study(3);
  await app.goto('settings');
  const file = await exportBackup(page);
  await page.close();

  // The copies are removed from beside the app, as a browser that clears data under pressure does.
  const cleaner = await context.newPage();
  await cleaner.goto(new URL('robots.txt', app.url).href);
  await cleaner.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('cairn');
      request.onsuccess = resolve;
      request.onerror = reject;
      request.onblocked = reject;
    });
    const root = await navigator.storage.getDirectory();
    // Not every library of types knows the directory's iterator.
    const entries = root as unknown as AsyncIterable<readonly [string, FileSystemHandle]>;
    for await (const [name] of entries) await root.removeEntry(name, { recursive: true });
  });
  await cleaner.close();

  const again = new App(await context.newPage(), app.url);
  await again.goto();
  await expect(again.page.getByText('Your data is not where it should be.')).toBeVisible();
  await expect(again.page).not.toHaveURL(/welcome/);
  await again.page.getByRole('link', { name: 'Restore a backup' }).click();
  await restore(again.page, file);
  await expect(again.page.getByText('Your data is not where it should be.')).toBeHidden();
  expect(await reviewsOnDisk(again.page)).toHaveLength(3);
});
