import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph, MilestoneContent } from '../../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../../src/domain/log/event.ts';
import type { PacketDocument } from '../../../../src/domain/milestones/packet.ts';
import {
  draftPacket,
  escapeMarkdown,
  periodProblem,
} from '../../../../src/domain/milestones/packet-draft.ts';
import {
  compareLines,
  comparePackets,
  packetJson,
  packetMarkdown,
} from '../../../../src/domain/milestones/packet-export.ts';
import { plan } from '../../../../src/domain/milestones/plan.ts';
import { portfolioOf } from '../../../../src/domain/milestones/portfolio.ts';
import { readiness } from '../../../../src/domain/milestones/readiness.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { DAY, START, START_DAY, evidence, logOf, setting, undo } from '../support/events.ts';

const GRAPH: CurriculumGraph = {
  version: '',
  title: '',
  stages: ['entry', 'mid'].map((id) => ({ id, title: id.toUpperCase(), summary: '' })),
  tracks: [{ id: 'code', title: 'Code' }],
  skills: [],
  milestones: ['m.a', 'm.b', 'm.c'].map((id) => ({
    id,
    title: `Do [${id}]`,
    stage: 'mid',
    track: 'code',
    class: id === 'm.c' ? 'perishable' : 'durable',
    skills: [],
  })),
  retired: {},
};
const content = (id: string, competencies: readonly string[]): MilestoneContent => ({
  id,
  summary: '',
  criteria: [{ id: 'one', text: 'It runs' }],
  strong: [],
  weak: [],
  competencies,
  weeks: 4,
  story: 'Tell it.',
  covers: [],
});
const CONTENTS = new Map(
  [content('m.a', ['craft']), content('m.b', ['craft', 'care']), content('m.c', ['care'])].map(
    (one) => [one.id, one],
  ),
);
const COMPETENCIES = ['craft', 'care'].map((id) => ({
  id,
  title: id.toUpperCase(),
  summary: '',
  skills: [],
}));

const draft = (
  facts: readonly Fact[],
  over: Partial<Pick<PacketDocument, 'audience' | 'from' | 'to'>> = {},
): PacketDocument => {
  const learner = fold(
    NOBODY,
    logOf([setting('stage', 'mid'), setting('targetStage', 'mid'), ...facts], START),
  );
  const index = indexGraph(GRAPH);
  const common = { learner, day: START_DAY, milestones: GRAPH.milestones, contents: CONTENTS };
  return draftPacket({
    ...common,
    dayOf: (time) => Math.floor(time / DAY),
    stage: { id: 'mid', title: 'MID' },
    audience: 'self',
    from: '2026-01-01',
    to: '2026-12-31',
    competencies: COMPETENCIES,
    readiness: readiness({
      ...common,
      index,
      stage: 'mid',
      competencies: COMPETENCIES,
      standings: standings(index, learner, START_DAY),
    }),
    plan: plan({ ...common, stages: ['entry', 'mid'] }),
    ...over,
  });
};
const textOf = ({ sections }: PacketDocument, id: string): string | undefined =>
  sections.find((section) => section.id === id)?.text;

const piece = (milestone: string, more: Parameters<typeof evidence>[0]): Fact => ({
  t: 'evidence',
  milestone,
  fields: evidence(more),
});
const packet = (document: PacketDocument): Fact => ({
  t: 'portfolio',
  what: 'packet',
  about: '',
  fields: { document },
});

