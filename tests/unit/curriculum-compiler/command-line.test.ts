import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/curriculum-compiler/cli.ts';
import { skillFiles, writeCurriculum } from './curriculum-on-disk.ts';

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
  }
});

const sound = (): string => writeCurriculum(skillFiles({ id: 'one.skill' }));
const broken = (): string =>
  writeCurriculum(
    skillFiles({ id: 'one.skill', requires: ['no.skill'], description: 'Pays 5 more.', more: '' }),
  );

describe('npm run curriculum', () => {
  it('prints problems and a summary, and fails on errors', async () => {
    const dir = broken();
    expect(await main(['--dir', dir])).toBe(1);
    expect(printed.join('\n')).toMatch(
      /skills\/one\/one\.skill\.md:7 {2}error {2}unknown-skill {2}there is no skill "no\.skill"/,
    );
    expect(printed.join('\n')).toMatch(/:11 {2}warning {2}unsourced-number/);
    expect(printed.join('\n')).toContain('1 errors, 1 warnings');
    expect(await main(['--dir', sound()])).toBe(0);
  });

  it('prints only the problems below the given paths', async () => {
    await main(['--dir', broken(), 'skills/two']);
    expect(printed.join('\n')).not.toContain('unknown-skill');
  });

  it('counts as JSON', async () => {
    expect(await main(['--dir', 'tests/fixtures/curriculum-tiny', '--json'])).toBe(0);
    const summary = JSON.parse(printed.join('\n')) as Record<string, unknown>;
    expect(summary).toMatchObject({
      skills: 3,
      cards: 6,
      cardsByKind: { basic: 1, reversed: 2, cloze: 2, choice: 1 },
      notes: 4,
      milestones: 1,
      edges: 2,
      encompassings: 1,
      statements: 2,
      statementsCovered: 2,
      errors: 0,
      warnings: 0,
    });
    expect(Object.keys(summary['bytes'] as object)).toEqual([
      'graph',
      'reference',
      'cards-dough',
      'cards-oven',
    ]);
  });

  it('writes the released ids, unless there are errors', async () => {
    const dir = sound();
    expect(await main(['--dir', dir, '--release'])).toBe(0);
    expect(JSON.parse(readFileSync(join(dir, 'released-ids.json'), 'utf8'))).toEqual({
      skills: ['one.skill'],
      cards: ['one.skill/one-skill'],
      milestones: [],
    });
    writeFileSync(join(dir, 'skills/one/one.skill.md'), '');
    expect(await main(['--dir', dir, '--release'])).toBe(1);
    expect(readFileSync(join(dir, 'released-ids.json'), 'utf8')).toContain('one.skill/one-skill');
  });

  it('explains itself', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(await main(['--what'])).toBe(2);
    expect(printed.join('\n')).toContain('--release');
  });
});
