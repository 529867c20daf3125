import { describe, expect, it } from 'vitest';
import { compileCurriculum } from '../../../src/curriculum-compiler/compile.ts';
import type { Compilation } from '../../../src/curriculum-compiler/compile.ts';
import { summarise } from '../../../src/curriculum-compiler/summary.ts';
import { compileFiles, rulesOf, skillFiles, soundCard } from './curriculum-on-disk.ts';
import type { SkillText } from './curriculum-on-disk.ts';

const manifest = (more: string): string => `title: A path
stages:
  - { id: first, title: First, summary: The start. }
  - { id: second, title: Second, summary: The end. }
tracks:
  - { id: one, title: One }
${more}`;

const choiceCard = (slug: string, right: number): string => `## ${slug}

kind: choice
source: book, ch. 1

Which of four has ${slug}?

${[1, 2, 3, 4].map((n) => (n === right ? `- [x] item ${n}` : `- [ ] item ${n}\n  Why not: no.`)).join('\n')}
`;

const found = ({ problems }: Compilation): string[] =>
  problems.map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`);

const demanding =
  'standards: { cards: 4, choice-share: 0.5, choice-cards: 2, readings: 3, good: 2 }';
const files = {
  ...skillFiles(
    { id: 'one.a', cards: soundCard('red') + choiceCard('blue', 1) },
    { id: 'one.z', stage: 'second', more: 'sources: [book]\ngood: { second: Does it. }' },
  ),
  'minimum-cards.yaml': '# at least\none.a: 2\none.z: 3\n',
};

describe('the standards that a curriculum sets itself', () => {
  it('are errors with file and line', async () => {
    const compilation = await compileFiles({ ...files, 'curriculum.yaml': manifest(demanding) });
    expect(found(compilation)).toEqual([
      'curriculum.yaml:1 error 1 of at least 2 choice cards in all',
      'curriculum.yaml:1 error 3 of at least 4 cards in all',
      'skills/one/one.a.md:1 error 0 of at least 2 stages under "good"',
      'skills/one/one.a.md:1 error 1 of at least 2 choice cards',
      'skills/one/one.a.md:1 error 1 of at least 3 further readings (sources)',
      'skills/one/one.z.md:1 error 0 of at least 2 choice cards',
      'skills/one/one.z.md:1 error 1 of at least 3 cards',
      'skills/one/one.z.md:1 error 1 of at least 3 further readings (sources)',
    ]);
    expect(summarise(compilation)).toMatchObject({
      choiceShare: 1 / 3,
      keyPositions: [1, 0, 0, 0],
      runnable: 0,
      skillsBelowMinimum: [{ skill: 'one.z', cards: 1, minimum: 3 }],
      shortfalls: 8,
    });
  });

  it('are notes in a draft, which stop nothing', async () => {
    const text = manifest(`draft: true\n${demanding}`);
    const compilation = await compileFiles({ ...files, 'curriculum.yaml': text });
    expect(new Set(compilation.problems.map(({ severity }) => severity))).toEqual(
      new Set(['note']),
    );
    expect(summarise(compilation)).toMatchObject({ errors: 0, warnings: 0, shortfalls: 8 });
  });

  it('ask for nothing where nothing is set', async () => {
    const { problems } = await compileCurriculum('tests/fixtures/curriculum-tiny');
    expect(problems).toEqual([]);
  });

  it.each<[rule: string, files: Record<string, string>]>([
    ['unknown-field', { 'curriculum.yaml': manifest('standards: { card: 4 }') }],
    ['field-type', { 'curriculum.yaml': manifest('standards: { cards: many }') }],
    ['field-type', { 'curriculum.yaml': manifest('standards: 4') }],
    ['field-type', { 'curriculum.yaml': manifest('draft: maybe') }],
    ['unknown-skill', { 'minimum-cards.yaml': 'one.gone: 3' }],
    ['field-type', { 'minimum-cards.yaml': 'one.a: few' }],
    ['yaml', { 'minimum-cards.yaml': 'one.a: 1\none.a: 2' }],
  ])('refuse what cannot be meant: %s', async (rule, changed) => {
    expect(rulesOf(await compileFiles({ ...files, ...changed }))).toContain(rule);
  });
});

describe('right options of all tracks together', () => {
  it('favour no position, even where each track is too small to tell', async () => {
    const track = (id: string): SkillText => ({
      id: `${id}.a`,
      track: id,
      cards: Array.from({ length: 7 }, (_, n) => choiceCard(`${id}-${n}`, n < 5 ? 2 : 3)).join(''),
    });
    const { problems } = await compileFiles(skillFiles(track('one'), track('two')));
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      'curriculum.yaml in all tracks together the right option stands too often at position 2, of 14 choice cards',
    ]);
  });
});
