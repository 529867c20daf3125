/**
 * How smoothly the map moves with many skills, in real Chromium with the processor throttled, against an empty page in the
 * same run. Prints medians and percentiles; decides nothing.
 *
 *     npm run build && node tests/bench/browser/map.mjs [--skills 2000] [--frames 240]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';
import { makeLog, plantLog } from './large-log.mjs';
import { makeLargeMap } from './large-map.mjs';

const { values } = parseArgs({
  options: {
    skills: { type: 'string', default: '2000' },
    frames: { type: 'string', default: '240' },
  },
});
const SKILLS = Number(values.skills);
const FRAMES = Number(values.frames);
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
            deltaY: Math.sin(turn) > 0 ? 2 : -2,
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

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
makeLargeMap('dist', join(folder, 'large'), SKILLS);
const server = await serve({ root: join(folder, 'large'), port: 0 });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: chromiumFlags(),
});
try {
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
    console.log(
      `${size}, ${shown} skills, CPU throttled ${THROTTLE}x: pan ${summary(pan)}; zoom ${summary(zoom)}; empty page ${summary(empty)} (goals: median <= 17 ms, p95 <= 25 ms)`,
    );
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
