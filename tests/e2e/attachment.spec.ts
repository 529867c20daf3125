/** A picture attached to evidence: shown under the page's policy, kept over a reload, and carried by a backup. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { App, expect, test } from './fixtures.ts';

/** Whether the browser has decoded the picture, which the policy could forbid. */
const expectPicture = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open praise.png' }).click();
  const picture = page.getByRole('img', { name: 'praise.png' });
  await expect(picture).toHaveJSProperty('complete', true);
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
};

test('an attached picture is shown, outlives a reload, and is in the backup', async ({
  app,
  browser,
  baseURL,
  page,
}) => {
  await app.welcome();
  await app.follow('Milestones');
  await app.main
    .getByRole('link', { name: /Cleaning script that others can rerun/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  await page.getByRole('textbox', { name: /Title/ }).fill('Praise from the team');
  // A word of any length widens no page.
  await page.getByLabel('Note').fill('w'.repeat(400));
  const picture = await page.screenshot();
  const upload = page.getByLabel('Attach a file');
  await upload.setInputFiles({
    name: 'scan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(6_000_000, '%PDF-1.7 '),
  });
  await expect(page.getByText(/scan\.pdf has 6\.0 MB, more than the 5 MB/)).toBeVisible();
  await upload.setInputFiles({ name: 'praise.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('button', { name: 'Take away praise.png' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Title/ })).toHaveValue('Praise from the team');
  await page.getByRole('button', { name: 'Save evidence' }).click();
  await expectPicture(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    page.viewportSize()?.width,
  );
  await page.reload();
  await expectPicture(page);

  const address = page.url();
  await app.goto('settings');
  await expect(page.getByText(/1 file attached to evidence: .* of at most 100 MB/)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export backup' }).click(),
  ]);
  const backup = await readFile(await file.path());

  const fresh = await browser.newContext();
  const other = new App(await fresh.newPage(), baseURL ?? '');
  await other.goto('settings');
  await other.page
    .getByLabel('Restore backup')
    .setInputFiles({ name: 'backup.zip', mimeType: 'application/zip', buffer: backup });
  await expect(other.page.getByText(/events? and 1 attached file added/).first()).toBeVisible();
  await other.page.goto(address);
  await expectPicture(other.page);
  await fresh.close();
});
