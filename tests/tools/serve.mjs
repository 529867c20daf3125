/**
 * Serves the built app on localhost, the way a good static host would:
 *
 *     node tests/tools/serve.mjs [--port 4173] [--base /] [--root dist]
 *
 * Every navigation gets index.html, hashed files may be cached for ever, the page and the service
 * worker never without asking, and the page's Content-Security-Policy is sent as a header as well
 * (only a header can forbid framing). No dependency: this is also what `npm start` runs.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PORTS_TO_TRY = 50;

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The policy is written once, in index.html. @param {string} root */
const contentSecurityPolicy = (root) => {
  const page = join(root, 'index.html');
  if (!existsSync(page)) throw new Error(`${root} holds no build: run "npm run build" first.`);
  const html = readFileSync(page, 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error(`${root}/index.html has no Content-Security-Policy`);
  return `${policy}; frame-ancestors 'none'`;
};

/**
 * The file inside `root` that `path` names, if any. Never one outside of it, nor a hidden one.
 * @param {string} root @param {string} path
 */
const fileFor = (root, path) => {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || /(?:^|[\\/])\./.test(decoded)) return undefined;
  const file = resolve(root, `.${sep}${decoded}`);
  if (!file.startsWith(root + sep)) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
};

/** Types worth zipping; pictures are packed already. */
const ZIPPED = /^(?:text|application\/(?:json|manifest))|svg/;
/** Zipped files, by path, size and time of change. @type {Map<string, Buffer>} */
const zips = new Map();

/** @param {string} file */
const zipped = (file) => {
  const { size, mtimeMs } = statSync(file);
  const key = `${file} ${size} ${mtimeMs}`;
  const known = zips.get(key);
  if (known) return known;
  const bytes = gzipSync(readFileSync(file));
  zips.set(key, bytes);
  return bytes;
};

/**
 * @typedef {object} Server
 * @property {string} url     address of the app, with the base, ending in a slash
 * @property {string} origin
 * @property {(root: string) => void} swap  serve another build from now on, as a deployment does
 * @property {() => Promise<void>} close    and drop every open connection
 */

/**
 * @param {{ root?: string, port?: number, base?: string }} [options]  `port` 0 takes any free one
 * @returns {Promise<Server>}
 */
export const serve = async ({ root = 'dist', port = 4173, base = '/' } = {}) => {
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  let folder = resolve(PROJECT, root);
  let policy = contentSecurityPolicy(folder);

  const server = createServer((request, response) => {
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '');
    /** @param {number} status @param {string} text */
    const plain = (status, text) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'GET only');
    if (pathname === prefix.slice(0, -1)) {
      response.writeHead(308, { location: prefix });
      return response.end();
    }
    if (!pathname.startsWith(prefix)) return plain(404, `Cairn is at ${prefix}`);

    const path = pathname.slice(prefix.length);
    let file = fileFor(folder, path);
    // Names in assets/ carry a hash of the content, and no route of the app begins so.
    const hashed = path.startsWith('assets/');
    // A route of the app, not a file. Not decided by the look of the path: skill ids have dots.
    if (file === undefined && !hashed && (request.headers.accept ?? '').includes('text/html')) {
      file = join(folder, 'index.html');
    }
    if (file === undefined) return plain(404, 'No such file');

    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const isZipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && ZIPPED.test(type);
    const body = isZipped ? zipped(file) : readFileSync(file);
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  });

  const listening = await listen(server, port);
  const origin = `http://localhost:${listening}`;
  return {
    url: origin + prefix,
    origin,
    swap(next) {
      folder = resolve(PROJECT, next);
      policy = contentSecurityPolicy(folder);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/**
 * Listens on the port or, when it is taken, the next free one.
 * @param {import('node:http').Server} server @param {number} port
 * @returns {Promise<number>}
 */
const listen = async (server, port) => {
  const last = port === 0 ? 0 : port + PORTS_TO_TRY;
  for (let candidate = port; candidate <= last; candidate += 1) {
    const bound = await tryPort(server, candidate);
    if (bound !== undefined) return bound;
  }
  throw new Error(`No free port from ${port} to ${last}`);
};

/**
 * @param {import('node:http').Server} server @param {number} port
 * @returns {Promise<number | undefined>} the port, or undefined when it is taken
 */
const tryPort = (server, port) =>
  new Promise((done, fail) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') done(undefined);
      else fail(error);
    };
    const onListening = () => {
      server.off('error', onError);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    // Only this machine: a personal app has no business on the network.
    server.listen(port, 'localhost');
  });

const main = async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      base: { type: 'string', default: process.env['CAIRN_BASE'] ?? '/' },
      root: { type: 'string', default: 'dist' },
    },
  });
  const port = Number(values.port);
  const { url } = await serve({ root: values.root, port, base: values.base });
  console.log(`Cairn is ready: ${url}`);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
