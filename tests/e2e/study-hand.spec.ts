/** A session by keyboard and screen reader, by ear, by thumb: what it asks, shows and keeps. */
import type { CDPSession, Page } from '@playwright/test';
import { App, audit, expect, test } from './fixtures.ts';
import { due, live, reviewsSince, setting, writtenSince } from './support/life.ts';

const CHOICE = 'ops.deploy/nightly-email-mode';
const CLOZE = 'ml.regression/likelihood-and-log-loss~1';

interface Node {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
}

/** What assistive technology is given: the focused node, and the roles there are. */
const readTree = async (session: CDPSession) => {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly Node[];
  };
  const focused = nodes.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  const last = focused.at(-1);
  return {
    focus: `${last?.role?.value ?? ''} ${last?.name?.value ?? ''}`,
    told: last?.description?.value ?? '',
    roles: new Set(nodes.map(({ role }) => role?.value)),
  };
};

test('by keyboard alone, a screen reader hears prompt and answer once each, and every key does its work', async ({
  app,
  page,
  guard,
}) => {
  await live(app, guard, []);
  const session = await page.context().newCDPSession(page);
  await expect(app.card).toBeFocused();
  const prompt = await readTree(session);
  expect(prompt.focus).toBe('article Card');
  expect(prompt.told).toContain('defined when');
  expect(prompt.roles).toContain('MathMLMath');
  await expect(page.locator('[aria-live], [role="alert"]')).toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
  const answer = await readTree(session);
  expect(answer.focus).toBe('region Answer');
  expect(answer.told).not.toContain('defined when');
  await audit(page, 'study, answer');

  for (const [key, heading] of [
    ['e', 'Edit card'],
    ['i', 'Card info'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: heading })).toBeVisible();
    await audit(page, heading);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // No trap, and nothing lost: the keys rate again.
    await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused();
  }
  for (const key of ['1', '2', '3', '4']) {
    await page.keyboard.press(key);
    await expect(app.showAnswer).toBeVisible();
    await page.keyboard.press(' ');
    await expect(app.ratings).toBeVisible();
  }
  await page.keyboard.press(' ');
  await expect(app.showAnswer).toBeVisible();
  const kinds = async () => (await writtenSince(page)).map(({ t, rating }) => rating ?? t);
  const written: (string | number)[] = [1, 2, 3, 4, 3];
  for (const [key, fact] of [
    ['f', 'flag'],
    ['s', 'suspend'],
    ['b', 'bury'],
  ] as const) {
    await page.keyboard.press(key);
    written.push(fact);
    // One deed at a time: what is pressed while another is being written counts for nothing.
    await expect.poll(kinds).toEqual(written);
  }
  for (const [undone, key] of ['u', 'Control+z'].entries()) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await kinds()).slice(8 + undone)).toEqual(['undo']);
  }

  // Tab goes through the card's controls and on to the rest of the page.
  const names = new Set<string>();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    names.add((await readTree(session)).focus);
  }
  expect([...names]).toEqual(expect.arrayContaining(['button Show answer']));
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page).toHaveURL(/\/library$/);
});

test('a choice grades itself, a typed answer shows what differs, two buttons and a degree of sureness are kept', async ({
  app,
  page,
  guard,
}) => {
  await live(app, guard, [
    setting('typeIn', true),
    setting('ratingButtons', 'two'),
    setting('askConfidence', true),
    due(CLOZE),
  ]);
  await page.getByRole('textbox', { name: 'Type the answer' }).fill('likelyhood');
  await page.keyboard.press('Enter');
  // Asked first: how sure?
  await audit(page, 'study, confidence');
  await page.getByRole('button', { name: /^Likely/ }).click();
  const typed = page.getByRole('group', { name: 'What you typed' });
  await expect(typed.getByRole('deletion')).toHaveText('y');
  await expect(typed.getByRole('insertion')).toHaveText('i');
  await expect(app.ratings.getByRole('button')).toHaveText([/^Fail/, /^Pass/]);
  await audit(page, 'study, typed answer');
  await app.ratings.getByRole('button', { name: /^Pass/ }).click();
  await expect
    .poll(async () => (await reviewsSince(page)).at(-1))
    .toMatchObject({ card: CLOZE, rating: 3, confidence: 80 });
});

