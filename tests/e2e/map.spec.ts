/** The map as a whole: no label covers another at any zoom, every skill is in reach of the keyboard, fingers and wheel move it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { App, audit, expect, test } from './fixtures.ts';

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
      ...seen('.world-title, .world-flag-title', '.world-view'),
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
      // The zoom buttons end above the tabs, and above the end of the window.
      const tools = await app.page.getByRole('group', { name: 'Zoom' }).boundingBox();
      const tabs = await app.page.getByRole('link', { name: 'Today' }).boundingBox();
      const floor = Math.min(width < 900 ? (tabs?.y ?? 0) : Infinity, width < 700 ? 844 : 1000);
      expect((tools?.y ?? Infinity) + (tools?.height ?? 0), `${place} at ${width} px`).toBeLessThan(
        floor,
      );
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

/** Skills, by id, with their titles, from the graph that the page itself has loaded. */
const skillsOf = async (page: Page): Promise<ReadonlyMap<string, string>> => {
  const entries = await page.evaluate(async () => {
    const graph = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .find((name) => /\/graph-[^/]+\.json$/.test(name));
    const answer = await fetch(graph ?? '');
    const { skills } = (await answer.json()) as { skills: { id: string; title: string }[] };
    return skills.map(({ id, title }) => [id, title] as const);
  });
  return new Map(entries);
};

test('every skill is reached and its state is read by keyboard alone', async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.welcome();
  await app.startSession();
  await app.study(3);
  await app.goto('map');
  const skills = await skillsOf(page);
  expect(skills.size).toBeGreaterThan(100);
  // The table is one stop, walked with arrows; plus goes from a cell into the ground.
  const isOnTable = () => page.evaluate(() => document.activeElement?.matches('table a') === true);
  for (let i = 0; i < 20 && !(await isOnTable()); i++) await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Entry You are here/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /^Mathematics, entry:/ })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await isOnTable()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('+');
  await expect(app.heading).toHaveText('Mathematics, Entry');
  await expect(app.heading).toBeFocused();
  const isOnGround = () =>
    page.evaluate(() => document.activeElement?.matches('.world-view a') === true);
  for (let i = 0; i < 20 && !(await isOnGround()); i++) await page.keyboard.press('Tab');
  expect(await isOnGround()).toBe(true);
  await page.keyboard.press('Home');
  const read = () =>
    page.evaluate(() => {
      const link = document.activeElement as HTMLAnchorElement;
      const box = link.closest('.world-spot')?.getBoundingClientRect() ?? new DOMRect();
      const view = document.querySelector('.world-view')?.getBoundingClientRect() ?? new DOMRect();
      return {
        id: link.dataset['spot'] ?? '',
        name: link.querySelector('.world-title')?.textContent,
        state: document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent,
        // Focus moves the ground, so what has it is seen.
        isSeen:
          [...document.querySelectorAll('.world-filter, .world-tools')]
            .map((over) => over.getBoundingClientRect())
            .every(
              (over) => box.right <= over.left || box.left >= over.right || box.bottom <= over.top,
            ) &&
          box.left >= view.left - 1 &&
          box.right <= view.right + 1 &&
          box.top >= view.top - 1 &&
          box.bottom <= view.bottom + 1,
      };
    });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found = new Map<string, string>();
  for (let i = 0; i < skills.size + 80; i++) {
    const { id, name, state, isSeen } = await read();
    if (skills.has(id)) {
      expect(name).toBe(skills.get(id));
      expect(state).toMatch(/Mastered|Ready|Fading|Learning|Taken as known|Next up|Locked/);
      expect(isSeen, id).toBe(true);
      found.set(id, state ?? '');
    }
    await page.keyboard.press('ArrowDown');
  }
  expect([...skills.keys()].filter((id) => !found.has(id))).toEqual([]);
  expect([...found.values()].some((state) => /Learning/.test(state))).toBe(true);
  // One tab stop: the next stop is not on the ground any more.
  await page.keyboard.press('Tab');
  expect(await isOnGround()).toBe(false);
  await audit(page, 'the trail');
  // Further out than the farthest is the table; further in than the nearest, the page of the skill.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Home');
  for (let i = 0; i < 8 && /[/]map/.test(page.url()); i++) await page.keyboard.press('+');
  await expect(page).toHaveURL(/\/skills\//);
  await page.getByRole('link', { name: 'On the map' }).click();
  await expect(page).toHaveURL(/\/map\?skill=/);
  await expect(page.locator('.world-view a:focus')).toHaveCount(1);
  for (let i = 0; i < 8 && /[?]/.test(page.url()); i++) await page.keyboard.press('-');
  await expect(page.getByRole('table', { name: 'Progression map' })).toBeVisible();
});

