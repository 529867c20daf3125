import { beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/curriculum-compiler/cli.ts';
import { compileCurriculum } from '../../../src/curriculum-compiler/compile.ts';
import { EvidenceSearch } from '../../../src/curriculum-compiler/coverage/evidence.ts';
import { statementCoverage } from '../../../src/curriculum-compiler/coverage/statement-coverage.ts';
import type { StatementCoverage } from '../../../src/curriculum-compiler/coverage/statement-coverage.ts';
import { skillFiles, soundCard, writeCurriculum } from './curriculum-on-disk.ts';

const card = (slug: string, prompt: string, answer: string, fields = ''): string => `## ${slug}

kind: basic
source: book, ch. 1
${fields}
${prompt}

---

${answer}
`;

const dir = (): string =>
  writeCurriculum({
    ...skillFiles(
      {
        id: 'one.plain',
        more: 'sources: [book]\ncovers: [s-match, s-tag, s-milestone]\ngood: { first: Prunes hedges. }',
        cards: [
          card(
            'deploy',
            'Which step comes before a model is deployed to a fleet?',
            'A shadow run.',
          ),
          card('other', 'Which step follows?', 'A rollout.'),
          card('named', 'Why draw the whole map?', 'To see it.', 'covers: s-named, s-tag-too\n'),
        ].join('\n'),
      },
      { id: 'one.late', cards: soundCard('green') },
    ),
    'milestones/first.yaml': `- id: m.a
  title: A milestone
  track: one
  class: durable
  skills: [one.plain]
  competencies: [craft]
  weeks: 1
  summary: What it proves.
  criteria:
    - { id: done, text: A named reviewer has audited the fleet }
  strong: [A link]
  weak: [A claim]
  story: Tell it.
  covers: [s-milestone]
`,
    'claims.yaml':
      '- { id: pay, skill: one.plain, text: Trees pay 5 more, asof: 2024, by: a guide, statements: [s-claim] }',
    'statements.yaml': `- { id: s-named, text: Strategic pictures }
- { id: s-match, text: Deploying models to fleets }
- { id: s-tag, text: Bears frustration }
- { id: s-tag-too, text: Bears frustration as well }
- { id: s-milestone, text: Has reviewers audit the fleet }
- { id: s-claim, text: Trees pay more }
- { id: s-gone, text: Nobody treats this }
`,
  });

const coverageById = async (): Promise<Map<string, StatementCoverage>> => {
  const { source } = await compileCurriculum(dir());
  return new Map((source ? statementCoverage(source) : []).map((one) => [one.id, one]));
};

describe('the coverage of statements', () => {
  it('says whether a card names a statement, a text shares its words, or only a tag is there', async () => {
    const all = await coverageById();
    expect([...all].map(([id, { treatment }]) => [id, treatment])).toEqual([
      ['s-named', 'named'],
      ['s-match', 'matched'],
      ['s-tag', 'tagged'],
      ['s-tag-too', 'named'],
      ['s-milestone', 'matched'],
      ['s-claim', 'named'],
      ['s-gone', 'uncovered'],
    ]);
  });

  it('shows a card that names a statement even where no word is shared', async () => {
    const named = (await coverageById()).get('s-named');
    expect(named?.named).toEqual([
      {
        name: 'card one.plain/named',
        shown: 'Why draw the whole map? → To see it.',
        shared: [],
        match: 0,
      },
    ]);
    expect(named?.skills).toEqual([]);
  });

  it('ranks the cards of a skill that covers it by the words they share', async () => {
    const [skill] = (await coverageById()).get('s-match')?.skills ?? [];
    expect(skill?.id).toBe('one.plain');
    expect(skill?.evidence[0]).toMatchObject({ name: 'card one.plain/deploy' });
    expect(new Set(skill?.evidence[0]?.shared)).toEqual(new Set(['deploying', 'model', 'fleet']));
    expect(skill?.evidence[0]?.match).toBe(1);
  });

  it('shows the criterion of a milestone that treats it', async () => {
    const [milestone] = (await coverageById()).get('s-milestone')?.milestones ?? [];
    expect(milestone?.evidence[0]).toMatchObject({ name: 'criterion: done' });
  });
});

describe('evidence', () => {
  const search = new EvidenceSearch(['model model', 'model hedge', 'model', 'model tree']);
  const passage = (text: string): { name: string; shown: string; text: string } => ({
    name: text,
    shown: text,
    text,
  });

  it('counts a rare word for more than a common one', () => {
    const ranked = search.rank('The hedge of a model', [passage('a model'), passage('a hedge')]);
    expect(ranked.map(({ name }) => name)).toEqual(['a hedge', 'a model']);
  });

  it('leaves out what shares nothing, and a statement without content', () => {
    expect(search.rank('The hedge', [passage('a model')])).toEqual([]);
    expect(search.rank('of the', [passage('of the model')])).toEqual([]);
  });
});

describe('npm run curriculum -- --coverage', () => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  });

  it('prints every statement with what covers it, and the counts', async () => {
    await main(['--dir', dir(), '--coverage']);
    const text = printed.join('\n');
    expect(text).toContain('s-named [named] Strategic pictures\n  card one.plain/named: Why draw');
    expect(text).toMatch(/skill one\.plain: Title of one\.plain \(3 cards\)\n {4}100 % \(/);
    expect(text).toContain(
      '7 statements\n3 named by a card that treats them, or rendered as a dated claim\n2 covered by',
    );
    expect(text).toMatch(/1 only tagged.*: s-tag\n1 not covered: s-gone$/);
  });

  it('narrows by the start of ids, and speaks JSON', async () => {
    await main(['--dir', dir(), '--coverage', '--json', 's-tag']);
    const all = JSON.parse(printed.join('')) as StatementCoverage[];
    expect(all.map(({ id }) => id)).toEqual(['s-tag', 's-tag-too']);
  });
});
