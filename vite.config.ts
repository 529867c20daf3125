import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, minifySync, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';
import { parse } from 'yaml';
import { curriculumDirectory } from './src/curriculum-compiler/directory.ts';
import { escapeHtml } from './src/curriculum-compiler/render/escape.ts';
import { cairnCurriculum } from './src/curriculum-compiler/vite-plugin.ts';
import { webManifest } from './src/service-worker/web-manifest.ts';

/** The path the app is served from; `CAIRN_BASE=/cairn/` for a sub-path. */
const base = `/${process.env['CAIRN_BASE'] ?? ''}/`.replace(/\/+/g, '/');

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** The path that the curriculum leads: the only words of one career that stand outside of its content. */
const { title: curriculumTitle } = parse(
  readFileSync(`${curriculumDirectory()}/curriculum.yaml`, 'utf8'),
) as { title: string };
/** Names this build; the tests set it to make a second version of the same source. */
const build = process.env['CAIRN_BUILD_ID'] ?? version;

/** What surrounds the app: the build's name in the page, no strict policy in development, a small policy script. */
const page = (): Plugin => ({
  name: 'cairn:page',
  transformIndexHtml: {
    order: 'pre',
    handler(html, { server }) {
      const named = html
        .replace('%CAIRN_BUILD%', build)
        .replace('%CAIRN_PATH%', escapeHtml(curriculumTitle));
      // Hot reload injects inline styles, which the policy forbids.
      return server === undefined
        ? named
        : named.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
    },
  },
  generateBundle() {
    // Takes the place of the copy from public/: it counts towards what the first card waits for.
    const fileName = 'trusted-types.js';
    const { code } = minifySync(fileName, readFileSync(`public/${fileName}`, 'utf8'));
    this.emitFile({ type: 'asset', fileName, source: code });
  },
});

/** Keeps ts-fsrs from adding its four deprecated methods to every Date; they also hold a quarter of it in the bundle. */
const plainDates = (): Plugin => ({
  name: 'cairn:plain-dates',
  transform: {
    filter: { id: /ts-fsrs\/dist\/index\.mjs$/ },
    handler: (code) => code.replace(/^Date\.prototype\.\w+ = function[^]*?^\};$/gm, ''),
  },
});

/**
 * Loading a chunk, without the list of its parts to preload, which is always empty here (see `modulePreload`), and the
 * code that would go through it. What is kept is the event by which a failed import is told (src/app/updates.ts).
 */
const plainImports = (): Plugin => ({
  name: 'cairn:plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => `export const __vitePreload = (load) => load().catch((error) => {
      const event = new Event('vite:preloadError', { cancelable: true });
      event.payload = error;
      dispatchEvent(event);
      if (!event.defaultPrevented) throw error;
    });`,
  },
  // A function that takes one name out of a module, for tree shaking, which is done by now, and puts it into another.
  renderChunk: (code) => ({
    code: code.replace(
      /async \(\) => \{\s*const \{ (\w+) \} = await (import\("[^"]+"\));\s*return \{ \1 \};\s*\}/g,
      '() => $2',
    ),
    map: null,
  }),
});

export default defineConfig({
  base,
  define: { __CAIRN_BUILD__: JSON.stringify(build) },
  plugins: [
    page(),
    plainDates(),
    plainImports(),
    solid(),
    cairnCurriculum(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      // Registered by src/app/updates.ts, which also works around vite-plugin-pwa #789.
      injectRegister: false,
      registerType: 'prompt',
      manifest: webManifest(base, curriculumTitle),
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,json,svg,png,woff2,txt}'],
        // Only an install dialog shows these, and it fetches them itself.
        globIgnores: ['screenshots/**'],
        // Names with a hash need no second revision.
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 5 * 1024 * 1024,
      },
    }),
  ],
  resolve: {
    alias: {
      'decode-named-character-reference': fileURLToPath(
        new URL('src/ui/named-characters.ts', import.meta.url),
      ),
    },
  },
  worker: { format: 'es' },
  build: {
    outDir: process.env['CAIRN_OUT'] ?? 'dist',
    emptyOutDir: true,
    // The oldest versions with light-dark(), which the themes are built on.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The size budget reads it (dist/.vite/manifest.json).
    manifest: true,
    // Nothing inline: the Content-Security-Policy forbids it, and data: scripts with it.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The page preloads what it starts with. Lazy chunks come from the cache; lists of their parts would only
      // add to the entry.
      resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    // One file, a few kilobytes: no screen waits for, or flashes without, its own.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // Of yaml only the parser is used; it does not say that the rest may go.
      treeshake: {
        moduleSideEffects: [{ test: /node_modules\/yaml\//, sideEffects: false }],
      },
      output: {
        // One character less than by default: a hash does not compress, and the entry names forty chunks.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        codeSplitting: {
          includeDependenciesRecursively: false,
          // What every start needs, and what the first card and Today share: one file, since small ones compress worse.
          groups: [
            // What the milestone's page and its story both ask; else the one would bring the whole other along.
            {
              name: 'answers',
              test: /src\/(?:domain\/milestones\/(?:outcomes|schedule)|screens\/milestones\/Answers)\./,
            },
            // What screens of skills say of them: one file, for the same reason.
            {
              name: 'words',
              test: /src\/ui\/(format|skill-words)\.|src\/domain\/progress\/tally\./,
            },
            { name: 'first', tags: ['$initial'], priority: 1 },
            {
              name: 'first',
              test: /src\/domain\/study\/(queue|session|frontier|outcomes|sitting|card-filter|at-risk|review-limit)|src\/domain\/curriculum\/goal|src\/domain\/progress\/standing|src\/ui\/(interval|Prose|typing)/,
            },
          ],
        },
      },
    },
  },
});
