import { describe, expect, it } from 'vitest';
import { comparedPairs } from '../../../src/curriculum-compiler/lint/duplicates.ts';
import { favouredPosition } from '../../../src/curriculum-compiler/lint/choice-keys.ts';
import type { CardSource } from '../../../src/curriculum-compiler/source/model.ts';
import { compileCards, compileFiles, rulesOf, skillFiles } from './curriculum-on-disk.ts';

const basic = (prompt: string, answer: string, fields = 'source: book, ch. 1'): string =>
  `## card\n\nkind: basic\n${fields}\n\n${prompt}\n\n---\n\n${answer}\n`;

const choice = (options: string, prompt = 'Which fruit is red?'): string =>
  `## card\n\nkind: choice\nsource: book, ch. 1\n\n${prompt}\n\n${options}\n`;

const rulesOfCards = async (cards: string): Promise<string[]> => rulesOf(await compileCards(cards));
const words = (count: number): string =>
  Array.from({ length: count }, (_, i) => `w${i}x`).join(' ');

describe('rules on cards', () => {
  it('finds nothing wrong with a sound card', async () => {
    expect(await rulesOfCards(basic('Which colour has a ripe tomato?', 'Red.'))).toEqual([]);
  });

  it.each<[rule: string, card: string]>([
    ['slug', '## Bad Slug\n\nkind: basic\nsource: book, 1\n\nA?\n\n---\n\nB'],
    ['kind', basic('Which?', 'Red').replace('kind: basic', 'kind: essay')],
    ['kind', basic('Which?', 'Red').replace('kind: basic\n', '')],
    ['unknown-field', basic('Which?', 'Red', 'source: book, 1\ncolour: red')],
    ['duplicate-field', basic('Which?', 'Red', 'source: book, 1\nsource: book, 2')],
    ['missing-field', basic('Which?', 'Red', 'source: book, 1\nasof:')],
    ['field-type', basic('Which?', 'Red', 'source: book, 1\ncritical: yes')],
    ['card-fields', basic('Which?', 'Red', 'source: book, 1\nno field at all')],
    ['card-parts', basic('Which?', 'Red\n\n---\n\nNote\n\n---\n\nMore')],
    ['empty-prompt', basic('', 'Red')],
    ['empty-answer', basic('Which colour?', '')],
    ['empty-answer', '## card\n\nkind: basic\nsource: book, 1\n\nWhich colour?\n'],
    ['empty-answer', '## card\n\nkind: cloze\nsource: book, 1\n\nNothing is hidden.\n'],
    ['missing-source', basic('Which?', 'Red', 'critical: true')],
    ['missing-locator', basic('Which?', 'Red', 'source: book')],
    ['unknown-source', basic('Which?', 'Red', 'source: book, 1; leaflet, 2')],
    ['unknown-card', basic('Which?', 'Red', 'source: book, 1\ncontrast: nothing')],
    ['long-prompt', basic(`Which ${words(35)}?`, 'Red')],
    ['long-answer', basic('Which colour?', words(31))],
    ['yes-no', basic('Is a ripe tomato red?', 'It is red')],
    ['two-questions', basic('What is red? What is blue?', 'A tomato')],
    ['list-answer', basic('Which colours are there?', 'Red, green and blue')],
    ['list-answer', basic('Which colours are there?', '- red wine\n- green\n- blue')],
    ['list-answer', '## c\n\nkind: cloze\nsource: book, 1\n\nColours: {{1::red, green and blue}}'],
    ['dangling-reference', basic('Which colour does it have?', 'Red')],
    ['answer-leaked', basic('Which colour has the red wine?', 'Red wine')],
    ['stray-dollar', basic('What costs $5?', 'A tomato')],
    ['stray-dollar', basic('What costs $5 or pays $10?', 'A tomato')],
    ['absolute', basic('Which colour has a tomato?', 'Red, always')],
    ['as-of', basic('Which colour has a tomato currently?', 'Red')],
    ['as-of', basic('What does `paint()` do in Gizmo?', 'Colours a tomato')],
    ['unclosed-fence', basic('What prints?', '```text\nred')],
    ['code-language', basic('What prints?', '```\nred\n```')],
    ['code-language', basic('What prints?', '```klingon\nred\n```')],
    ['runnable', basic('What prints?\n\n```python run\nprint(1)\n```', 'One')],
    ['runnable', basic('What prints?\n\n```bash run\nls\n```', '```output\n1\n```')],
    ['math', basic('What is $\\fracc{1}{2}$?', 'A half')],
    ['math', basic('What is $\\frac{1$?', 'A half')],
    ['math', basic('What is $\\textcolor{red}{x}$?', 'A half')],
    ['math', basic('What is $\\cancel{x}$?', 'A half')],
    ['markdown', basic('What is <b>red</b>?', 'A tomato')],
    ['markdown', basic('What is ![red](https://example.org/a.png)?', 'A tomato')],
    ['markdown', basic('What is red?', '### Heading')],
    ['link', basic('What is red?', '[Tomato](javascript:alert(1))')],
    ['link', basic('What is red?', '[Tomato](../other.md)')],
    ['bad-character', basic('What is re\u202Ed?', 'A tomato')],
    ['cloze', '## c\n\nkind: cloze\nsource: book, 1\n\nA {{1::red tomato'],
    ['cloze', '## c\n\nkind: cloze\nsource: book, 1\n\nA {{1::red {{2::tomato}}}}'],
    ['cloze', '## c\n\nkind: cloze\nsource: book, 1\n\nThe value $\\frac{{{1::a}}}{b}$ matters'],
    ['cloze', '## c\n\nkind: cloze\nsource: book, 1\n\nA *{{1::red* tomato}} is ripe'],
  ])('%s', async (rule, card) => {
    expect(await rulesOfCards(card)).toContain(rule);
  });

  it.each<[rule: string, card: string]>([
    ['long-prompt', basic(`Which ${words(30)} \`a b c d e f g h\` $a b c d e f g h$?`, 'Red')],
    ['long-answer', basic('Which colour?', `${words(29)}\n\n\`\`\`text\n${words(40)}\n\`\`\``)],
    ['stray-dollar', basic('Which fruit costs \\$5, with $x$ of tax?', 'A tomato')],
    [
      'as-of',
      basic('What does `paint()` do in Gizmo?', 'Colours', 'source: book, 1\nasof: Gizmo 2'),
    ],
    ['as-of', basic('Which colour did Gizmo choose?', 'Red')],
    [
      'list-answer',
      choice(
        '- [x] red, green, blue\n- [ ] one, two, and more\n  Why not: a\n- [ ] bcd, efg and hij\n  Why not: b',
      ),
    ],
    ['runnable', basic('What prints?\n\n```python run\nprint(1)\n```', '```output\n1\n```')],
    ['unclosed-fence', basic('What prints?', '````text\n```\n````')],
    ['dangling-reference', basic('What does this print?\n\n```text\nred\n```', 'Red')],
  ])('not %s', async (rule, card) => {
    expect(await rulesOfCards(card)).not.toContain(rule);
  });

  it('gives file, line, rule and message of every problem in one run', async () => {
    const { problems } = await compileCards(
      `${basic('Is it red?', '')}\n${basic('What?', 'Red', 'x: y')}`,
    );
    expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
      'skills/one/one.skill.md:13 empty-answer',
      'skills/one/one.skill.md:24 duplicate',
      'skills/one/one.skill.md:24 missing-source',
      'skills/one/one.skill.md:27 unknown-field',
    ]);
  });
});

