/** Two tabs of one browser on one log. */
import { App, expect, test } from './fixtures.ts';
import { eventsOnDisk, reviewsOnDisk } from './support/log.ts';

test('what one tab rates, the other one knows', async ({ app, context, baseURL }) => {
  await app.welcome();
  const other = new App(await context.newPage(), baseURL ?? '');
  await other.goto();
  await app.startSession();
  await app.study(10, 'Easy');
  await expect(other.page.getByText('All done for today')).toBeVisible();
});

test('two tabs that rate at the same time lose nothing and double nothing', async ({
  app,
  context,
  baseURL,
}) => {
  await app.welcome();
  const other = new App(await context.newPage(), baseURL ?? '');
  // Each on a skill of its own: a card that both have up is the next test's matter.
  await app.goto('study?skill=math.prob');
  await other.goto('study?skill=code.python');
  await Promise.all([app.study(8, 'Hard'), other.study(8, 'Hard')]);
  expect(await reviewsOnDisk(app.page)).toHaveLength(16);
  const ids = (await eventsOnDisk(app.page)).map(({ d, n }) => `${d}:${n}`);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a card that was answered in another tab is not asked again', async ({
  app,
  context,
  baseURL,
}) => {
  await app.welcome();
  const other = new App(await context.newPage(), baseURL ?? '');
  await other.goto();
  await app.startSession();
  await other.startSession();
  const question = (await app.card.textContent()) ?? '';
  await expect(other.card).toHaveText(question);
  await app.answer('Easy');
  await expect(other.card).not.toHaveText(question);
});
