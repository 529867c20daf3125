/**
 * How fast the built app is with a large log, in real Chromium. Prints ratios and percentiles; decides nothing.
 *
 *     npm run build && node tests/bench/browser/run.mjs [--reviews 500000] [--cards 50000] [--runs 7]
 *
 * 1. Opening the app on a large log to an answerable card, against opening it with no reviews, in turn.
 * 2. From a rating to the next card painted, with the processor throttled six times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';
import { makeLargeBuild } from './large-curriculum.mjs';
import { makeLog } from './large-log.mjs';
import { prepare } from './prepare.mjs';

const { values } = parseArgs({
  options: {
    reviews: { type: 'string', default: '500000' },
    cards: { type: 'string', default: '50000' },
    runs: { type: 'string', default: '7' },
  },
});
const REVIEWS = Number(values.reviews);
const CARDS = Number(values.cards);
const RUNS = Number(values.runs);
const ANSWERS = 60;
const THROTTLE = 6;

const sorted = (/** @type {readonly number[]} */ xs) => xs.toSorted((a, b) => a - b);
const quantile = (/** @type {readonly number[]} */ xs, /** @type {number} */ q) =>
  /** @type {number} */ (sorted(xs)[Math.min(xs.length - 1, Math.floor(q * xs.length))]);
const ms = (/** @type {number} */ x) => `${x.toFixed(0)} ms`;

/** Notes when "Show answer" first stands on the page, ms since navigation began. */
const watchForCard = () => {
  const look = () =>
    [...document.querySelectorAll('button')].some((b) => b.textContent === 'Show answer');
  const watch = new MutationObserver(() => {
    if (!look()) return;
    watch.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Reflect.set(globalThis, 'answerableAt', performance.now())),
    );
  });
  watch.observe(document, { childList: true, subtree: true });
};

/** @param {import('playwright').BrowserContext} context @param {string} url */
const timeToCard = async (context, url) => {
  const page = await context.newPage();
  await page.addInitScript(watchForCard);
  await page.goto(`${url}study`);
  const at = await page.waitForFunction(() => Reflect.get(globalThis, 'answerableAt'), undefined, {
    timeout: 120_000,
  });
  const time = /** @type {number} */ (await at.jsonValue());
  await page.close();
  return time;
};

/** Rates cards with the processor throttled; times from the press to the frame with the next card. */
const timeAnswers = async (
  /** @type {import('playwright').BrowserContext} */ context,
  /** @type {string} */ url,
) => {
  const page = await context.newPage();
  await page.goto(`${url}study`);
  await page.getByRole('button', { name: 'Show answer' }).waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const measured = await page.evaluate(async (answers) => {
    const button = (/** @type {string} */ start) =>
      [...document.querySelectorAll('button')].find((b) => b.textContent?.startsWith(start));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const until = (/** @type {() => unknown} */ there) =>
      new Promise((resolve) => {
        if (there()) return resolve(undefined);
        const watch = new MutationObserver(() => {
          if (!there()) return;
          watch.disconnect();
          resolve(undefined);
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
    const isNextThere = () =>
      !button('Easy') && (button('Show answer') ?? document.querySelector('.session-end'));
    /** @type {number[]} */
    const times = [];
    for (let i = 0; i < answers; i++) {
      const show = button('Show answer');
      if (!show) throw new Error(`The session ended after ${i} of ${answers} answers`);
      show.click();
      await until(() => button('Easy'));
      await frame();
      await frame();
      const rating = button('Easy');
      const start = performance.now();
      rating?.click();
      await until(isNextThere);
      await frame();
      // The frame with the new card has been handed to the compositor once the next task runs.
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - start);
    }
    return times;
  }, ANSWERS);
  await page.close();
  return measured;
};

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
const cards = makeLargeBuild('dist', join(folder, 'large'), CARDS);
const server = await serve({ root: join(folder, 'large'), port: 0 });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: chromiumFlags(),
});
try {
  // A day ago: the log's own reviews of today would use up the day's limit before the first card.
  const end = Date.now() - 86_400_000;
  const full = await browser.newContext();
  const empty = await browser.newContext();
  await prepare(full, server.url, makeLog(cards, REVIEWS, end));
  await prepare(empty, server.url, makeLog(cards, 0, end));

  /** @type {number[]} */
  const ratios = [];
  /** @type {number[]} */
  const large = [];
  /** @type {number[]} */
  const bare = [];
  for (let run = 0; run < RUNS; run++) {
    const a = await timeToCard(full, server.url);
    const b = await timeToCard(empty, server.url);
    large.push(a);
    bare.push(b);
    ratios.push(a / b);
  }
  console.log(
    `open to an answerable card, ${REVIEWS} reviews over ${CARDS} cards: median ${ms(quantile(large, 0.5))}; with no reviews: ${ms(quantile(bare, 0.5))}; ratio ${quantile(ratios, 0.5).toFixed(2)} (goal <= 2.00)`,
  );

  const answers = await timeAnswers(full, server.url);
  console.log(
    `rating to next card painted, CPU throttled ${THROTTLE}x, ${CARDS} cards: median ${ms(quantile(answers, 0.5))}, p95 ${ms(quantile(answers, 0.95))}, max ${ms(Math.max(...answers))} (goals: p95 <= 100 ms, max <= 200 ms)`,
  );
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