describe('rules on choices', () => {
  const wrong = (text: string): string => `- [ ] ${text}\n  Why not: it is not.\n`;

  it.each<[rule: string, options: string]>([
    ['choice-options', `- [x] tomato\n${wrong('banana')}`],
    [
      'choice-options',
      `- [x] tomato\n${wrong('a')}${wrong('b')}${wrong('c')}${wrong('d')}${wrong('e')}`,
    ],
    ['choice-options', `- [x] tomato\n${wrong('banana')}${wrong('Banana')}`],
    ['choice-options', `- [x] tomato\n${wrong('banana')}${wrong('orange')}\nMore text.`],
    ['choice-options', `- [x] tomato\n${wrong('banana')}- [ ]\n  Why not: nothing there`],
    ['choice-key', `${wrong('tomato')}${wrong('banana')}${wrong('orange')}`],
    ['choice-key', `- [x] tomato\n- [x] cherry\n${wrong('banana')}`],
    ['choice-reason', `- [x] tomato\n${wrong('banana')}- [ ] orange`],
    ['choice-reason', `- [x] tomato\n${wrong('banana')}- [ ] orange\n  Why: no`],
    ['choice-reason', `- [x] tomato\n  Why not: no\n${wrong('banana')}${wrong('orange')}`],
    ['choice-longest', `- [x] a tomato, which is ripe\n${wrong('banana')}${wrong('orange')}`],
  ])('%s', async (rule, options) => {
    expect(await rulesOfCards(choice(options))).toContain(rule);
  });

  it('accepts a right option that is hardly longer', async () => {
    const options = `- [x] tomatoes\n${wrong('banana')}${wrong('orange')}`;
    expect(await rulesOfCards(choice(options))).toEqual([]);
  });

  it('accepts a prompt that names its options', async () => {
    const options = `- [x] red wine\n${wrong('white wine')}${wrong('rose wine')}`;
    const prompt = 'Of red wine, white wine and rose wine: what stains?';
    expect(await rulesOfCards(choice(options, prompt))).toEqual([]);
  });

  const keyed = (positions: readonly number[]): CardSource[] =>
    positions.map(
      (position) =>
        ({ options: [0, 1, 2, 3].map((index) => ({ correct: index === position })) }) as never,
    );

  it('finds a position that right options favour', () => {
    expect(favouredPosition(keyed([1, 1, 1, 1, 1, 1, 1, 1, 0, 2]))).toBe(2);
    expect(favouredPosition(keyed([0, 1, 2, 3, 0, 1, 2, 3, 0, 0]))).toBeUndefined();
    expect(favouredPosition(keyed([1, 1, 1, 1, 1, 1, 1, 1, 1]))).toBeUndefined();
  });

  it('reports position and length over a track', async () => {
    const cards = Array.from({ length: 10 }, (_, i) =>
      choice(
        `- [x] tomato${i}\n${wrong(`ba${i}`)}${wrong(`or${i}`)}`,
        `Which fruit is red in ${i}?`,
      ).replace('## card', `## card-${i}`),
    ).join('\n');
    expect(await rulesOfCards(cards)).toEqual(
      expect.arrayContaining(['choice-position', 'choice-length']),
    );
  });
});