describe('the draft of a packet', () => {
  it('of nothing holds nothing but room for a summary, and the gaps', () => {
    const empty = draft([], { audience: 'committee' });
    expect(empty.sections).toEqual([{ id: 'summary', title: 'Summary', text: '' }]);
    expect(empty.title).toBe('Promotion packet: MID');
    expect(textOf(draft([]), 'gaps')).toBe(
      '- **CRAFT**: start “Do \\[m.a\\]”\n- **CARE**: start “Do \\[m.b\\]”',
    );
  });

  it('tells evidence once, by competency, with what was filled in and nothing else', () => {
    const text = textOf(
      draft([
        piece('m.b', {
          title: 'Ran *it*',
          criterion: 'one',
          link: 'https://example.org/<1>',
          note: 'Two parts:\n\n- a\n- b',
          witnesses: 'Mina_K',
        }),
        piece('m.a', { title: 'Bare', date: '2026-01-02' }),
        piece('m.a', { title: 'Too old', date: '2025-12-31' }),
        { t: 'milestone-achieved', milestone: 'm.b' },
        { t: 'portfolio', what: 'win', about: '', fields: evidence({ title: 'Loose' }) },
      ]),
      'evidence',
    );
    expect(text).toBe(`### CRAFT

**Do \\[m.a\\]** (in progress)

- 2026-01-02 · Bare

**Do \\[m.b\\]** (achieved 2026-01-05)

- 2026-01-05 · [Ran \\*it\\*](<https://example.org/%3C1%3E>)

  For: It runs

  Two parts:

  - a
  - b

  Seen by Mina\\_K.

### CARE

**Do \\[m.b\\]**: see CRAFT.

### Further wins

- 2026-01-05 · Loose`);
  });

  it('has the stories of achieved milestones, in the words of the person', () => {
    const told: Fact = {
      t: 'portfolio',
      what: 'story',
      about: 'm.a',
      fields: { text: 'It was late.' },
    };
    expect(textOf(draft([told]), 'stories')).toBeUndefined();
    const done: Fact = { t: 'milestone-achieved', milestone: 'm.a' };
    expect(textOf(draft([told, done]), 'stories')).toBe('### Do \\[m.a\\]\n\nIt was late.');
    expect(textOf(draft([done]), 'stories')).toBeUndefined();
  });

  it('takes over the summary and the title of the last one, and tells what came since', () => {
    const first = { ...draft([]), title: 'My case' };
    const sections = [{ id: 'summary', title: 'Summary', text: 'Three results.' }];
    const next = draft([
      piece('m.a', { title: 'Before' }),
      packet({ ...first, sections }),
      piece('m.a', { title: 'After' }),
      { t: 'milestone-achieved', milestone: 'm.b' },
      { t: 'milestone-achieved', milestone: 'm.c' },
      { t: 'milestone-recalled', milestone: 'm.c', what: 'attestation', rating: 3 },
    ]);
    expect(next.title).toBe('My case');
    expect(textOf(next, 'summary')).toBe('Three results.');
    expect(textOf(next, 'growth')).toBe(
      [
        'The last packet was saved on 2026-01-05.',
        'Achieved since:',
        '- Do \\[m.b\\]\n- Do \\[m.c\\]',
        'Shown again since:',
        '- Do \\[m.c\\]',
        'Evidence since:',
        '- 2026-01-05 · After',
      ].join('\n\n'),
    );
  });

  it('shows reviews and gaps to the manager, the own note to oneself, none of it to a committee', () => {
    const facts: readonly Fact[] = [
      packet(draft([])),
      {
        t: 'portfolio',
        what: 'review',
        about: 'a:3',
        fields: { who: 'Ana', role: 'manager', date: '2026-01-04', note: 'Numbers\nfirst.' },
      },
      {
        t: 'portfolio',
        what: 'career',
        about: '',
        fields: {
          role: 'Staff',
          employer: '',
          ladder: '',
          education: 'M.Sc.',
          experience: '',
          note: 'No degree asked.',
        },
      },
      setting('targetDate', '2026-03-01'),
      { t: 'milestone-started', milestone: 'm.b' },
      piece('m.c', { title: 'x', criterion: 'one' }),
    ];
    const ids = (audience: PacketDocument['audience']) =>
      draft(facts, { audience }).sections.map(({ id }) => id);
    expect(ids('self')).toEqual(['summary', 'evidence', 'growth', 'gaps', 'reviews', 'career']);
    expect(ids('manager')).toEqual(['summary', 'evidence', 'growth', 'gaps', 'reviews']);
    expect(ids('committee')).toEqual(['summary', 'evidence', 'growth']);
    expect(textOf(draft(facts), 'reviews')).toBe('- 2026-01-04 · Ana (manager): Numbers\n  first.');
    expect(textOf(draft(facts), 'career')).toBe(
      '- Role: Staff\n- Education: M.Sc.\n\nNo degree asked.',
    );
    expect(textOf(draft(facts), 'gaps'))
      .toBe(`- **CRAFT**: find evidence for “Do \\[m.b\\]”: It runs
- **CARE**: complete “Do \\[m.c\\]”

Target date: 2026-03-01.

Under way or to start this quarter:

- Do \\[m.b\\]
- Do \\[m.c\\]
- Do \\[m.a\\]`);
  });

  it('leaves out what was taken back', () => {
    expect(
      textOf(draft([piece('m.a', { title: 'Gone' }), undo('a:3')]), 'evidence'),
    ).toBeUndefined();
  });

  it.each([
    ['2026-01-01', '2026-01-01', undefined],
    ['2026-02-01', '2026-01-01', 'The period ends before it begins.'],
    ['', '2026-01-01', 'Give both dates of the period.'],
    ['2026-01-01', '2026-02-31', 'Give both dates of the period.'],
  ])('judges the period from %s to %s', (from, to, problem) => {
    expect(periodProblem(from, to)).toBe(problem);
  });

  it('escapes what would be marks', () => {
    expect(escapeMarkdown('a_b *c* <d> [e](f)\n# g')).toBe(
      'a\\_b \\*c\\* \\<d\\> \\[e\\](f) \\# g',
    );
  });
});

