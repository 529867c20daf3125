import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type {
  Competency,
  CurriculumGraph,
  Milestone,
  MilestoneContent,
} from '../../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../../src/domain/log/event.ts';
import {
  readiness,
  type CompetencyReadiness,
} from '../../../../src/domain/milestones/readiness.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { START, START_DAY, evidence, logOf, review } from '../support/events.ts';

const skill = (id: string, stage: string, requires: readonly string[] = []) => ({
  id,
  title: id,
  track: 'code',
  stage,
  requires,
  encompasses: [],
  cards: 2,
  critical: [],
  depth: 0,
  column: 0,
  row: 0,
});
const milestone = (id: string, over: Partial<Milestone> = {}): Milestone => ({
  id,
  title: id,
  stage: 'mid',
  track: 'code',
  class: 'durable',
  skills: [],
  ...over,
});
const GRAPH: CurriculumGraph = {
  version: '',
  title: '',
  stages: ['entry', 'mid'].map((id) => ({ id, title: id, summary: '' })),
  tracks: [{ id: 'code', title: 'Code' }],
  skills: [
    skill('code.git', 'entry'),
    skill('code.review', 'mid'),
    skill('code.ci', 'mid'),
    skill('code.deep', 'mid', ['code.ci']),
  ],
  milestones: [
    milestone('m.a', { skills: ['code.deep', 'code.ci'] }),
    milestone('m.b', { class: 'perishable' }),
    milestone('m.entry', { stage: 'entry' }),
  ],
  retired: {},
};
const content = (id: string, competencies: readonly string[]): MilestoneContent => ({
  id,
  summary: '',
  criteria: [
    { id: 'one', text: 'First' },
    { id: 'two', text: 'Second' },
  ],
  strong: [],
  weak: [],
  competencies,
  weeks: 4,
  story: '',
  covers: [],
});
const CONTENTS = new Map(
  [content('m.a', ['craft']), content('m.b', ['craft', 'care']), content('m.entry', ['craft'])].map(
    (one) => [one.id, one],
  ),
);
const competency = (id: string, skills: readonly string[]): Competency => ({
  id,
  title: id,
  summary: '',
  skills,
});
const COMPETENCIES = [
  competency('none', ['code.git']),
  competency('known', ['code.review']),
  competency('craft', ['code.git', 'code.ci', 'code.deep']),
  competency('care', []),
];

const at = (facts: readonly Fact[], days = 0): readonly CompetencyReadiness[] => {
  const index = indexGraph(GRAPH);
  const learner = fold(NOBODY, logOf(facts, START));
  const day = START_DAY + days;
  return readiness({
    index,
    learner,
    day,
    stage: 'mid',
    milestones: GRAPH.milestones,
    contents: CONTENTS,
    competencies: COMPETENCIES,
    standings: standings(index, learner, day),
  });
};
const of = (all: readonly CompetencyReadiness[], id: string): CompetencyReadiness => {
  const found = all.find(({ competency: one }) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const added = (id: string, criterion: string, date = '2026-01-05'): Fact => ({
  t: 'evidence',
  milestone: id,
  fields: evidence({ criterion, date }),
});
const known: readonly Fact[] = ['code.review/a', 'code.review/b'].map((id) => review(id, 4));

describe('readiness', () => {
  it('lists what the stage asks for, gaps in proof before gaps in knowledge', () => {
    const all = at(known);
    expect(all.map(({ competency: { id } }) => id)).toEqual(['craft', 'care', 'known']);
    expect(all.map((one) => [one.lacksProof, one.lacksKnowledge])).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
  });

  it('sums what is expected to be known, with its spread and the last test', () => {
    const { knowledge } = of(at(known, 30), 'known');
    expect(knowledge).toMatchObject({ cards: 2, seen: 2, lastDay: START_DAY });
    expect(knowledge?.expected).toBeGreaterThan(1.5);
    expect(knowledge?.spread).toBeGreaterThan(0);
    expect(of(at([]), 'known').knowledge).toMatchObject({ seen: 0, lastDay: undefined });
    expect(of(at([]), 'care').knowledge).toBeUndefined();
  });

  it('goes from starting one to evidence, to saying it is done, and then has no gap', () => {
    expect(of(at([]), 'craft').steps).toMatchObject([
      { is: 'start', milestone: { id: 'm.a' } },
      { is: 'study', skill: { id: 'code.ci' } },
    ]);
    const begun: Fact = { t: 'milestone-started', milestone: 'm.a' };
    expect(of(at([begun]), 'craft').steps[0]).toMatchObject({ is: 'evidence', criterion: 'First' });
    const first = added('m.b', 'one');
    expect(of(at([begun, first]), 'craft').steps[0]).toMatchObject({
      is: 'evidence',
      milestone: { id: 'm.b' },
      criterion: 'Second',
    });
    const both = [begun, first, added('m.b', 'two', '2026-01-04')];
    expect(of(at(both), 'craft').steps[0]).toMatchObject({
      is: 'achieve',
      milestone: { id: 'm.b' },
    });
    const done = of(at([...both, { t: 'milestone-achieved', milestone: 'm.b' }]), 'craft');
    expect(done).toMatchObject({ lacksProof: false, newest: '2026-01-05' });
    expect(done.steps.map(({ is }) => is)).toEqual(['study']);
  });

  it('asks for what is stale to be shown again; achieved it stays', () => {
    const stale = of(at([{ t: 'milestone-achieved', milestone: 'm.b' }], 200), 'care');
    expect(stale).toMatchObject({ lacksProof: true, newest: '' });
    expect(stale.steps).toMatchObject([{ is: 'refresh', milestone: { id: 'm.b' } }]);
  });

  it('counts a win that was filed as evidence', () => {
    const facts: readonly Fact[] = [
      { t: 'portfolio', what: 'win', about: '', fields: evidence() },
      {
        t: 'portfolio',
        what: 'filed',
        about: 'a:1',
        fields: { milestone: 'm.a', criterion: 'one', on: true },
      },
      { t: 'milestone-started', milestone: 'm.a' },
    ];
    const [proof] = of(at(facts), 'craft').proofs;
    expect(proof?.criteria.map(({ evidence: own }) => own.length)).toEqual([1, 0]);
  });

  it('names a skill that can be begun before a locked one', () => {
    const all = at([review('code.ci/a', 4), review('code.ci/b', 4)]);
    expect(of(all, 'craft').steps.at(-1)).toMatchObject({ skill: { id: 'code.deep' } });
    expect(of(at([]), 'craft').steps.at(-1)).toMatchObject({ skill: { id: 'code.ci' } });
  });
});
