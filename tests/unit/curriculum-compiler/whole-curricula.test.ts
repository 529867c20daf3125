import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { compileCurriculum } from '../../../src/curriculum-compiler/compile.ts';
import { statementCoverage } from '../../../src/curriculum-compiler/coverage/statement-coverage.ts';
import { formatProblems } from '../../../src/curriculum-compiler/problems.ts';
import { summarise } from '../../../src/curriculum-compiler/summary.ts';

describe.each(['curriculum', 'tests/fixtures/curriculum-tiny'])('%s', (dir) => {
  const compiling = compileCurriculum(dir);

  it('compiles without errors', async () => {
    const { problems } = await compiling;
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(formatProblems(errors)).toBe('');
  });

  it('holds no script, no inline style and nothing a browser would have to mend', async () => {
    const { compiled } = await compiling;
    const chunks = JSON.stringify(compiled);
    expect(chunks).not.toMatch(/<[^>]*\sstyle=/);
    expect(chunks).not.toContain('<script');
    for (const card of compiled?.tracks.flatMap((t) => t.skills.flatMap((s) => s.cards)) ?? []) {
      for (const html of [card.prompt, card.answer, card.note ?? '']) {
        const mistakes: string[] = [];
        parseFragment(html, { onParseError: ({ code }) => mistakes.push(code) });
        expect(mistakes, card.id).toEqual([]);
      }
    }
  });

  it('puts every card into the chunk of its track, once', async () => {
    const { compiled, ...rest } = await compiling;
    const ids = (compiled?.tracks ?? []).flatMap((chunk) =>
      chunk.skills.flatMap((skill) => skill.cards.map((card) => card.id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(summarise({ compiled, ...rest }).cards);
    for (const skill of compiled?.graph.skills ?? []) {
      expect(ids.filter((id) => id.startsWith(`${skill.id}/`))).toHaveLength(skill.cards);
    }
  });

  it('stays small: at most 3 MB, and 900 kB as a host sends it', async () => {
    const sizes = Object.values(summarise(await compiling).bytes);
    const total = (of: (size: (typeof sizes)[number]) => number): number =>
      sizes.reduce((sum, size) => sum + of(size), 0);
    expect(total(({ raw }) => raw)).toBeLessThanOrEqual(3_000_000);
    expect(total(({ gzip }) => gzip)).toBeLessThanOrEqual(900_000);
  });

  it('leaves no statement without something that covers it', async () => {
    const { source } = await compiling;
    const all = source ? statementCoverage(source) : [];
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ treatment }) => treatment === 'uncovered')).toEqual([]);
  });

  it('places every skill in a cell of its own, right of its prerequisites', async () => {
    const skills = (await compiling).compiled?.graph.skills ?? [];
    expect(new Set(skills.map(({ column, row }) => `${column}:${row}`)).size).toBe(skills.length);
    const seen = new Map<string, number>();
    for (const { id, column, requires } of skills) {
      for (const required of requires) expect(seen.get(required)).toBeLessThan(column);
      seen.set(id, column);
    }
  });
});

describe('the path of the example', () => {
  it('is another career with names of its own', async () => {
    const { compiled, problems } = await compileCurriculum('tests/fixtures/curriculum-tiny');
    expect(problems).toEqual([]);
    expect(compiled?.graph.title).toBe('From apprentice to baker');
    expect(compiled?.graph.stages.map(({ id }) => id)).toEqual(['apprentice', 'journeyman']);
    expect(compiled?.graph.skills.map(({ id }) => id)).toEqual([
      'dough.mixing',
      'dough.proofing',
      'oven.loading',
    ]);
    expect(compiled?.graph.retired).toEqual({ 'dough.mixing/wetness': 'dough.mixing/hydration' });
    expect(compiled?.reference.sources).toEqual([
      {
        id: 'handbook',
        title: 'A Handbook of Bread',
        author: 'Example, Sample',
        year: 2020,
        url: 'https://example.org/bread',
        licence: 'CC BY 4.0',
        open: true,
      },
    ]);
  });
});
