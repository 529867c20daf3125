import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import type { InlineConfig, Rolldown } from 'vite';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cairnCurriculum } from '../../../src/curriculum-compiler/vite-plugin.ts';
import type { CurriculumGraph } from '../../../src/domain/curriculum/types.ts';
import { skillFiles, writeCurriculum } from './curriculum-on-disk.ts';

/** An app that does nothing but import the addresses, with its curriculum beside it. */
function app(files: Record<string, string | null>): { root: string; dir: string } {
  const dir = writeCurriculum(files);
  const root = join(dir, '.app');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(
    join(root, 'main.js'),
    "import * as urls from 'virtual:curriculum'; import 'virtual:curriculum/stages.css'; globalThis.urls = urls;",
  );
  return { root, dir };
}

const config = (root: string, dir: string, base = '/'): InlineConfig => ({
  root,
  base,
  configFile: false,
  logLevel: 'silent',
  plugins: [cairnCurriculum({ dir })],
});

const sound = (): { root: string; dir: string } => app(skillFiles({ id: 'one.skill' }));
const broken = (): { root: string; dir: string } =>
  app(skillFiles({ id: 'one.skill', requires: ['no.skill'], stage: 'third' }));

// Outside of Vitest the addresses point to files; inside they carry the content.
beforeEach(() => {
  vi.stubEnv('VITEST', undefined);
  return () => vi.unstubAllEnvs();
});

describe('build', () => {
  it.each(['/', '/climb/'])('writes hashed files below %s and preloads the graph', async (base) => {
    const { root, dir } = sound();
    const { output } = (await build({
      ...config(root, dir, base),
      build: { write: false },
    })) as Rolldown.RolldownOutput;
    const names = output.map(({ fileName }) => fileName).filter((name) => name.endsWith('.json'));
    expect(names.map((name) => name.replace(/-[0-9a-f]{8}\./, '-<hash>.')).sort()).toEqual([
      'assets/curriculum/cards-one-<hash>.json',
      'assets/curriculum/cards-two-<hash>.json',
      'assets/curriculum/graph-<hash>.json',
      'assets/curriculum/reference-<hash>.json',
    ]);
    const html = output.find(({ fileName }) => fileName === 'index.html');
    const graph = names.find((name) => name.includes('graph')) ?? '';
    expect(html?.type === 'asset' && String(html.source)).toContain(
      `<link rel="preload" as="fetch" crossorigin="" href="${base}${graph}">`,
    );
    const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
    for (const name of names) expect(code).toContain(`${base}${name}`);
  });

  it('gives each stage the hue of its altitude', async () => {
    const { root, dir } = sound();
    const { output } = (await build({
      ...config(root, dir),
      build: { write: false, cssMinify: false },
    })) as Rolldown.RolldownOutput;
    const css = output.find(({ fileName }) => fileName.endsWith('.css'));
    const text = css?.type === 'asset' ? String(css.source).replace(/\s+/g, ' ') : '';
    expect(text).toContain("[data-stage='first'] { --hue: var(--altitude-entry);");
    expect(text).toContain("[data-stage='second'] { --hue: var(--altitude-mid);");
  });

  it('fails with every error', async () => {
    const { root, dir } = broken();
    const building = build({ ...config(root, dir), build: { write: false } });
    await expect(building).rejects.toThrow(/2 errors:[^]*unknown-stage[^]*unknown-skill/);
  });

  it('takes another directory from the environment', async () => {
    const { root, dir } = broken();
    vi.stubEnv('CAIRN_CURRICULUM', sound().dir);
    await build({ ...config(root, dir), build: { write: false } });
  });
});

describe('development server', () => {
  it('serves the files, and anew after an edit', async () => {
    const { root, dir } = sound();
    const server = await createServer({ ...config(root, dir, '/climb/'), server: { port: 0 } });
    try {
      await server.listen();
      const origin = server.resolvedUrls?.local[0]?.replace('/climb/', '') ?? '';
      const graphUrl = async (): Promise<string> => {
        const module = await server.transformRequest('virtual:curriculum');
        return /graphUrl = "([^"]*)"/.exec(module?.code ?? '')?.[1] ?? '';
      };
      const url = await graphUrl();
      expect(url).toMatch(/^\/climb\/assets\/curriculum\/graph-/);
      const graph = (await (await fetch(origin + url)).json()) as CurriculumGraph;
      expect(graph.skills.map(({ id }) => id)).toEqual(['one.skill']);

      const sent = vi.spyOn(server.ws, 'send');
      const file = join(dir, 'skills/one/one.skill.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace('Red.', 'Blue. Is it?'));
      await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ type: 'full-reload' }), 5000);
      writeFileSync(file, readFileSync(file, 'utf8').replace('kind: basic', 'kind: odd'));
      await vi.waitFor(
        () =>
          expect(sent).toHaveBeenCalledWith(
            expect.objectContaining({
              type: 'error',
              err: expect.objectContaining({ message: expect.stringContaining('"odd"') }),
            }),
          ),
        5000,
      );
      expect(await graphUrl()).not.toBe(url);
    } finally {
      await server.close();
    }
  });
});

describe('in unit tests', () => {
  it('gives addresses that carry the content', async () => {
    vi.stubEnv('VITEST', 'true');
    const { root, dir } = sound();
    const server = await createServer({ ...config(root, dir), server: { middlewareMode: true } });
    try {
      const module = await server.transformRequest('virtual:curriculum');
      const url = /graphUrl = "(data:[^"]*)"/.exec(module?.code ?? '')?.[1] ?? '';
      const graph = (await (await fetch(url)).json()) as CurriculumGraph;
      expect(graph.title).toBe('A path');
    } finally {
      await server.close();
    }
  });
});
