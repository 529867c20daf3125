/**
 * Makes docs/screenshots/ and public/screenshots/ anew from the built app: `npm run build && npm run screenshots`.
 *
 * The person in the pictures is made up: six weeks into the entry stage, on a fixed date, so that a change in a
 * picture is a change in the app.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { DEVICE, plantLog } from '../bench/browser/large-log.mjs';
import { chromiumFlags, ensureChromium } from './find-browser.mjs';
import { serve } from './serve.mjs';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const NOW = Date.UTC(2026, 10, 23, 7, 40);
const DAY = 86_400_000;

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
};

const SCREENS = [
  { name: 'today', path: '' },
  { name: 'study', path: 'study', answer: true },
  { name: 'map', path: 'map' },
  { name: 'trail', path: 'map?stage=entry' },
  { name: 'skill', path: 'skills/math.prob' },
  { name: 'milestones', path: 'milestones' },
  { name: 'milestone', path: 'milestones/m.e1' },
  { name: 'insights', path: 'insights' },
  { name: 'library', path: 'library' },
  { name: 'settings', path: 'settings' },
];

/** The pictures that the install dialog shows. @type {Readonly<Record<string, string>>} */
const MANIFEST = { 'study-phone-light.png': 'narrow.png', 'map-desktop-light.png': 'wide.png' };

/** The cards of some entry-stage skills, from the build. */
const cardsOf = () => {
  const folder = join(PROJECT, 'dist/assets/curriculum');
  const tracks = readdirSync(folder)
    .filter((file) => file.startsWith('cards-'))
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).skills);
  const skills = [
    'math.prob',
    'code.python',
    'math.linalg',
    'code.git',
    'math.stats',
    'sys.linux',
    'lead.comm',
    'ml.frame',
    'code.sql',
  ];
  return skills.map((id) =>
    tracks
      .find((skill) => skill.id === id)
      .cards.map((/** @type {{ id: string }} */ card) => card.id),
  );
};

/** Six weeks of study, a milestone under way and one achieved. */
const makeLife = () => {
  /** @type {Record<string, unknown>[]} */
  const events = [];
  const add = (/** @type {number} */ w, /** @type {object} */ fact) => {
    const n = events.length + 1;
    events.push({ v: 1, d: DEVICE, n, h: w, w, z: 'UTC', ...fact });
    return `${DEVICE}:${n}`;
  };
  const start = NOW - 43 * DAY;
  add(start, { t: 'setting', key: 'welcomedAt', value: start });
  add(start + 1, { t: 'setting', key: 'minutesPerDay', value: 10 });
  add(start + 2, { t: 'milestone-started', milestone: 'm.e3' });
  const skills = cardsOf();
  /** @type {{ card: string, due: number, reps: number }[]} */
  const seen = [];
  const fresh = skills.flatMap((/** @type {string[]} */ cards, i) =>
    cards.map((card, j) => ({ card, order: j + i * 9 })),
  );
  fresh.sort((a, b) => a.order - b.order);
  const gaps = [1, 3, 8, 17, 40];
  for (let day = 0; day < 43; day++) {
    if (day % 9 === 6) continue;
    let at = start + day * DAY + 60_000;
    const rate = (/** @type {string} */ card, /** @type {number} */ rating) => {
      add((at += 9_000), { t: 'review', card, rating, took: 7_500 });
    };
    for (const one of seen.filter(({ due }) => due <= day)) {
      const forgot = (one.card.length * 7 + one.reps * 13 + day) % 11 === 0;
      if (forgot) rate(one.card, 1);
      rate(one.card, 3);
      one.reps = forgot ? 1 : one.reps + 1;
      one.due = day + (gaps[Math.min(one.reps, gaps.length - 1)] ?? 40);
    }
    for (const { card } of fresh.splice(0, 5)) {
      rate(card, 3);
      rate(card, 3);
      seen.push({ card, due: day + 2, reps: 1 });
    }
    if (day === 8) add((at += 1000), { t: 'milestone-started', milestone: 'm.e1' });
    if (day === 20) {
      add((at += 1000), evidence('m.e1', 'reruns', 'Clean clone reruns in CI', '2026-10-31'));
      add((at += 1000), { t: 'milestone-checkin', milestone: 'm.e1', rating: 3 });
    }
    if (day === 30) {
      for (const criterion of criteriaOf('m.e3')) {
        add(
          (at += 1000),
          evidence('m.e3', criterion, `Merged changes: ${criterion}`, '2026-11-09'),
        );
      }
      add((at += 1000), { t: 'milestone-achieved', milestone: 'm.e3' });
    }
  }
  return events;
};

const criteriaOf = (/** @type {string} */ milestone) => {
  const folder = join(PROJECT, 'dist/assets/curriculum');
  const file = /** @type {string} */ (
    readdirSync(folder).find((name) => name.startsWith('reference-'))
  );
  const { milestones } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return milestones
    .find((/** @type {{ id: string }} */ { id }) => id === milestone)
    .criteria.map((/** @type {{ id: string }} */ { id }) => id);
};

/** @param {string} milestone @param {string} criterion @param {string} title @param {string} date */
const evidence = (milestone, criterion, title, date) => ({
  t: 'evidence',
  milestone,
  fields: {
    title,
    date,
    criterion,
    link: 'https://git.example.org/team/cleaning/pull/12',
    note: 'Run by a colleague on a fresh machine.',
    witnesses: 'Mina',
  },
});

const server = await serve({ root: 'dist', port: 0 });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags() });
const life = makeLife();
mkdirSync(join(PROJECT, 'docs/screenshots'), { recursive: true });
mkdirSync(join(PROJECT, 'public/screenshots'), { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const context = await browser.newContext({
      viewport,
      colorScheme: theme,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const planter = await context.newPage();
    await planter.goto(`${server.url}robots.txt`);
    await plantLog(planter, life);
    await planter.close();
    const page = await context.newPage();
    await page.clock.install({ time: NOW });
    for (const { name, path, answer } of SCREENS) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      if (answer) await page.getByRole('button', { name: 'Show answer' }).click();
      await page.clock.runFor(1000);
      await page.waitForLoadState('networkidle');
      const file = `${name}-${size}-${theme}.png`;
      await page.screenshot({ path: join(PROJECT, 'docs/screenshots', file) });
      const inManifest = MANIFEST[file];
      if (inManifest)
        await page.screenshot({ path: join(PROJECT, 'public/screenshots', inManifest) });
      console.log(file);
    }
    await context.close();
  }
}
await browser.close();
await server.close();
