/**
 * Two lint rules that keep the house in order (run by `npm run check:boundaries`):
 *
 * - `architecture/imports`: a folder may import only what `LAYERS` grants it. Imports point
 *   screens → storage and ui → domain, never back.
 * - `architecture/no-ambient-time`: the domain is told the time, it never asks for it.
 */
import { posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Who may import whom. A layer may always import itself. `folders` also takes single files;
 * `types` grants `import type` only; packages are named by their first segment.
 * @type {Record<string, { folders?: string[], types?: string[], packages: string[] | 'any' }>}
 */
const LAYERS = {
  'src/domain': { packages: ['ts-fsrs'] },
  'src/storage': { folders: ['src/domain'], packages: ['idb-keyval', 'fflate'] },
  'src/ui': {
    types: ['src/domain'],
    packages: ['solid-js', '@solidjs/router', 'mdast', 'mdast-util-from-markdown'],
  },
  'src/screens': {
    // From the shell only these two: what it provides, and the loaded curriculum.
    folders: ['src/domain', 'src/storage', 'src/ui', 'src/app/context.ts', 'src/app/content.ts'],
    packages: ['solid-js', '@solidjs/router', 'yaml'],
  },
  'src/app': {
    folders: ['src/domain', 'src/storage', 'src/ui', 'src/screens'],
    packages: ['solid-js', '@solidjs/router', 'virtual:curriculum', 'workbox-window'],
  },
  'src/curriculum-compiler': { folders: ['src/domain/curriculum'], packages: 'any' },
  'src/service-worker': {
    // What it holds for the page.
    folders: ['src/storage/shared-file.ts'],
    packages: ['workbox-precaching', 'workbox-routing', 'vite-plugin-pwa'],
  },
};

/** @param {string} file  relative to the project, with slashes @param {string} place */
const isIn = (file, place) => file === place || file.startsWith(`${place}/`);

/** @param {string} absolute */
const inProject = (absolute) => relative(PROJECT, absolute).split(sep).join(posix.sep);

/** @param {string} specifier */
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * What is wrong with this import, or undefined.
 * @param {string} importer  relative to the project
 * @param {string} specifier
 * @param {boolean} typeOnly
 * @returns {string | undefined}
 */
export const forbiddenImport = (importer, specifier, typeOnly) => {
  const layer = Object.keys(LAYERS).find((folder) => isIn(importer, folder));
  const grants = layer === undefined ? undefined : LAYERS[layer];
  if (layer === undefined || grants === undefined) return undefined;
  if (!specifier.startsWith('.')) {
    const name = packageName(specifier);
    if (grants.packages === 'any' || grants.packages.includes(name)) return undefined;
    return `${layer} may not import the package ${name}`;
  }
  const target = inProject(resolve(PROJECT, importer, '..', specifier));
  const granted = [layer, ...(grants.folders ?? []), ...(typeOnly ? (grants.types ?? []) : [])];
  if (granted.some((place) => isIn(target, place))) return undefined;
  const typesWouldDo = (grants.types ?? []).some((place) => isIn(target, place));
  return `${layer} may not import ${target}${typesWouldDo ? ' (only its types: use `import type`)' : ''}`;
};

/** @type {any} the plugin API's types are those of ESLint, which is not installed */
const imports = {
  meta: { type: 'problem', docs: { description: 'Imports follow the layers of the house' } },
  /** @param {any} context */
  create(context) {
    const importer = inProject(context.filename ?? context.getFilename());
    /** @param {any} node @param {any} source @param {boolean} typeOnly */
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const message = forbiddenImport(importer, source.value, typeOnly);
      if (message !== undefined) context.report({ node, message });
    };
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => {
        const named = node.specifiers ?? [];
        const typeOnly =
          node.importKind === 'type' ||
          (named.length > 0 && named.every((/** @type {any} */ s) => s.importKind === 'type'));
        check(node, node.source, typeOnly);
      },
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      /** @param {any} node */
      ImportExpression: (node) => check(node, node.source, false),
      /** Workers: `new URL('./x.ts', import.meta.url)`. @param {any} node */
      NewExpression: (node) => {
        const [path, base] = node.arguments;
        if (node.callee.name === 'URL' && base?.object?.type === 'MetaProperty') {
          check(node, path, false);
        }
      },
    };
  },
};

/** @type {any} */
const noAmbientTime = {
  meta: { type: 'problem', docs: { description: 'No clock but the one that is passed in' } },
  /** @param {any} context */
  create: (context) => ({
    /** @param {any} node */
    NewExpression: (node) => {
      if (node.callee.name !== 'Date' || node.arguments.length > 0) return;
      context.report({ node, message: 'new Date() asks the machine for the time: pass it in' });
    },
    /** @param {any} node */
    CallExpression: (node) => {
      if (node.callee.name !== 'Date') return;
      context.report({ node, message: 'Date() asks the machine for the time: pass it in' });
    },
  }),
};

export default {
  meta: { name: 'architecture' },
  rules: { imports, 'no-ambient-time': noAmbientTime },
};
