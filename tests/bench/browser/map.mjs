/**
 * How fast the map is, in real Chromium. Prints medians and percentiles; decides nothing.
 *
 *     npm run build && node tests/bench/browser/map.mjs [--skills 2000] [--frames 240] [--reviews 500000] [--cards 50000]
 *
 * 1. How smoothly it moves with many skills, with the processor throttled, against an empty page.
 * 2. From the press on Map to the table painted on a large log, against the emptiest screen of the app, in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';
import { makeLargeBuild } from './large-curriculum.mjs';
import { makeLog, plantLog } from './large-log.mjs';
import { makeLargeMap } from './large-map.mjs';
import { prepare } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    skills: { type: 'string', default: '2000' },
    frames: { type: 'string', default: '240' },
    reviews: { type: 'string', default: '500000' },
    cards: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '9' },
  },
});
const SKILLS = Number(values.skills);
const FRAMES = Number(values.frames);
const REVIEWS = Number(values.reviews);
const CARDS = Number(values.cards);
const RUNS = Number(values.runs);
const THROTTLE = 4;
const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

/** @param {readonly number[]} xs */
const summary = (xs) => {
  const sorted = xs.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ q) =>
    /** @type {number} */ (sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]);
  return `median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`;
};

/**
 * Times between frames while the page is panned or zoomed once a frame, as a finger or a touchpad would; an empty page is
 * only watched.
 * @param {{ frames: number, gesture: string }} how
 * @returns {Promise<number[]>}
 */
const timeFrames = ({ frames, gesture }) =>
  new Promise((resolve) => {
    const view = document.querySelector('.world-view') ?? document.body;
    const box = view.getBoundingClientRect();
    const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const point = (/** @type {string} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
      view.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          pointerType: 'touch',
          clientX: x,
          clientY: y,
          bubbles: true,
        }),
      );
    // No real finger touches the screen, so there is none to hold on to.
    view.setPointerCapture = () => undefined;
    view.hasPointerCapture = () => true;
    const act = (/** @type {number} */ i) => {
      const turn = (2 * Math.PI * i) / 120;
      if (gesture === 'pan') {
        point('pointermove', centre.x + 260 * Math.sin(turn), centre.y + 200 * Math.cos(turn));
      } else if (gesture === 'zoom') {
        view.dispatchEvent(
          new WheelEvent('wheel', {
            // Out and in by half, which stays between the ends: beyond them another level begins.
            deltaY: 2.1 * Math.cos(turn),
            ctrlKey: true,
            clientX: centre.x,
            clientY: centre.y,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
    };
    if (gesture === 'pan') point('pointerdown', centre.x, centre.y + 200);
    /** @type {number[]} */
    const times = [];
    let last = 0;
    let i = 0;
    const step = (/** @type {number} */ now) => {
      // The first frames raise the layer; after that it is the gesture alone.
      if (i > 20) times.push(now - last);
      last = now;
      act(i++);
      if (times.length < frames) requestAnimationFrame(step);
      else {
        if (gesture === 'pan') point('pointerup', centre.x, centre.y);
        resolve(times);
      }
    };
    requestAnimationFrame(step);
  });

/**
 * From the press on a link to the frame in which what it leads to is painted, ms.
 * @param {{ href: string, selector: string }} where
 */
const timePress = async ({ href, selector }) => {
  const link = document.querySelector(`a[href="${href}"]`) ?? document.createElement('a');
  if (!link.isConnected) {
    link.setAttribute('href', href);
    document.body.append(link);
  }
  const start = performance.now();
  /** @type {HTMLElement} */ (link).click();
  await new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      resolve(undefined);
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  // The frame has been handed to the compositor once the next task runs.
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
};

/** @param {import('playwright').BrowserContext} context @param {string} url @param {{ href: string, selector: string }} where */
const timeScreen = async (context, url, where) => {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const time = await page.evaluate(timePress, where);
  await page.close();
  return time;
};

const benchGestures = async (/** @type {string} */ root) => {
  makeLargeMap('dist', root, SKILLS);
  const server = await serve({ root, port: 0 });
  for (const [size, options] of Object.entries(SIZES)) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(`${server.url}robots.txt`);
    await plantLog(page, makeLog(['made.0-0/card'], 0, Date.now() - 3_600_000));
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const empty = await page.evaluate(timeFrames, { frames: FRAMES, gesture: 'none' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto(`${server.url}map?stage=mid`);
    await page.locator('.world-node').first().waitFor();
    const shown = await page.locator('.world-node').count();
    await page.waitForLoadState('networkidle');
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const pan = await page.evaluate(timeFrames, { frames: FRAMES, gesture: 'pan' });
    const zoom = await page.evaluate(timeFrames, { frames: FRAMES, gesture: 'zoom' });
    if (!page.url().endsWith('map?stage=mid')) throw new Error('The gestures have left the trail');
    console.log(
      `${size}, ${shown} skills, CPU throttled ${THROTTLE}x: pan ${summary(pan)}; zoom ${summary(zoom)}; empty page ${summary(empty)} (goals: median <= 17 ms, p95 <= 25 ms)`,
    );
    await context.close();
  }
  await server.close();
};

const benchFirstPaint = async (/** @type {string} */ root) => {
  const cards = makeLargeBuild('dist', root, CARDS);
  const server = await serve({ root, port: 0 });
  const context = await browser.newContext(SIZES.phone);
  await prepare(context, server.url, makeLog(cards, REVIEWS, Date.now() - 3_600_000));
  /** @type {number[]} */
  const map = [];
  /** @type {number[]} */
  const bare = [];
  for (let run = 0; run < RUNS; run++) {
    map.push(
      await timeScreen(context, server.url, { href: '/map', selector: '.progression td a' }),
    );
    bare.push(
      await timeScreen(context, server.url, {
        href: '/no-such-page',
        selector: '.empty > a[href="/"]',
      }),
    );
  }
  console.log(
    `press on Map to its table painted, ${REVIEWS} reviews over ${CARDS} cards: ${summary(map)} (goal <= 150 ms); the emptiest screen: ${summary(bare)}`,
  );
  await context.close();
  await server.close();
};

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: chromiumFlags(),
});
try {
  await benchGestures(join(folder, 'map'));
  await benchFirstPaint(join(folder, 'log'));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