test('a picked option is the rating, unless one rates oneself; every distractor says why, in one’s own words too', async ({
  app,
  page,
  guard,
}) => {
  await live(app, guard, [due(CHOICE)]);
  const options = app.card.getByRole('list', { name: 'Options' });
  await page.keyboard.press('e');
  const edit = page.getByRole('dialog', { name: 'Edit card' });
  const values = (label: RegExp) =>
    edit
      .getByLabel(label)
      .evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value));
  await expect(edit.getByLabel('Right option')).not.toHaveValue('');
  await edit.getByLabel('Wrong option 2').fill('A stream');
  await edit.getByLabel('Why option 2 is wrong').fill('Nobody looks.');
  const [texts, reasons] = [await values(/option( \d)?$/), await values(/^Why/)];
  expect(texts).toHaveLength(4);
  await audit(page, 'edit a choice');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(options.getByRole('button')).toHaveText(texts);
  await options.getByRole('button', { name: 'A stream' }).click();
  await expect(options).toContainText('Your option, wrong: A stream');
  await expect(options.getByRole('listitem')).toContainText(reasons);
  await expect(app.ratings.getByRole('button')).toHaveText([/^Again/, 'Rate it myself']);
  await audit(page, 'study, choice');
  await app.ratings.getByRole('button', { name: 'Rate it myself' }).click();
  await expect(app.ratings.getByRole('button')).toHaveText([/^Again/, /^Hard/, /^Good/, /^Easy/]);
  await page.keyboard.press(' ');
  await expect
    .poll(async () => (await reviewsSince(page)).at(-1))
    .toMatchObject({ card: CHOICE, rating: 1 });
});

test('a card that will not stay gets calm help, and is suspended where one wishes so', async ({
  app,
  page,
  guard,
}) => {
  const forget = [3, 3, 1, 3, 1, 3, 1].map((rating, i) => ({
    t: 'review',
    card: 'ml.regression/likelihood-and-log-loss~1',
    rating,
    took: 5000,
    ago: 80 - 10 * i,
  }));
  await live(app, guard, [
    setting('leechLapses', 3),
    setting('leechAction', 'suspend'),
    ...forget,
    { ...due(CLOZE), rating: 3, ago: 15 },
    { t: 'edit', card: CLOZE, field: 'prompt', text: 'Mine?', was: 'As it was', ago: 14 },
  ]);
  await expect(app.card).toContainText('Mine?');
  await app.showAnswer.click();
  const help = page.getByRole('complementary', { name: 'Forgotten 3 times' });
  await expect(help.getByRole('list').first().getByRole('link')).not.toHaveCount(0);
  await audit(page, 'study, leech');
  await app.card.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit card' });
  await expect(dialog.getByRole('deletion').first()).toContainText('As');
  await dialog.getByRole('button', { name: 'Keep this wording' }).click();
  await expect(app.card.getByRole('button', { name: 'Compare' })).toHaveCount(0);
  await expect(app.card).toContainText('Mine?');
});

/** A voice in place of the system's, which a test machine need not have: it says all at once, and keeps what it said. */
const lendVoice = (): void => {
  const said: string[] = [];
  const buttons: Record<string, () => void> = {};
  class Utterance extends EventTarget {
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ name: 'Test', lang: 'en-GB', localService: true, default: true }],
    cancel: () => undefined,
    speak: (utterance: Utterance) => {
      said.push(utterance.text.trim());
      queueMicrotask(() => utterance.dispatchEvent(new Event('end')));
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
  navigator.mediaSession.setActionHandler = (action, handler) => {
    if (handler) buttons[action] = () => handler({ action });
    else delete buttons[action];
  };
  Object.assign(globalThis, { said, buttons });
};
interface Lent {
  readonly said: readonly string[];
  readonly buttons: Readonly<Record<string, () => void>>;
}
const said = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Lent).said.join(' '));
const press = (page: Page, button: string): Promise<void> =>
  page.evaluate((name) => (globalThis as unknown as Lent).buttons[name]?.(), button);

test('hands-free reads formulas in words and is rated by headset, halves and keys', async ({
  app,
  page,
  guard,
}) => {
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('button', { name: 'Hands-free' }).click();
  };
  await live(app, guard, []);
  await open();
  // Without a voice it says so, and the session is as it was.
  await expect(page.getByRole('heading', { name: 'No voice on this device' })).toBeVisible();
  await audit(page, 'hands-free, no voice');
  await page.getByRole('button', { name: 'Back to the card' }).click();
  await expect(app.showAnswer).toBeVisible();

  await page.addInitScript(lendVoice);
  await page.reload();
  await open();
  await expect
    .poll(() => said(page))
    .toBe('How is P of A given B, defined when P of B, is greater than 0?');
  await audit(page, 'hands-free');
  await press(page, 'nexttrack');
  await expect.poll(() => said(page)).toContain('equals the fraction P of A intersection B');
  await press(page, 'nexttrack');
  await expect
    .poll(async () => (await reviewsSince(page)).map(({ rating }) => rating))
    .toEqual([3]);
  const dialog = page.getByRole('dialog', { name: 'Hands-free' });
  await dialog.getByRole('button', { name: /^Answer/ }).click();
  await dialog.getByRole('button', { name: /^Again/ }).click();
  await expect
    .poll(async () => (await reviewsSince(page)).map(({ rating }) => rating))
    .toEqual([3, 1]);
  await expect(dialog.getByRole('button', { name: /^Answer/ })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('button', { name: /^Good/ })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => reviewsSince(page)).toHaveLength(3);
  await press(page, 'pause');
  await expect(dialog.getByText('Paused')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.showAnswer).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => Object.keys((globalThis as unknown as Lent).buttons)))
    .toEqual([]);
});

