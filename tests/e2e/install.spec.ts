import { expect, openBrowser, serve, test } from './fixtures.ts';

/** Installability needs a profile on disk: a private one always reports `in-incognito`. */
for (const { root, base } of [
  { root: 'dist', base: '/' },
  { root: 'dist-sub', base: '/cairn/' },
]) {
  test(`the app can be installed from ${base}`, async ({}, testInfo) => {
    const server = await serve(root, base);
    const browser = await openBrowser(testInfo.outputPath('profile'));
    const page = await browser.context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const session = await browser.context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);

    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '{}') as {
      id: string;
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string; type: string }[];
      screenshots: { src: string; sizes: string; type: string; form_factor: string }[];
      shortcuts: { url: string }[];
      share_target: { action: string; method: string; enctype: string };
    };
    expect(manifest).toMatchObject({ id: base, start_url: base, scope: base });
    expect(manifest.shortcuts.map(({ url }) => url)).toEqual([
      `${base}milestones/wins?log`,
      `${base}study`,
      `${base}map`,
    ]);
    expect(manifest.share_target).toMatchObject({
      action: `${base}milestones/wins`,
      method: 'POST',
      enctype: 'multipart/form-data',
    });
    expect(manifest.screenshots.map((shot) => shot.form_factor)).toEqual(['narrow', 'wide']);

    // Each picture is there and as large as the manifest says.
    for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
      const response = await page.request.get(new URL(src, server.url).href);
      expect(response.headers()['content-type'], src).toContain(type);
      if (sizes === 'any') continue;
      const png = await response.body();
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
    }
    await browser.close();
    await server.close();
  });
}
