import { relative, resolve, sep } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { compileCurriculum } from './compile.ts';
import type { Compilation } from './compile.ts';
import { curriculumDirectory } from './directory.ts';
import { chunkFiles } from './emit/chunk-files.ts';
import type { ChunkFile } from './emit/chunk-files.ts';
import { stageHues } from './emit/stage-hues.ts';
import { formatProblems, hasErrors } from './problems.ts';
import type { Problem } from './problems.ts';

export interface CurriculumPluginOptions {
  /** Directory of the curriculum, from the project's root. `CAIRN_CURRICULUM` overrides it. */
  readonly dir?: string;
}

const MODULE = 'virtual:curriculum';
const RESOLVED_MODULE = `\0${MODULE}`;
const HUES_MODULE = `${MODULE}/stages.css`;
const RESOLVED_HUES = `\0${HUES_MODULE}`;

/**
 * Gives the app `virtual:curriculum`, the addresses of the compiled curriculum, and `virtual:curriculum/stages.css`, the
 * hues of its stages. A build writes it as hashed JSON files and
 * fails on any error; the dev server serves it from memory, recompiles on edits and shows errors in its overlay.
 */
export function cairnCurriculum(options: CurriculumPluginOptions = {}): Plugin {
  const dir = resolve(curriculumDirectory(options.dir));
  const label = `${relative(process.cwd(), dir) || '.'}/`;
  let config: ResolvedConfig;
  let compilation: Promise<Compilation> | undefined;

  const compile = (): Promise<Compilation> => (compilation ??= compileCurriculum(dir));
  const files = async (): Promise<readonly ChunkFile[]> => {
    const { compiled, problems } = await compile();
    if (!compiled) throw new Error(errorsOf(problems, label));
    return chunkFiles(compiled);
  };
  const url = (file: ChunkFile): string => config.base + file.fileName;

  return {
    name: 'cairn:curriculum',

    configResolved(resolved) {
      config = resolved;
    },

    // A build in watch mode compiles anew each time.
    async buildStart() {
      if (config.command !== 'build') return;
      compilation = undefined;
      const { problems } = await compile();
      if (hasErrors(problems)) this.error(errorsOf(problems, label));
      for (const file of await files()) {
        this.emitFile({ type: 'asset', fileName: file.fileName, source: file.json });
      }
      this.addWatchFile(dir);
    },

    resolveId: (id) => (id === MODULE || id === HUES_MODULE ? `\0${id}` : undefined),

    async load(id) {
      if (id === RESOLVED_HUES) return stageHues((await compile()).compiled?.graph.stages ?? []);
      if (id !== RESOLVED_MODULE) return undefined;
      // Unit tests have no server to fetch from, so there the addresses carry the content.
      return moduleCode(await files(), process.env['VITEST'] === undefined ? url : dataUrl);
    },

    async transformIndexHtml() {
      const graph = (await files()).find((file) => file.role === 'graph');
      if (!graph) return [];
      const attrs = { rel: 'preload', as: 'fetch', crossorigin: '', href: url(graph) };
      return [{ tag: 'link', attrs, injectTo: 'head' as const }];
    },

    configureServer(server) {
      serve(server, files, url);
      watch(server, dir, async () => {
        compilation = undefined;
        const { problems, compiled } = await compile();
        const module = server.moduleGraph.getModuleById(RESOLVED_MODULE);
        if (module) server.moduleGraph.invalidateModule(module);
        if (compiled) server.ws.send({ type: 'full-reload' });
        showErrors(server, problems, label);
      });
      // A page that opens while there are errors shows them as well.
      server.ws.on('connection', () => {
        void compile().then(({ problems }) => showErrors(server, problems, label));
      });
    },
  };
}

const errorsOf = (problems: readonly Problem[], label: string): string => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return `The curriculum has ${errors.length} errors:\n${formatProblems(errors, label)}`;
};

function moduleCode(files: readonly ChunkFile[], url: (file: ChunkFile) => string): string {
  const urlOf = (role: ChunkFile['role']): string => {
    const file = files.find((candidate) => candidate.role === role);
    return JSON.stringify(file ? url(file) : '');
  };
  const trackUrls = Object.fromEntries(
    files.flatMap((file) => (file.track === undefined ? [] : [[file.track, url(file)]])),
  );
  return [
    `export const graphUrl = ${urlOf('graph')};`,
    `export const referenceUrl = ${urlOf('reference')};`,
    `export const trackUrls = ${JSON.stringify(trackUrls)};`,
  ].join('\n');
}

const dataUrl = ({ json }: ChunkFile): string =>
  `data:application/json;base64,${Buffer.from(json).toString('base64')}`;

function serve(
  server: ViteDevServer,
  files: () => Promise<readonly ChunkFile[]>,
  url: (file: ChunkFile) => string,
): void {
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.originalUrl ?? '').split('?');
    if (!path.includes('/assets/curriculum/')) {
      next();
      return;
    }
    files().then((all) => {
      const file = all.find((candidate) => url(candidate) === path);
      if (!file) {
        next();
        return;
      }
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Cache-Control', 'no-cache');
      response.end(file.json);
    }, next);
  });
}

/** Calls back once for edits that come close together: editors and branch switches write several files. */
function watch(server: ViteDevServer, dir: string, onEdit: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  server.watcher.add(dir);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(dir + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      onEdit().catch((error: unknown) => server.config.logger.error(String(error)));
    }, 80);
  });
}

function showErrors(server: ViteDevServer, problems: readonly Problem[], label: string): void {
  if (!hasErrors(problems)) return;
  const message = errorsOf(problems, label);
  server.config.logger.error(message, { timestamp: true });
  server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'cairn:curriculum' } });
}
