/** The main path: first visit, ten cards, and what must survive after them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, expect, Guard, openBrowser, test } from './fixtures.ts';
import { eventsOnDisk, reviewsOnDisk } from './support/log.ts';

const DAY_MS = 86_400_000;

test('a first visit leads through the welcome to ten answered cards @firefox', async ({
  app,
  page,
}) => {
  await app.welcome();
  await app.startSession();
  expect(await app.study(10)).toBe(10);
  expect(await reviewsOnDisk(page)).toHaveLength(10);
});

test('a first visit asks for the welcome, not for the screen behind it', async ({ app, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await app.goto();
  await expect(page.getByRole('button', { name: 'Begin the climb' })).toBeVisible();
  const screens = asked.flatMap((url) => /(\w+Screen)-[^/]+\.js$/.exec(url)?.[1] ?? []);
  expect(screens).toEqual(['WelcomeScreen']);
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

test('killed in mid-session, the app opens on the same card with its progress and its undo', async ({
  baseURL,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  const guard = new Guard();
  const first = await openBrowser(profile);
  await guard.watch(first.context);
  const app = new App(await first.context.newPage(), baseURL ?? '');
  await app.welcome();
  await app.startSession();
  await app.study(8);
  const earlier = await app.place();
  await app.study(2);
  await app.answer('Again');
  const before = await app.place();
  await first.kill();

  const second = await openBrowser(profile);
  await guard.watch(second.context);
  const again = new App(await second.context.newPage(), baseURL ?? '');
  await again.goto();
  expect(await reviewsOnDisk(again.page)).toHaveLength(11);
  // Today knows of it, and says as much as the session will.
  const [, soFar] = /^(.+) cards$/.exec(before.progress ?? '') ?? [];
  await expect(again.page.getByRole('link', { name: 'Start session' })).toHaveAccessibleDescription(
    `Goes on where you stopped, ${soFar}`,
  );
  await again.startSession();
  expect(await again.place()).toEqual(before);
  // Faster than each is kept.
  for (let steps = 1; steps <= 3; steps++) await again.undo.click();
  await expect
    .poll(async () => (await eventsOnDisk(again.page)).filter(({ t }) => t === 'undo').length)
    .toBe(3);
  await expect.poll(() => again.place()).toEqual(earlier);
  await again.page.reload();
  await expect(again.card).toBeVisible();
  expect(await again.place()).toEqual(earlier);
  await again.answer();
  expect(await reviewsOnDisk(again.page)).toHaveLength(12);
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  guard.expectNothing();
});

test('study works offline, and cards are due when their day has come', async ({
  app,
  page,
  guard,
}) => {
  guard.allowNoNetwork();
  await app.holdClock(new Date('2026-03-02T10:00:00'));
  await app.welcome();
  await app.storedOffline();
  await app.goOffline();
  await page.reload();
  await app.startSession();
  // Easy leaves the learning steps at once: due in some days.
  await app.study(10, 'Easy');
  await expect(app.sessionComplete).toBeVisible();
  await app.follow('Today');
  await expect(page.getByText('All done for today')).toBeVisible();

  await app.travel(3 * DAY_MS);
  await page.reload();
  // Ten new cards a day, and none of the ten is due before its interval is over.
  await expect(page.getByText('10 cards for today')).toBeVisible();
  await app.travel(20 * DAY_MS);
  await page.reload();
  await expect(page.getByText('20 cards for today')).toBeVisible();
});

test('an interval on a button is the interval that is kept', async ({ app, page }) => {
  await app.welcome();
  await app.startSession();
  await app.showAnswer.click();
  const easy = app.ratings.getByRole('button', { name: /^Easy/ });
  const days = Number(/(\d+) d/.exec((await easy.textContent()) ?? '')?.[1]);
  expect(days).toBeGreaterThan(0);
  await easy.click();
  await expect(app.showAnswer).toBeVisible();
  const [review] = await reviewsOnDisk(page);
  await app.goto(`library/cards/${String(review?.['card'])}`);
  await expect(app.main).toContainText(`in ${days} days`);
});

test('undo takes answers back one by one, also after the last card', async ({ app, page }) => {
  await app.welcome();
  await app.startSession();
  await app.study(10, 'Easy');
  await expect(app.sessionComplete).toBeVisible();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await expect(app.showAnswer).toBeVisible();
  const last = await app.card.textContent();
  await undo.click();
  await expect(app.card).not.toHaveText(last ?? '');
  await app.answer('Easy');
  await expect(app.card).toHaveText(last ?? '');
  await app.answer('Easy');
  await expect(app.sessionComplete).toBeVisible();
});

test('the keyboard alone is enough for a session', async ({ app, page }) => {
  await app.welcome();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(app.card).toBeVisible();
  await expect(app.card).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
  await page.keyboard.press('4');
  await expect(app.showAnswer).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect
    .poll(async () => (await reviewsOnDisk(page)).map(({ rating }) => rating))
    .toEqual([4, 3]);
  await page.keyboard.press('u');
  await expect(page.getByRole('progressbar', { name: 'Session progress' })).toHaveAttribute(
    'aria-valuenow',
    '1',
  );
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/\/map$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(app.heading).toHaveText('Today');
});

test('the actions on a card put it off, and undo brings it back', async ({ app, page }) => {
  await app.welcome();
  await app.startSession();
  for (const action of ['Bury until tomorrow', 'Suspend']) {
    const before = (await app.card.textContent()) ?? '';
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: action }).click();
    await expect(app.card).not.toHaveText(before);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(app.card).toHaveText(before);
  }
});

test('an own wording shows in place of the original, and can be taken off', async ({
  app,
  page,
}) => {
  await app.welcome();
  await app.startSession();
  await page.keyboard.press('e');
  const wording = '<img src=x onerror=alert(1)> What is it?';
  await page.getByRole('textbox', { name: 'Prompt' }).fill(wording);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(app.card).toContainText(wording);
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await expect(app.card).not.toContainText(wording);
});
