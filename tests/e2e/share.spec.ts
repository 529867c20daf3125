/** The share sheet: another app posts a form with a file, which only the service worker is there to take. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { App, expect, serve, test } from './fixtures.ts';

interface Shared {
  readonly text?: string;
  readonly files: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[];
}

/** Another origin with a form such as the system sends. */
const sender = async (target: string) => {
  const form = `<!doctype html><title>Sender</title><link rel="icon" href="data:,">
    <form method="post" enctype="multipart/form-data" action="${target}">
    <input name="text"><input name="file" type="file" multiple><button>Share</button></form>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(form);
  });
  await new Promise<void>((done) => void server.listen(0, 'localhost', done));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const share = async (page: Page, { text = '', files }: Shared): Promise<void> => {
    await page.context().setOffline(false);
    await page.goto(address);
    await page.locator('[name=text]').fill(text);
    await page.locator('[name=file]').setInputFiles(files);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Share' }).click();
  };
  return { share, close: () => void server.close() };
};

for (const { root, base } of [
  { root: 'dist', base: '/' },
  { root: 'dist-sub', base: '/cairn/' },
]) {
  test(`a shared file is ready in the form, offline, under ${base}`, async ({ page, guard }) => {
    guard.allowNoNetwork();
    const server = await serve(root, base);
    const app = new App(page, server.url);
    const dialog = page.getByRole('dialog', { name: 'Log a win' });
    await app.welcome();
    await app.storedOffline();
    const picture = { name: 'praise.png', mimeType: 'image/png', buffer: await page.screenshot() };
    const { share, close } = await sender(`${server.url}milestones/wins`);

    await share(page, { text: 'Thank you https://example.org/1', files: [picture, picture] });
    await expect(dialog.getByLabel('Title')).toHaveValue('Thank you');
    await expect(dialog.getByLabel('Link')).toHaveValue('https://example.org/1');
    await expect(dialog.getByText(/of the 2 shared, this is praise\.png/)).toBeVisible();
    await page.reload();
    await expect(dialog.getByRole('button', { name: 'Take away praise.png' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Save win' }).click();
    await page.getByRole('button', { name: 'Open praise.png' }).click();
    const opened = page.getByRole('img', { name: 'praise.png' });
    await expect(opened).toHaveJSProperty('complete', true);
    expect(await opened.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);

    const buffer = Buffer.alloc(6_000_000, '%PDF-1.7 ');
    await share(page, { files: [{ name: 'scan.pdf', mimeType: 'application/pdf', buffer }] });
    await expect(dialog.getByText(/scan\.pdf has 6\.0 MB, more than the 5 MB/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page).toHaveURL(`${server.url}milestones/wins`);
    expect(await page.evaluate(() => caches.has('cairn-shared'))).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.getByText(/scan\.pdf has 6\.0 MB/)).toBeVisible();
    close();
    await server.close();
  });
}
