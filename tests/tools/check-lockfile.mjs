/**
 * The lockfile has to serve people on every system: `npm run check:lockfile`.
 *
 * npm writes an incomplete lockfile when a platform's package is missing from the registry at that
 * moment, and `npm ci` then fails for everybody on that platform ("Missing … from lock file").
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean,
 *   dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Entry
 */

/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

/**
 * Where Node would find `name` from the package at `path`, walking up the node_modules folders.
 * @param {string} path @param {string} name
 */
const isInstalled = (path, name) => {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in lock.packages) return true;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}` in lock.packages;
  }
};

/** @type {string[]} */
const problems = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  const needed = { ...entry.dependencies, ...entry.optionalDependencies };
  for (const name of Object.keys(needed)) {
    if (!isInstalled(path, name)) problems.push(`${path || 'the project'} needs ${name}: missing`);
  }
  if (path !== '' && entry.link !== true && entry.integrity === undefined) {
    problems.push(`${path}: no integrity`);
  }
  // The lockfile must not tie anyone to the mirror of whoever wrote it.
  if (entry.resolved?.includes('://') === true) {
    problems.push(`${path}: names a host (${new URL(entry.resolved).host}); see .npmrc`);
  }
}

for (const problem of problems) console.error(problem);
console.log(
  `package-lock.json: ${Object.keys(lock.packages).length} entries, ${problems.length} problems`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