describe('a packet as a file', () => {
  const document: PacketDocument = {
    title: 'My case',
    stage: 'mid',
    audience: 'manager',
    from: '2026-01-01',
    to: '2026-06-30',
    sections: [
      { id: 'summary', title: 'Summary', text: 'Three results.\n' },
      { id: 'gaps', title: 'Gaps', text: ' ' },
    ],
  };

  it('is one Markdown document, without what is empty', () => {
    expect(packetMarkdown(document, 'Mid')).toBe(
      '# My case\n\nMid · 2026-01-01 to 2026-06-30 · for my manager\n\n## Summary\n\nThree results.\n',
    );
  });

  it('is JSON with a version, and the reviews', () => {
    const learner = fold(
      NOBODY,
      logOf([
        packet(document),
        {
          t: 'portfolio',
          what: 'review',
          about: 'a:1',
          fields: { who: 'Bo', role: 'peer', date: '2026-07-01', note: 'Clear.' },
        },
      ]),
    );
    const [version] = portfolioOf(learner).packets;
    expect(version && JSON.parse(packetJson(version, '2026-06-30'))).toEqual({
      format: 'cairn-packet',
      version: 1,
      savedOn: '2026-06-30',
      ...document,
      reviews: [{ who: 'Bo', role: 'peer', date: '2026-07-01', note: 'Clear.' }],
    });
  });
});

describe('the difference of two versions', () => {
  const of = (sections: Readonly<Record<string, string>>): PacketDocument => ({
    title: '',
    stage: '',
    audience: 'self',
    from: '',
    to: '',
    sections: Object.entries(sections).map(([id, text]) => ({ id, title: id, text })),
  });

  it('is told section by section, line by line', () => {
    const changed = comparePackets(of({ a: 'x\ny\nz', old: 'o' }), of({ a: 'x\nY\nz', b: 'n' }));
    expect(
      changed.map(({ id, lines }) => [id, lines.map(({ is, text }) => `${is} ${text}`)]),
    ).toEqual([
      ['a', ['same x', 'gone y', 'added Y', 'same z']],
      ['b', ['added n']],
      ['old', ['gone o']],
    ]);
  });

  it('gives back both texts, and is empty for equal ones', () => {
    const line = fc.constantFrom('a', 'b', 'c', '');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const lines = compareLines(before, after);
        const but = (is: string) => lines.filter((one) => one.is !== is).map(({ text }) => text);
        expect(but('added')).toEqual(before);
        expect(but('gone')).toEqual(after);
        expect(compareLines(after, after).every(({ is }) => is === 'same')).toBe(true);
      }),
    );
  });

  it('does not take for ever on long texts', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `${i}`);
    expect(compareLines(long, long.toReversed())).toHaveLength(4000);
  });
});
