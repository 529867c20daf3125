import { describe, expect, it } from 'vitest';
import { runnableExamples } from '../../../src/curriculum-compiler/markdown/runnable.ts';
import { scanCloze } from '../../../src/curriculum-compiler/source/cloze-scanner.ts';
import { cardsOf, compileCards } from './curriculum-on-disk.ts';

const cloze = (text: string): string => `## text\n\nkind: cloze\nsource: book, ch. 1\n\n${text}\n`;

describe('cards from notes', () => {
  it('makes one card of a basic note, with everything its fields say', async () => {
    const compilation = await compileCards(`## red

kind: basic
source: book, ch. 1; book, "Colours; part two"
critical: true
asof: Gizmo 2

Which colour has a *ripe* tomato?

---

Red.

---

Mostly.
`);
    expect(compilation.problems).toEqual([]);
    expect(cardsOf(compilation).get('one.skill/red')).toMatchObject({
      kind: 'basic',
      prompt: '<p>Which colour has a <em>ripe</em> tomato?</p>',
      answer: '<p>Red.</p>',
      note: '<p>Mostly.</p>',
      promptText: 'Which colour has a ripe tomato?',
      answerText: 'Red.',
      citations: [
        { source: 'book', locator: 'ch. 1' },
        { source: 'book', locator: '"Colours; part two"' },
      ],
      critical: true,
      asOf: 'Gizmo 2',
    });
    expect(compilation.compiled?.graph.skills[0]?.critical).toEqual(['one.skill/red']);
  });

  it('asks a reversed note both ways', async () => {
    const cards = cardsOf(
      await compileCards(
        '## r\n\nkind: reversed\nsource: book, 1\n\nRecall\n\n---\n\nShare found.\n',
      ),
    );
    expect([...cards.keys()]).toEqual(['one.skill/r', 'one.skill/r~reversed']);
    expect(cards.get('one.skill/r')).toMatchObject({
      promptText: 'Recall',
      answerText: 'Share found.',
    });
    expect(cards.get('one.skill/r~reversed')).toMatchObject({
      kind: 'reversed',
      promptText: 'Share found.',
      answerText: 'Recall',
    });
  });

  it('makes a card of each number of a cloze', async () => {
    const cards = cardsOf(
      await compileCards(
        cloze('A {{2::ripe::state}} tomato is {{1::red}}, a {{2::sweet}} one too.'),
      ),
    );
    expect([...cards.keys()]).toEqual(['one.skill/text~1', 'one.skill/text~2']);
    expect(cards.get('one.skill/text~1')).toMatchObject({
      prompt:
        '<p>A ripe tomato is <span class="cloze-blank" role="img" aria-label="blank">…</span>, a sweet one too.</p>',
      answer: '<p>A ripe tomato is <mark class="cloze-answer">red</mark>, a sweet one too.</p>',
      promptText: 'A ripe tomato is […], a sweet one too.',
      answerText: 'red',
    });
    expect(cards.get('one.skill/text~2')).toMatchObject({
      promptText: 'A [state] tomato is red, a […] one too.',
      answerText: 'ripe; sweet',
    });
  });

  it('lets the hidden words of a cloze hold maths, code and emphasis', async () => {
    const text =
      'Use {{1::$\\frac{a}{b_{c}}$}}, {{2::`std::map<{{int}}>`}} or **{{3::*strong* words}}**.';
    const compilation = await compileCards(cloze(text));
    expect(compilation.problems).toEqual([]);
    const cards = cardsOf(compilation);
    expect(cards.get('one.skill/text~1')?.answer).toContain('<mark class="cloze-answer"><math>');
    expect(cards.get('one.skill/text~1')?.answerText).toBe('\\frac{a}{b_{c}}');
    expect(cards.get('one.skill/text~2')?.answerText).toBe('std::map<{{int}}>');
    expect(cards.get('one.skill/text~3')?.answer).toContain(
      '<strong><mark class="cloze-answer"><em>strong</em> words</mark></strong>',
    );
  });

  it('keeps blanks in tables and lists', async () => {
    const { problems } = await compileCards(
      cloze('| a | b |\n|---|--:|\n| {{1::x}} | {{2::y}} |\n\n- {{3::z}}'),
    );
    expect(problems).toEqual([]);
  });

  it('reads options with their reasons', async () => {
    const compilation = await compileCards(`## which

kind: choice
source: book, ch. 1

Which fruit is red?

- [ ] a \`banana\`
  Why not: it is yellow, and stays so
  when it is ripe.

  A second paragraph.
- [x] tomatoes
  Why: it is.
- [ ] an orange
  Why not: the name says it.

---

A note.
`);
    expect(compilation.problems).toEqual([]);
    expect(cardsOf(compilation).get('one.skill/which')).toMatchObject({
      kind: 'choice',
      prompt: '<p>Which fruit is red?</p>',
      answer: 'tomatoes',
      answerText: 'tomatoes',
      note: '<p>A note.</p>',
      options: [
        {
          html: 'a <code>banana</code>',
          correct: false,
          why: '<p>it is yellow, and stays so\nwhen it is ripe.</p><p>A second paragraph.</p>',
        },
        { html: 'tomatoes', correct: true, why: 'it is.' },
        { html: 'an orange', correct: false, why: 'the name says it.' },
      ],
    });
  });

  it('takes --- and ## inside code for code', async () => {
    const compilation = await compileCards(
      '## yaml\n\nkind: basic\nsource: book, 1\n\nWhat starts a document?\n\n---\n\n```yaml\n---\n## no heading\n```\n',
    );
    expect(compilation.problems).toEqual([]);
    expect(cardsOf(compilation).get('one.skill/yaml')?.answerText).toBe('--- ## no heading');
  });

  it('changes the version with any wording, and with nothing else', async () => {
    const version = async (text: string): Promise<string | undefined> =>
      (await compileCards(cloze(text))).compiled?.graph.version;
    const first = await version('A {{1::red}} tomato.');
    expect(await version('A {{1::red}} tomato.')).toBe(first);
    expect(await version('A {{1::red}} apple.')).not.toBe(first);
  });

  it('pairs programs with what they print', async () => {
    const { source } = await compileCards(
      '## prints\n\nkind: basic\nsource: book, 1\n\nWhat prints?\n\n```python run\nprint(1)\n```\n\n---\n\n```output\n1\n```\n',
    );
    expect(source && runnableExamples(source)).toMatchObject([
      { note: 'one.skill/prints', code: 'print(1)', output: '1', at: { line: 20 } },
    ]);
  });
});

describe('scanning for blanks', () => {
  const found = (text: string): unknown =>
    scanCloze(text).blanks.map(({ number, text: hidden, hint }) => [number, hidden, hint]);

  it.each<[text: string, expected: unknown]>([
    ['{{1::a}}', [[1, 'a', undefined]]],
    ['{{12::a::b}}', [[12, 'a', 'b']]],
    ['{{1::`a::b`::c}}', [[1, '`a::b`', 'c']]],
    ['{{1::$a}}b$}}', [[1, '$a}}b$', undefined]]],
    ['costs \\$1 {{1::a}} \\$2', [[1, 'a', undefined]]],
    ['a lone ` {{1::a}}', [[1, 'a', undefined]]],
    ['{{ x }} and {{1:a}}', []],
    ['`{{ x }}` {{1::a}}', [[1, 'a', undefined]]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
