/** axe finds nothing on any screen, in either theme, empty and lived in; nothing overflows a small phone. */
import { App, audit, expect, test } from './fixtures.ts';
import { ROUTES } from './support/app.ts';

const SCREENS = [
  ...ROUTES,
  'map?stage=entry',
  'milestones/m.e1',
  // Prompts with code, further reading, and dated claims.
  'skills/eval.metrics',
  'skills/car.market',
  'library/cards/math.prob/conditional-definition',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation, ${colorScheme}`, async ({
    browser,
    baseURL,
    guard,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme });
    await guard.watch(context);
    const app = new App(await context.newPage(), baseURL ?? '');
    await app.goto();
    await audit(app.page, 'welcome');
    await app.welcome();
    await app.startSession();
    await audit(app.page, 'study, prompt');
    await app.showAnswer.click();
    await audit(app.page, 'study, answer');
    await app.ratings.getByRole('button', { name: /^Easy/ }).click();
    await app.study(9, 'Easy');
    await expect(app.sessionComplete).toBeVisible();
    await audit(app.page, 'session complete');
    for (const route of SCREENS) {
      await app.goto(route);
      await audit(app.page, route || 'today');
    }
    await context.close();
  });
}

// The last is a desktop's window at 400 %.
for (const [width, height] of [
  [320, 640],
  [390, 640],
  [360, 225],
] as const) {
  test(`no screen is wider than ${width} px, ${height} high`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width, height } });
    const app = new App(await context.newPage(), baseURL ?? '');
    await app.welcome();
    for (const route of SCREENS) {
      await app.goto(route);
      const overflow = await app.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, route).toBe(0);
      const tabs = app.page.getByRole('navigation', { name: 'Main' }).getByRole('link');
      for (const tab of height < 360 ? await tabs.all() : []) {
        await expect(tab, 'no bar stays over what is read').toHaveCSS('position', 'static');
      }
    }
    await context.close();
  });
}

test('every screen has the navigation, one main and one first-level heading', async ({
  app,
  page,
}) => {
  await app.welcome();
  for (const route of SCREENS) {
    await app.goto(route);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Today', 'Map', 'Milestones', 'Insights', 'Library', 'Settings']) {
      await expect(navigation.getByRole('link', { name, exact: true }), route).toHaveCount(1);
    }
    await expect(app.main, route).toHaveCount(1);
    await expect(app.heading, route).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'Skip to content' }), route).toHaveCount(1);
  }
});