test('wheel, mouse and fingers move the ground, and a press opens a skill', async ({
  app,
  page,
}) => {
  await app.welcome();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.goto('map?stage=entry');
  const layer = page.locator('.world-layer');
  await expect(page.locator('.world-node').first()).toBeVisible();
  const transform = () => layer.evaluate((one) => (one as HTMLElement).style.transform);
  const scale = async () => Number(/scale\(([\d.]+)\)/.exec(await transform())?.[1]);
  const view = await page.locator('.world-view').boundingBox();
  if (!view) throw new Error('no view');
  const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  const start = await transform();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 120, middle.y - 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(transform).not.toBe(start);
  const before = await scale();
  await page.mouse.wheel(0, -240);
  await expect.poll(scale).toBeGreaterThan(before);
  const close = await scale();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 30);
  await page.keyboard.up('Control');
  await expect.poll(scale).toBeLessThan(close);
  // Filter, then fly to a skill by its name.
  await page.getByRole('combobox', { name: 'Bring out' }).selectOption('next-up');
  await expect(page).toHaveURL(/show=next-up/);
  // A mouse that comes by shows a path; the filter stays what it is.
  const count = page.getByRole('status').filter({ hasText: /^\d+ skills$/ });
  const brought = Number.parseInt(await count.innerText(), 10);
  expect(brought).toBeGreaterThan(1);
  const bright = page.locator('.world-node:not(.dim)');
  await expect(bright).toHaveCount(brought);
  const near = page.locator('[data-spot="math.prob"]');
  await near.evaluate((one) => (one as HTMLElement).focus());
  await near.hover();
  await expect(page.locator('.world-node.lit').nth(1)).toBeAttached();
  await expect(bright).toHaveCount(brought);
  await page.getByRole('searchbox', { name: 'Find a skill' }).fill('python');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/skill=code\.python/);
  const python = page.locator('[data-spot="code.python"]');
  await expect(python).toBeFocused();
  // What covers a statement of the guide.
  const filter = page.getByRole('combobox', { name: 'Bring out' });
  await filter.selectOption('A statement of the guide');
  const statements = page.getByRole('dialog', { name: 'Statements' });
  await expect(statements.getByRole('searchbox', { name: 'Find a statement' })).toBeFocused();
  await page.keyboard.type('python');
  const statement = statements.getByRole('listitem').first();
  await expect(statement).toContainText(/python/i);
  await audit(page, 'the statements');
  await statement.getByRole('button').click();
  await expect(statements).toBeHidden();
  await expect(page).toHaveURL(/show=statement/);
  await expect(filter.locator('option:checked')).toHaveText('A statement of the guide');
  await expect(
    page.getByRole('status').filter({ hasText: /^\d+ (skill|milestone)/ }),
  ).toBeVisible();
  await expect(page.locator('.world-node:not(.dim)').first()).toBeVisible();
  // It stays in sight as one line, to be read in full, changed, or taken away.
  const said = page.locator('.world-filter-said summary');
  await said.click();
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'All skills again' }).click();
  await expect(page).not.toHaveURL(/show=/);
  await expect(said).toBeHidden();
  // Two fingers, which the browser itself sees.
  const hand = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [
    { id: 1, x: middle.x - apart, y: middle.y },
    { id: 2, x: middle.x + apart, y: middle.y },
  ];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
    hand.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === undefined ? [] : fingers(apart),
    });
  const wide = await scale();
  await touch('touchStart', 110);
  for (const apart of [95, 80, 70]) await touch('touchMove', apart);
  await touch('touchEnd');
  await expect.poll(scale).toBeLessThan(wide);
  // What others claim stands below, folded.
  await app.goto('map');
  const claims = page.locator('summary', { hasText: 'Claims, with their dates' });
  await claims.click();
  await expect(page.getByRole('list', { name: 'Claims, with their dates' })).toBeVisible();
  await audit(page, 'the claims');
  // From the table into the ground by the wheel with Ctrl, as two fingers on a touchpad do.
  await page.getByRole('link', { name: /^Programming, entry:/ }).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -60);
  await page.keyboard.up('Control');
  await expect(page).toHaveURL(/stage=entry&track=code/);
  await app.goto('map?skill=code.python');
  await expect(python).toBeFocused();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 30, middle.y + 40, { steps: 4 });
  await page.mouse.up();
  const seen = await transform();
  await python.click();
  await expect(app.heading).toHaveText('Python');
  // Back, one is where one was, also when the window is another; a press on bare ground puts the path out.
  await page.goBack();
  await expect(python).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Bring out' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect.poll(transform).toBe(seen);
  await expect(page.locator('.world-node.dim').first()).toBeAttached();
  await page.locator('.world-view').click({ position: { x: 4, y: 4 } });
  await expect(page.locator('.world-node.dim')).toHaveCount(0);
});

