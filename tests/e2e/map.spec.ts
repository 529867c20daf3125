/** The map as a whole: no label covers another at any zoom, every skill is in reach of the keyboard, fingers and wheel move it. */
import type { Page } from '@playwright/test';
import { App, expect, test } from './fixtures.ts';

/** Pairs of labels that cover each other, as far as they are seen. */
const overlappingLabels = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = (selector: string, frame: string) => {
      const edge = document.querySelector(frame)?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((label) => label.checkVisibility({ visibilityProperty: true }))
        .map((label) => {
          const box = label.getBoundingClientRect();
          return {
            text: label.textContent,
            left: Math.max(box.left, edge.left),
            right: Math.min(box.right, edge.right),
            top: Math.max(box.top, edge.top),
            bottom: Math.min(box.bottom, edge.bottom),
          };
        })
        .filter((box) => box.right > box.left && box.bottom > box.top);
    };
    const labels = [
      ...seen('.world-title, .world-state, .world-flag-title', '.world-view'),
      ...seen('.world-name', '.world'),
    ];
    return labels.flatMap((a, i) =>
      labels
        .slice(i + 1)
        // Boxes are rounded to parts of a pixel.
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
        )
        .map((b) => `${a.text} / ${b.text}`),
    );
  });

/** Skill labels that do not fit their boxes. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.world-node')]
      .filter(
        (node) =>
          node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1,
      )
      .map((node) => node.textContent),
  );

test('no label covers another at any zoom, at any width', async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const app = new App(await context.newPage(), baseURL ?? '');
  await app.welcome();
  for (const width of [320, 390, 768, 1440, 2560]) {
    await app.page.setViewportSize({ width, height: width < 700 ? 844 : 1000 });
    for (const place of ['stage=entry', 'stage=branch']) {
      await app.goto(`map?${place}`);
      await app.page.getByRole('region', { name: /^Progression map/ }).waitFor();
      // As it opens, nearer, then out to the farthest.
      for (const button of [undefined, 'Zoom in', 'Zoom out', 'Zoom out', 'Zoom out']) {
        if (button) await app.page.getByRole('button', { name: button }).click();
        if (!app.page.url().includes('/map?')) break;
        const where = `${place} at ${width} px, ${button ?? 'as it opens'}`;
        expect(await overlappingLabels(app.page), where).toEqual([]);
        expect(await cutOff(app.page), where).toEqual([]);
      }
    }
  }
  await context.close();
});