describe('duplicates', () => {
  const two = (first: string, second: string, more = ''): string =>
    `${basic(first, 'Red')}\n${basic(second, 'Blue', `source: book, 1${more}`).replace('## card', '## other')}`;

  it('refuses the same prompt twice', async () => {
    expect(
      await rulesOfCards(two('Which colour is it in May?', 'Which  colour is it in May?')),
    ).toContain('duplicate-card');
  });

  it('tells cards apart that differ in code only', async () => {
    const rules = await rulesOfCards(two('What does `a < b` give?', 'What does `a > b` give?'));
    expect(rules).not.toContain('duplicate-card');
  });

  it('warns about near-duplicates unless they are meant as a contrast', async () => {
    const near = [
      'Which colour has a ripe garden tomato in July?',
      'Which colour has a ripe garden tomato in June?',
    ] as const;
    expect(await rulesOfCards(two(...near))).toEqual(['near-duplicate']);
    expect(await rulesOfCards(two(...near, '\ncontrast: card'))).toEqual([]);
    expect(
      await rulesOfCards(two(near[0], 'Which wheel of a plane touches ground first?')),
    ).toEqual([]);
  });

  it('compares a small part of all pairs, however many cards there are', async () => {
    const vocabulary = Array.from({ length: 400 }, (_, i) => `word${i}ish`);
    const cards = Array.from({ length: 800 }, (_card, i) => {
      const prompt = Array.from(
        { length: 9 },
        (_, j) => vocabulary[(i * 7 + j * j * 13 + i * j) % 400],
      );
      return basic(`Which ${prompt.join(' ')} n${i}?`, 'Red').replace('## card', `## card-${i}`);
    }).join('\n');
    const { source } = await compileFiles(skillFiles({ id: 'one.skill', cards }));
    const notes = source?.skills[0]?.notes ?? [];
    const pairs = (notes.length * (notes.length - 1)) / 2;
    expect(notes).toHaveLength(800);
    expect([...comparedPairs(notes)].length).toBeLessThan(pairs / 10);
  });
});
