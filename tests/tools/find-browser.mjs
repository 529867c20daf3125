/**
 * Finds the browsers that the tests drive, and installs them where that needs nobody's consent.
 *
 * As a module: `findChromium()`, `findFirefox()`, `ensureChromium()`.
 * As a command: `node tests/tools/find-browser.mjs` prints the Chromium that will be used.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const HOME = process.env['HOME'] ?? process.env['USERPROFILE'] ?? '';
const PROGRAM_FILES = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

/** @type {Record<'chromium' | 'firefox', { variable: string, commands: string[], paths: string[], debian: string }>} */
const BROWSERS = {
  chromium: {
    variable: 'CAIRN_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    paths: [
      ...['', HOME].flatMap((root) => [
        `${root}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
        `${root}/Applications/Chromium.app/Contents/MacOS/Chromium`,
        `${root}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]),
      ...PROGRAM_FILES.flatMap((root) => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Chromium/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
      '/snap/bin/chromium',
      '/opt/google/chrome/chrome',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'CAIRN_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    paths: [
      ...['', HOME].map((root) => `${root}/Applications/Firefox.app/Contents/MacOS/firefox`),
      ...PROGRAM_FILES.map((root) => join(root, 'Mozilla Firefox/firefox.exe')),
    ],
    debian: 'firefox-esr',
  },
};

/** @param {string} path */
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * The browser's path, or undefined. A path named by the environment variable must exist.
 * @param {keyof typeof BROWSERS} name
 * @returns {string | undefined}
 */
const find = (name) => {
  const { variable, commands, paths } = BROWSERS[name];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} names ${named}, which is no program that can be run.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...inPath, ...paths].find(isExecutable);
};

export const findChromium = () => find('chromium');
export const findFirefox = () => find('firefox');

export const isRoot = () => process.getuid?.() === 0;

/** Debian and its children, with the right to install without a question. */
const aptCommand = () => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  // Ubuntu's "chromium" package is only a pointer to a snap, which containers cannot run.
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (/^ID=ubuntu$/m.test(release)) return undefined;
  if (isRoot()) return ['apt-get'];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n', 'apt-get'] : undefined;
};

/** @param {string[]} packages */
const aptInstall = (packages) => {
  const apt = aptCommand();
  if (apt === undefined) return false;
  const [program = 'apt-get', ...prefix] = apt;
  console.error(`Installing ${packages.join(', ')} with apt-get …`);
  /** @param {string[]} args */
  const run = (args) =>
    execFileSync(program, [...prefix, '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run(['update']);
    run(['install', '--yes', '--no-install-recommends', ...packages]);
    return true;
  } catch (error) {
    console.error(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
};

const WHAT_TO_DO = `No Chromium was found, and it could not be installed here.
The browser tests need one. Any of these will do:
  Debian:            sudo apt-get install chromium
  Ubuntu, Fedora, …: Google Chrome or Chromium as a normal package (not only inside a snap)
  macOS, Windows:    Google Chrome, Chromium or Microsoft Edge in its usual place
  anything else:     CAIRN_CHROMIUM=/path/to/chrome npm test`;

/**
 * The Chromium to use; installs it (and Firefox ESR beside it, for the main path) where this is
 * Debian and we may. Throws with what to install where we may not.
 */
export const ensureChromium = () => {
  const present = findChromium();
  if (present !== undefined) return present;
  // A bare machine has no font either, and text without glyphs has no size.
  const isInstalled = aptInstall([BROWSERS.chromium.debian, 'fonts-dejavu-core']);
  const installed = isInstalled ? findChromium() : undefined;
  if (installed === undefined) throw new Error(WHAT_TO_DO);
  // Apart, since its tests are skipped where it is missing.
  if (findFirefox() === undefined) aptInstall([BROWSERS.firefox.debian]);
  return installed;
};

/** Flags for a quiet Chromium: nothing in the background, and root needs the sandbox off. */
export const chromiumFlags = () => [
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--no-default-browser-check',
  ...(isRoot() ? ['--no-sandbox'] : []),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
