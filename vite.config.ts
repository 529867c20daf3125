import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import solid from 'vite-plugin-solid';
import { cairnCurriculum } from './src/curriculum-compiler/vite-plugin.ts';
import { webManifest } from './web-manifest.ts';

/** The path the app is served from; `CAIRN_BASE=/cairn/` for a sub-path. */
const base = `/${process.env['CAIRN_BASE'] ?? ''}/`.replace(/\/+/g, '/');

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
/** Names this build; the tests set it to make a second version of the same source. */
const build = process.env['CAIRN_BUILD_ID'] ?? version;

/** Fills the build's name into the page and, in development only, leaves the strict policy out. */
const page = (): Plugin => ({
  name: 'cairn:page',
  transformIndexHtml: {
    order: 'pre',
    handler(html, { server }) {
      const named = html.replace('%CAIRN_BUILD%', build);
      // Hot reload injects inline styles, which the policy forbids.
      return server === undefined
        ? named
        : named.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
    },
  },
});

export default defineConfig({
  base,
  define: { __CAIRN_BUILD__: JSON.stringify(build) },
  plugins: [
    page(),
    solid(),
    cairnCurriculum(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/service-worker',
      filename: 'sw.ts',
      // Registered by src/app/updates.ts, which also works around vite-plugin-pwa #789.
      injectRegister: false,
      registerType: 'prompt',
      manifest: webManifest(base),
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
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
