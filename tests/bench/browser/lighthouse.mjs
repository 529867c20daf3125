/**
 * What Lighthouse says of the built app on its phone profile: `node tests/bench/browser/lighthouse.mjs` after a build.
 *
 * Lighthouse is fetched when this runs, not installed with the rest: nothing else needs it and its hundred packages.
 * Its performance score assumes an otherwise idle machine, so the median and the range of several visits are printed,
 * beside those of a page with nothing but a heading.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromiumFlags, ensureChromium } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/serve.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const VISITS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const folder = mkdtempSync(join(tmpdir(), 'cairn-lighthouse-'));

/** @param {string} url @returns {Promise<any>} the report */
const visit = async (url) => {
  const path = join(folder, 'report.json');
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${['--headless=new', ...chromiumFlags()].join(' ')}`,
    ],
    { cwd: folder, env: { ...process.env, CHROME_PATH: ensureChromium() } },
  );
  return JSON.parse(readFileSync(path, 'utf8'));
};

/** @param {readonly number[]} xs */
const spread = (xs) => {
  const sorted = xs.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]} to ${sorted.at(-1)})`;
};

const blank = join(folder, 'blank');
mkdirSync(blank);
writeFileSync(
  join(blank, 'index.html'),
  '<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="default-src *"><meta name="viewport" content="width=device-width"><meta name="description" content="Nothing but a heading"><title>Blank</title><h1>Blank</h1></html>',
);

const app = await serve({ root: 'dist', port: 0 });
const reference = await serve({ root: blank, port: 0 });
try {
  /** @type {{ app: any[], blank: any[] }} */
  const reports = { app: [], blank: [] };
  for (let i = 0; i < VISITS; i++) {
    reports.app.push(await visit(app.url));
    reports.blank.push(await visit(reference.url));
  }
  for (const [name, visits] of Object.entries(reports)) {
    const scores = CATEGORIES.map(
      (category) =>
        `${category} ${spread(visits.map(({ categories }) => Math.round(100 * categories[category].score)))}`,
    );
    const blocking = spread(
      visits.map(({ audits }) => Math.round(audits['total-blocking-time'].numericValue)),
    );
    console.log(
      `Lighthouse, phone, ${name === 'app' ? 'first visit' : 'a page with only a heading'}: ${scores.join(', ')}; blocked ${blocking} ms`,
    );
  }
  console.log('  goals for the app: performance >= 98, the others 100');
} catch (error) {
  console.log(
    `Lighthouse could not run: ${error instanceof Error ? error.message : String(error)}`,
  );
} finally {
  await app.close();
  await reference.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
