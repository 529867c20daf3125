/**
 * Keeps the app small: `npm run check:size`, after a build.
 *
 * Counts the JavaScript that has to arrive before the first card can be answered, each further
 * route with what it brings along, what the map adds until it stands and in all, and the whole offline app. Sizes are gzip,
 * as a host sends them, except for the whole, which is what a device stores.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const BUDGET = { firstCard: 45_000, lazyRoute: 20_000, map: 15_000, offlineApp: 5_000_000 };
const STUDY_ROUTE = /^src\/screens\/study\/StudyScreen\.tsx$/;
const MAP_SCREEN = 'src/screens/map/MapScreen.tsx';

const { values } = parseArgs({
  options: { root: { type: 'string', default: 'dist' }, json: { type: 'boolean', default: false } },
});
const DIST = fileURLToPath(new URL(`../../${values.root}/`, import.meta.url));

/**
 * @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk
 * @typedef {{ what: string, bytes: number, limit: number | undefined }} Row
 */

/** @returns {Record<string, Chunk>} */
const readManifest = () => {
  try {
    return JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'));
  } catch {
    console.error(`${values.root}/ holds no build: run "npm run build" first.`);
    process.exit(1);
  }
};
const manifest = readManifest();

/** @param {string} file */
const gzipBytes = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;

/** The chunk and everything it imports statically. @param {string} key @param {Set<string>} [seen] */
const closure = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
};

/** @param {Iterable<string>} keys */
const scriptBytes = (keys) => {
  const files = new Set([...keys].map((key) => manifest[key]?.file ?? ''));
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipBytes(file), 0);
};

/** @param {string} folder @returns {string[]} every file below, hidden folders left out */
const filesBelow = (folder) =>
  readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = `${folder}${entry.name}`;
    return entry.isDirectory() ? filesBelow(`${path}/`) : [path];
  });

const keys = Object.keys(manifest);
const entry = keys.find((key) => manifest[key]?.isEntry === true);
if (entry === undefined) throw new Error('The build has no entry');
const start = closure(entry);

/** Chunks that are reached by a dynamic import from anywhere: screens, and what is loaded late. */
const lazy = new Set(keys.flatMap((key) => manifest[key]?.dynamicImports ?? []));
/**
 * What a chunk brings along: for a screen all but the start; for a part that screens load late, all but what each of
 * them has brought already.
 * @param {string} key
 */
const broughtBy = (key) => {
  const askers = keys
    .filter((asker) => manifest[asker]?.dynamicImports?.includes(key))
    .map((asker) => closure(asker));
  return [...closure(key)].filter(
    (part) => !start.has(part) && !askers.every((there) => there.has(part)),
  );
};
const study = [...lazy].filter((key) => STUDY_ROUTE.test(key));
const firstCard = new Set([...start, ...study.flatMap((key) => [...closure(key)])]);

/** What no other screen brings. @param {readonly string[]} parts */
const addedBy = (parts) => {
  const elsewhere = new Set(
    [...lazy, entry]
      .filter((key) => !manifest[key]?.src?.startsWith('src/screens/map/'))
      .flatMap((key) => [...closure(key)]),
  );
  return parts.flatMap((key) => [...closure(key)]).filter((part) => !elsewhere.has(part));
};

const all = filesBelow('');
const named = new Set(keys.map((key) => manifest[key]?.file));
const others = all.filter((file) => file.endsWith('.js') && !named.has(file));

/** @type {Row[]} */
const rows = [
  {
    what: 'before the first card: trusted-types.js, entry, study route, their imports',
    bytes: scriptBytes(firstCard) + gzipBytes('trusted-types.js'),
    limit: BUDGET.firstCard,
  },
  { what: '  of it the entry and its imports', bytes: scriptBytes(start), limit: undefined },
  ...[...lazy]
    .filter((key) => !study.includes(key))
    .map((key) => ({
      what: `lazy: ${manifest[key]?.src ?? key}`,
      bytes: scriptBytes(broughtBy(key)),
      limit: BUDGET.lazyRoute,
    }))
    .sort((a, b) => b.bytes - a.bytes),
  {
    what: 'the map until it stands: its table and its trail, without what other screens need too',
    bytes: scriptBytes(addedBy([MAP_SCREEN])),
    limit: BUDGET.map,
  },
  {
    what: '  with what moves it and all that can be opened on it',
    bytes: scriptBytes(
      addedBy(keys.filter((key) => manifest[key]?.src?.startsWith('src/screens/map/'))),
    ),
    limit: undefined,
  },
  // Workers and the service worker: beside the page, but a phone loads them too.
  ...others
    .filter((file) => file !== 'trusted-types.js')
    .map((file) => ({ what: `beside: ${file}`, bytes: gzipBytes(file), limit: BUDGET.lazyRoute })),
  {
    what: 'whole offline app, not compressed',
    bytes: all.reduce((sum, file) => sum + statSync(join(DIST, file)).size, 0),
    limit: BUDGET.offlineApp,
  },
];

const over = rows.filter(({ bytes, limit }) => limit !== undefined && bytes > limit);
if (study.length === 0) console.error('No study route was found in the build.');

/** @param {number | undefined} bytes */
const kilo = (bytes) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`);
if (values.json) {
  console.log(JSON.stringify(rows));
} else {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, bytes, limit } of rows) {
    const mark = limit !== undefined && bytes > limit ? '  OVER' : '';
    console.log(
      `${what.padEnd(width)}  ${kilo(bytes).padStart(10)}  ${kilo(limit).padStart(10)}${mark}`,
    );
  }
}
process.exitCode = over.length === 0 && study.length > 0 ? 0 : 1;