test('a swipe over an answer rates it; scrolling, a mouse and the prompt do not', async ({
  browser,
  baseURL,
  guard,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    permissions: ['screen-wake-lock'],
  });
  await guard.watch(context);
  const page = await context.newPage();
  const app = new App(page, baseURL ?? '');
  await page.addInitScript(() => {
    const calls: string[] = [];
    const locks: WakeLockSentinel[] = [];
    Object.assign(globalThis, { calls, locks });
    navigator.vibrate = (pattern) => calls.push(`vibrate ${JSON.stringify(pattern)}`) > 0;
    const { wakeLock } = navigator;
    const request = wakeLock.request.bind(wakeLock);
    wakeLock.request = (type) => {
      calls.push(`stay on: ${String(type)}`);
      const asked = request(type);
      void asked.then((lock) => locks.push(lock));
      return asked;
    };
  });
  const calls = () => page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls);
  await live(app, guard, [
    setting('haptics', true),
    setting('swipeLeft', 1),
    setting('swipeRight', 3),
    setting('swipeUp', 4),
    setting('leftHanded', true),
  ]);
  const session = await context.newCDPSession(page);
  // Low on the card, where there is no wide code, which would pan.
  const swipe = async (dx: number, dy: number): Promise<void> => {
    const at = (share: number) => [{ x: 200 + dx * share, y: 620 + dy * share }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let i = 1; i <= 8; i++) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i / 8) });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const ratings = async () => (await reviewsSince(page)).map(({ rating }) => rating);
  // Ready when the buttons say which way they are swiped.
  await expect(page.locator('.study')).toHaveAttribute('data-swipe-up', '4');
  await swipe(140, 0);
  await app.showAnswer.click();
  await swipe(0, 160);
  await swipe(30, 0);
  await expect(app.ratings).toBeVisible();
  await swipe(140, 0);
  await expect(app.showAnswer).toBeVisible();
  await app.showAnswer.click();
  await swipe(-140, 0);
  await expect(app.showAnswer).toBeVisible();
  await app.showAnswer.click();
  await expect(page.locator('.study')).toHaveAttribute('data-scrolls', 'false');
  await swipe(0, -160);
  await expect.poll(ratings).toEqual([3, 1, 4]);
  await expect.poll(calls).toEqual(['stay on: screen', 'vibrate 12', 'vibrate 12', 'vibrate 12']);

  // Mirrored for the left thumb, and all of it in its reach: the lower half of the screen.
  await app.showAnswer.click();
  const boxes = await Promise.all(
    [/^Easy/, /^Again/, 'Undo', 'More actions', 'End session'].map(async (name) => {
      const role = name === 'End session' ? 'link' : 'button';
      return page.getByRole(role, { name }).boundingBox();
    }),
  );
  for (const box of boxes) expect(box?.y).toBeGreaterThan(422);
  expect(boxes[0]?.x).toBeLessThan(boxes[1]?.x ?? 0);
  expect(boxes[3]?.x).toBeLessThan(boxes[4]?.x ?? 0);

  // A page that is hidden loses its lock on the screen. No page is hidden here, so that much is staged; the locks are real.
  const isLetGo = () =>
    page.evaluate(() =>
      (globalThis as unknown as { locks: WakeLockSentinel[] }).locks.map((lock) => lock.released),
    );
  await expect.poll(isLetGo).toEqual([false]);
  await page.evaluate(async () => {
    const turn = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    turn('hidden');
    await (globalThis as unknown as { locks: WakeLockSentinel[] }).locks[0]?.release();
    turn('visible');
  });
  await expect.poll(isLetGo).toEqual([true, false]);
  await page.getByRole('link', { name: 'End session' }).click();
  await expect.poll(isLetGo).toEqual([true, true]);
  await context.close();
});
