/** Another career from another folder of content, in the same app: nothing of the first one may be wired in. */
import { App, expect, serve, test, type Server } from './fixtures.ts';

let server: Server;
test.beforeAll(async () => {
  server = await serve('dist-bread');
});
test.afterAll(() => server.close());

test('a baker is welcomed, studies, and sees a map of a baker', async ({ page }) => {
  const app = new App(page, server.url);
  await app.goto();
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(app.main).toContainText('From apprentice to baker');
  const stands = page.getByRole('group', { name: 'Where do you stand?' });
  await expect(stands.getByRole('radio')).toHaveCount(2);
  await expect(stands.getByRole('radio', { name: /^Apprentice/ })).toBeChecked();
  const target = page.getByRole('combobox', { name: 'Target stage' });
  await expect(target).toHaveValue('journeyman');
  await page.getByRole('button', { name: 'Begin the climb' }).click();
  await expect(page).not.toHaveURL(/\/welcome$/);

  await app.startSession();
  await expect(app.card).toContainText('Mixing');
  await app.answer('Good');
  await page.goto(new URL('map', server.url).href);
  const map = page
    .getByRole('region', { name: 'Progression map' })
    .or(page.getByRole('table', { name: 'Progression map' }))
    .first();
  for (const name of ['Dough', 'Oven', 'Apprentice', 'Journeyman']) {
    await expect(map).toContainText(name);
  }

  await app.goto('skills/dough.mixing');
  await expect(app.heading).toHaveText('Mixing');
  await expect(page.getByRole('list', { name: 'Unlocks' })).toContainText('Proofing');
  await expect(page.getByRole('list', { name: 'Cards' })).toContainText('due');
  const good = page.getByRole('list', { name: 'What good looks like' }).getByRole('listitem');
  const hues = await good.evaluateAll((items) =>
    items.map((item) => getComputedStyle(item).getPropertyValue('--hue')),
  );
  expect(new Set(hues).size).toBe(2);
  expect(hues).not.toContain('');

  await app.goto('milestones/m.night');
  await expect(app.heading).toHaveText("A night's bake alone");
  // No word of the first career is left on the way.
  await app.goto();
  await expect(page.locator('html')).not.toContainText(/engineer|machine learning/i);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /baker/);
});
