import { describe, expect, it } from 'vitest';
import { chunkFiles } from '../../../src/curriculum-compiler/emit/chunk-files.ts';
import { compileFiles, skillFiles } from './curriculum-on-disk.ts';

const cards = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `## card-${n}

kind: basic
source: book, ch. ${n}
${n === 0 ? 'critical: true\n' : ''}
Which number comes after ${n}, and belongs to card${n}?

---

${n + 1}, as ${'counting goes on '.repeat(5)}.
`,
  ).join('\n');

const filesWith = async (count: number) => {
  const { compiled } = await compileFiles(
    skillFiles(
      { id: 'one.a', cards: cards(count) },
      { id: 'one.b', requires: ['one.a'], cards: cards(count) },
    ),
  );
  if (!compiled) throw new Error('not compiled');
  const files = chunkFiles(compiled);
  const bytesOf = (role: string): number =>
    files
      .filter((file) => file.role === role)
      .reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);
  return { graph: compiled.graph, bytesOf };
};

describe('what the app loads first', () => {
  it('does not grow with the number of cards, but for the digits of their counts', async () => {
    const [few, many] = [await filesWith(3), await filesWith(300)];
    const withoutCounts = ({ graph }: typeof few): unknown => ({
      ...graph,
      version: '',
      skills: graph.skills.map((skill) => ({ ...skill, cards: 0 })),
    });
    expect(withoutCounts(many)).toEqual(withoutCounts(few));
    expect(many.graph.skills.map((skill) => skill.cards)).toEqual([300, 300]);
    // "3" and "300", twice.
    expect(many.bytesOf('graph') - few.bytesOf('graph')).toBe(4);
    // What is loaded when a card is shown is what grows.
    expect(many.bytesOf('cards')).toBeGreaterThan(50 * few.bytesOf('cards'));
  });
});