/** Pairs of words on a picture that cover each other. */
const overlappingTexts = (page: Page): Promise<readonly string[]> =>
  page.locator('text').evaluateAll((texts) => {
    const labels = texts.map((label) => ({
      text: label.textContent,
      box: label.getBoundingClientRect(),
    }));
    return labels.flatMap((a, i) =>
      labels
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.box.right, b.box.right) > Math.max(a.box.left, b.box.left) &&
            Math.min(a.box.bottom, b.box.bottom) > Math.max(a.box.top, b.box.top),
        )
        .map((b) => `${a.text} / ${b.text}`),
    );
  });

test('other days come from the log and the model, and a picture is made on the device', async ({
  app,
  page,
}) => {
  await app.welcome();
  await app.startSession();
  await app.study(3);
  await app.goto('map');
  const words = page.locator('.map-top p').first();
  await expect(words).toContainText('learning');
  await page.getByRole('button', { name: 'Other days' }).click();
  const slider = page.getByRole('slider', { name: 'Day' });
  await expect(slider).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(slider).toBeHidden();
  await expect(page.getByRole('button', { name: 'Other days' })).toBeFocused();
  await page.keyboard.press('Enter');
  // The log's worker fails once; the next move asks a new one.
  await page.evaluate(() => {
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        if (!/log\.worker/.test(String(args[0]))) return;
        globalThis.Worker = Worker;
        this.terminate();
        setTimeout(() => this.dispatchEvent(new Event('error')));
      }
    };
  });
  await page.keyboard.press('Home');
  await expect(page.getByText('The log could not be read just now.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('As it is.')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByText('As it was, from your log.')).toBeVisible();
  await expect(words).not.toContainText('learning');
  await page.keyboard.press('End');
  await expect(page.getByText(/this is if you stop/)).toBeVisible();
  await expect(words).toContainText('learning');
  await expect(page.locator('.map')).toHaveAttribute('data-ahead', 'true');
  await audit(page, 'the map in a year');
  const bar = page.getByRole('region', { name: 'The map in time' });
  for (const { width, height } of [
    { width: 390, height: 844 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize({ width, height });
    const { height: taken } = (await bar.boundingBox()) ?? { height };
    expect(taken, 'leaves the map in view').toBeLessThan(height / 2 - 60);
  }
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect(page.locator('.map')).not.toHaveAttribute('data-ahead', 'true');

  await page.getByRole('button', { name: 'Share a picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'A picture of your map' });
  await audit(page, 'the picture');
  const saved = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await download.path());
  };
  const plain = (await saved('Save SVG')).toString();
  expect(plain).toMatch(/^<svg xmlns/);
  expect(plain).not.toMatch(/skills ready|oklch|var\(/);
  expect(plain).toMatch(/0\/9<[^]*Learning<[^]*Milestone achieved</);
  await dialog.getByLabel('Name on it, if you like').fill('Ada <b>');
  await dialog.getByLabel('Date and how many skills are ready').check();
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  const chosen = (await saved('Save SVG')).toString();
  expect(chosen).toContain('Ada &#60;b&#62;');
  expect(chosen).toMatch(/0 of \d+ skills ready/);
  await dialog.getByRole('radio', { name: 'Tall' }).check();
  const tall = (await saved('Save SVG')).toString();
  const viewer = await page.context().newPage();
  for (const picture of [plain, chosen, tall]) {
    await viewer.setContent(picture);
    expect(await overlappingTexts(viewer)).toEqual([]);
  }
  const sizes: (readonly number[])[] = [];
  for (const shape of ['Wide', 'Tall']) {
    await dialog.getByRole('radio', { name: shape }).check();
    const png = await saved('Save PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    sizes.push([png.readUInt32BE(16), png.readUInt32BE(20)]);
  }
  expect(sizes).toEqual([
    [1600, 1120],
    [1080, 1920],
  ]);
});
