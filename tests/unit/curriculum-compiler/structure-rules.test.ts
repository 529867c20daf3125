import { describe, expect, it } from 'vitest';
import { compileFiles, rulesOf, skillFile, skillFiles, soundCard } from './curriculum-on-disk.ts';

const one = { id: 'one.skill' };
const milestone = (fields: string): string => `- id: m.a
  title: A milestone
  track: one
  class: durable
  skills: [one.skill]
  summary: What it proves.
  criteria:
    - { id: done, text: It is done }
  weeks: 4
  strong: [A merged change]
  weak: [A plan]
  story: Tell it.
${fields}`;
const competency = (skill: string): string => `- id: craft
  title: Craft
  summary: Makes things well.
  skills: [${skill}]
`;

const claim = (...fields: string[]): string => `- id: pay
  text: It pays 5 more.
  asof: 2024
  by: a guide
${fields.map((field) => `  ${field}\n`).join('')}`;
const contradicts = (id: string): string => `contradicts: [{ claim: ${id}, why: Less. }]`;

describe('rules on structure', () => {
  it('finds nothing wrong with a sound curriculum', async () => {
    const compilation = await compileFiles({
      ...skillFiles(one, {
        id: 'two.skill',
        track: 'two',
        stage: 'second',
        requires: ['one.skill'],
      }),
      'milestones/second.yaml': milestone(''),
    });
    expect(compilation.problems).toEqual([]);
  });

  const second = (more: string, requires: string[] = []): Record<string, string> =>
    skillFiles(one, { id: 'two.skill', track: 'two', stage: 'second', requires, more });

  it.each<[rule: string, files: Record<string, string | null>]>([
    ['missing-file', { 'curriculum.yaml': null }],
    ['missing-field', { 'curriculum.yaml': 'title: A path\nstages: []\ntracks: []' }],
    ['unknown-field', { 'curriculum.yaml': 'title: A path\nlevels: []' }],
    ['yaml', { 'curriculum.yaml': 'title: A path: and more' }],
    ['unknown-file', { 'skills/loose.md': 'text' }],
    ['front-matter', { 'skills/one/a.md': '# no front matter' }],
    ['unknown-skill', skillFiles({ ...one, requires: ['no.skill'] })],
    ['unknown-skill', second('encompasses: [{ skill: no.skill, weight: 0.5 }]')],
    ['unknown-track', { 'skills/three/a.md': skillFile({ ...one, track: 'three' }) }],
    ['unknown-stage', skillFiles({ ...one, stage: 'third' })],
    ['unknown-source', skillFiles({ ...one, more: 'sources: [leaflet]' })],
    ['unknown-source', skillFiles({ ...one, more: 'sources: [book, ch. 3]' })],
    ['duplicate', skillFiles({ ...one, more: 'sources: ["book, ch. 3", "book,  ch. 3"]' })],
    ['unknown-stage', skillFiles({ ...one, more: 'good: { third: Does it. }' })],
    ['field-type', skillFiles({ ...one, more: 'good: Does it.' })],
    ['field-type', skillFiles({ ...one, more: 'good: { first: [Does it.] }' })],
    ['placeholder', skillFiles({ ...one, more: 'good: { first: TODO }' })],
    ['long-good', skillFiles({ ...one, more: 'good: { first: Does it. And more. }' })],
    ['long-good', skillFiles({ ...one, more: `good: { first: ${'does '.repeat(36)} }` })],
    ['markdown', skillFiles({ ...one, more: 'good: { first: Does <b>it</b>. }' })],
    ['earlier-stage', skillFiles({ ...one, stage: 'second', more: 'good: { first: Does it. }' })],
    ['unknown-statement', skillFiles({ ...one, more: 'covers: [s-1]' })],
    ['unknown-field', skillFiles({ ...one, more: 'tags: [red]' })],
    ['field-type', skillFiles({ ...one, more: 'covers: s-1' })],
    ['track-folder', { 'skills/two/a.md': skillFile(one) }],
    ['id', skillFiles({ id: 'One.Skill' })],
    ['title', skillFiles({ ...one, title: 'x'.repeat(41) })],
    ['missing-field', skillFiles({ ...one, description: ' ' })],
    ['placeholder', skillFiles({ ...one, description: 'DESCRIPTION' })],
    ['unsourced-number', skillFiles({ ...one, more: '', description: 'Pays 70 % more.' })],
    ['no-cards', skillFiles({ ...one, cards: ' ' })],
    [
      'duplicate',
      skillFiles({ ...one, requires: ['one.other', 'one.other'] }, { id: 'one.other' }),
    ],
    ['duplicate', skillFiles({ ...one, title: 'Same' }, { id: 'one.other', title: 'same' })],
    [
      'duplicate',
      { ...skillFiles(one), 'skills/one/copy.md': skillFile({ ...one, title: 'Copy' }) },
    ],
    ['duplicate', skillFiles({ ...one, cards: soundCard('red') + soundCard('red') })],
    [
      'later-stage',
      skillFiles({ ...one, requires: ['one.late'] }, { id: 'one.late', stage: 'second' }),
    ],
    [
      'encompasses-later',
      skillFiles({ ...one, more: 'encompasses: [{ skill: one.skill, weight: 1 }]' }),
    ],
    ['weight', second('encompasses: [{ skill: one.skill, weight: 1.5 }]')],
    ['weight', second('encompasses: [{ skill: one.skill, weight: 0 }]')],
    ['uncovered', { ...skillFiles(one), 'statements.yaml': '- { id: s-1, text: A statement }' }],
    [
      'missing-field',
      {
        'sources.yaml':
          'book: { title: Book, year: 2020, url: "https://a.b/", licence: CC BY, open: true }',
      },
    ],
    [
      'missing-field',
      {
        'sources.yaml':
          'book: { title: Book, author: Ann, url: "https://a.b/", licence: CC BY, open: true }',
      },
    ],
    [
      'missing-field',
      {
        'sources.yaml':
          'book: { title: Book, author: Ann, year: 2020, licence: CC BY, open: true }',
      },
    ],
    [
      'missing-field',
      {
        'sources.yaml':
          'book: { title: Book, author: Ann, year: 2020, url: "https://a.b/", open: true }',
      },
    ],
    [
      'source-url',
      {
        'sources.yaml':
          'book: { title: B, author: A, year: 2020, url: "javascript:alert(1)", licence: X, open: true }',
      },
    ],
    ['yaml', { 'sources.yaml': 'book: {}\nbook: {}' }],
    ['unknown-skill', { 'milestones/first.yaml': milestone('').replace('one.skill', 'no.skill') }],
    [
      'unknown-track',
      { 'milestones/first.yaml': milestone('').replace('track: one', 'track: no') },
    ],
    ['unknown-stage', { 'milestones/third.yaml': milestone('') }],
    ['unknown-field', { 'milestones/first.yaml': milestone('  colour: red') }],
    ['unknown-statement', { 'milestones/first.yaml': milestone('  covers: [s-1]') }],
    ['field-type', { 'milestones/first.yaml': milestone('').replace('durable', 'eternal') }],
    [
      'no-criteria',
      { 'milestones/first.yaml': milestone('').replace(/criteria:\n.*\n/, 'criteria: []\n') },
    ],
    ['placeholder', { 'milestones/first.yaml': milestone('').replace('A milestone', 'DRAFT one') }],
    ['duplicate', { 'milestones/first.yaml': `${milestone('')}${milestone('')}` }],
    ['no-example', { 'milestones/first.yaml': milestone('').replace('[A plan]', '[]') }],
    ['no-example', { 'milestones/first.yaml': milestone('').replace('[A merged change]', '[]') }],
    ['field-type', { 'milestones/first.yaml': milestone('').replace('weeks: 4', 'weeks: 0.5') }],
    ['missing-field', { 'milestones/first.yaml': milestone('').replace('  weeks: 4\n', '') }],
    ['unknown-competency', { 'milestones/first.yaml': milestone('  competencies: [craft]') }],
    ['unknown-skill', { 'claims.yaml': claim('skill: no.skill') }],
    ['unknown-statement', { 'claims.yaml': claim('skill: one.skill', 'statements: [s-1]') }],
    ['unknown-claim', { 'claims.yaml': claim('skill: one.skill', contradicts('gone')) }],
    ['unknown-claim', { 'claims.yaml': claim('skill: one.skill', contradicts('pay')) }],
    ['unknown-field', { 'claims.yaml': claim('skill: one.skill', 'score: 5') }],
    ['field-type', { 'claims.yaml': claim('skill: one.skill', 'years: nine') }],
    ['field-type', { 'claims.yaml': claim('skill: one.skill').replace('2024', 'lately') }],
    ['missing-field', { 'claims.yaml': claim('skill: one.skill').replace('  by: a guide\n', '') }],
    ['id', { 'claims.yaml': claim('skill: one.skill').replace('id: pay', 'id: Pay') }],
    ['duplicate', { 'claims.yaml': claim('skill: one.skill').repeat(2) }],
    ['unknown-skill', { 'competencies.yaml': competency('no.skill') }],
    ['duplicate', { 'competencies.yaml': competency('one.skill').repeat(2) }],
    ['no-milestone', { ...skillFiles(one), 'competencies.yaml': competency('one.skill') }],
    [
      'no-competency',
      { ...skillFiles(one, { id: 'one.b' }), 'competencies.yaml': competency('one.skill') },
    ],
    [
      'no-competency',
      { 'competencies.yaml': competency('one.skill'), 'milestones/first.yaml': milestone('') },
    ],
  ])('%s', async (rule, files) => {
    expect(rulesOf(await compileFiles(files))).toContain(rule);
  });

  it('points to the line in front matter and in a list', async () => {
    const files = skillFiles({ ...one, requires: ['no.skill'], more: 'covers:\n  - s-1\n  - s-2' });
    const { problems } = await compileFiles(files);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '7 there is no skill "no.skill"',
      '9 there is no statement "s-1"',
      '10 there is no statement "s-2"',
    ]);
  });

  it('points to the line of a sentence on what is good, and to an unquoted locator', async () => {
    const more = 'good:\n  first: Does it.\n  third: Leads it.\nsources: [book, ch. 3]';
    const { problems } = await compileFiles(skillFiles({ ...one, more }));
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '10 there is no stage "third"',
      '11 there is no source "ch. 3"; quote an entry with a locator: "id, locator"',
    ]);
  });

  it('compiles further reading with its places, and what is good in climbing order', async () => {
    const more =
      'good: { second: Leads `it`., first: Does it. }\nsources: ["book, ch. 3, table 1", book]';
    const { compiled, problems } = await compileFiles(skillFiles({ ...one, more }));
    expect(problems).toEqual([]);
    expect(compiled?.tracks[0]?.skills[0]).toMatchObject({
      good: [
        { stage: 'first', text: 'Does it.' },
        { stage: 'second', text: 'Leads <code>it</code>.' },
      ],
      readings: [{ source: 'book', locator: 'ch. 3, table 1' }, { source: 'book' }],
    });
  });

  it('finds nothing wrong with competencies that are fed and shown, and points to their lines', async () => {
    const files = (skill: string): Record<string, string> => ({
      ...skillFiles(one),
      'competencies.yaml': competency(skill),
      'milestones/first.yaml': milestone('  competencies: [craft]'),
    });
    const { problems, compiled } = await compileFiles(files('one.skill'));
    expect(problems).toEqual([]);
    expect(compiled?.reference.competencies).toEqual([
      { id: 'craft', title: 'Craft', summary: 'Makes things well.', skills: ['one.skill'] },
    ]);
    const wrong = await compileFiles(files('no.skill'));
    expect(wrong.problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toContain(
      'competencies.yaml:4 unknown-skill',
    );
  });

  it('compiles claims with their date and what they contradict', async () => {
    const other = claim('skill: one.skill', contradicts('pay'), 'note: Odd.').replace(
      'pay',
      'less',
    );
    const { compiled, problems } = await compileFiles({
      ...skillFiles(one),
      'claims.yaml': claim('skill: one.skill') + other.replace('2024', '2024-02'),
    });
    expect(problems).toEqual([]);
    const both = { skill: 'one.skill', text: 'It pays 5 more.', by: 'a guide' };
    expect(compiled?.reference.claims).toEqual([
      { ...both, id: 'pay', asOf: '2024', contradicts: [] },
      {
        ...both,
        id: 'less',
        asOf: '2024-02',
        note: 'Odd.',
        contradicts: [{ claim: 'pay', why: 'Less.' }],
      },
    ]);
  });

  it('tells of each statement what covers it: skills, also by their cards and claims, and milestones', async () => {
    const { compiled, problems } = await compileFiles({
      ...skillFiles({ ...one, more: 'covers: [s-1]' }),
      'claims.yaml': claim('skill: one.skill', 'statements: [s-2]'),
      'milestones/first.yaml': milestone('  covers: [s-1]\n'),
      'statements.yaml':
        '- { id: s-1, section: Start, text: To begin. }\n- { id: s-2, text: To earn. }\n',
    });
    expect(problems).toEqual([]);
    expect(compiled?.reference.statements).toEqual([
      { id: 's-1', section: 'Start', text: 'To begin.', coveredBy: ['one.skill', 'm.a'] },
      { id: 's-2', section: '', text: 'To earn.', coveredBy: ['one.skill'] },
    ]);
  });

  it('names the skills of a circle of prerequisites', async () => {
    const { problems, compiled } = await compileFiles(
      skillFiles(
        { id: 'one.a', requires: ['one.c'] },
        { id: 'one.b', requires: ['one.a'] },
        { id: 'one.c', requires: ['one.b'] },
      ),
    );
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([
      ['cycle', 'prerequisites in a circle: one.a → one.c → one.b → one.a'],
    ]);
    // A preview still shows all three.
    expect(compiled?.graph.skills).toHaveLength(3);
  });

  it('counts a statement as covered by a card that names it', async () => {
    const cards = soundCard('red').replace('source:', 'covers: s-1, s-2\nsource:');
    const { problems } = await compileFiles({
      ...skillFiles({ ...one, cards }),
      'statements.yaml': '- { id: s-1, text: A statement }',
    });
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '16 there is no statement "s-2"',
    ]);
  });

  it('counts a statement as covered by a skill or a milestone', async () => {
    const compilation = await compileFiles({
      ...skillFiles({ ...one, more: 'covers: [s-1]\nsources: [book]' }),
      'statements.yaml':
        '- { id: s-1, text: One }\n- { id: s-2, text: Two, kind: skill, section: A }',
      'milestones/first.yaml': milestone('  covers: [s-2]'),
    });
    expect(compilation.problems).toEqual([]);
  });
});
