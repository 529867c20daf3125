import { describe, expect, it } from 'vitest';
import type {
  CurriculumGraph,
  Milestone,
  ReferenceChunk,
} from '../../../../src/domain/curriculum/types.ts';
import type { Fact } from '../../../../src/domain/log/event.ts';
import {
  allCompetencies,
  allContents,
  allMilestones,
  moved,
  shownMilestones,
} from '../../../../src/domain/milestones/catalogue.ts';
import type {
  LadderDocument,
  OwnMilestoneFields,
} from '../../../../src/domain/milestones/ladder.ts';
import { portfolioOf, type Portfolio } from '../../../../src/domain/milestones/portfolio.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { logOf } from '../support/events.ts';

const milestone = (id: string, stage: string): Milestone => ({
  id,
  title: id,
  stage,
  track: 'code',
  class: 'durable',
  skills: [],
});
const GRAPH: CurriculumGraph = {
  version: '',
  title: '',
  stages: ['entry', 'mid'].map((id) => ({ id, title: id, summary: '' })),
  tracks: [],
  skills: [],
  // Not in climbing order: the stages decide.
  milestones: [milestone('m.mid', 'mid'), milestone('m.a', 'entry'), milestone('m.b', 'entry')],
  retired: {},
};
const REFERENCE: ReferenceChunk = {
  milestones: [
    {
      id: 'm.a',
      summary: 'As the curriculum has it',
      criteria: [],
      strong: [],
      weak: [],
      competencies: ['craft'],
      weeks: 4,
      story: '',
      covers: [],
    },
  ],
  competencies: [{ id: 'craft', title: 'Craft', summary: '', skills: [] }],
  claims: [],
  statements: [],
  sources: [],
};
const LADDER: LadderDocument = {
  name: 'Example',
  summary: '',
  levels: [
    { id: 'l1', name: 'Engineer', stage: 'entry' },
    { id: 'l2', name: 'Senior', stage: 'mid' },
  ],
  themes: [
    { id: 'delivery', name: 'Delivery' },
    { id: 'people', name: 'People' },
  ],
  competencies: [
    { id: 'c1', summary: 'Ships', level: 'l1', theme: 'delivery', examples: ['A launch'] },
    { id: 'c2', summary: 'Estimates', level: 'l1', theme: 'delivery', examples: ['A plan'] },
    { id: 'c3', summary: 'Mentors', level: 'l2', theme: 'people', examples: [] },
  ],
};
const OWN: OwnMilestoneFields = {
  title: 'Spoke at a meetup',
  stage: 'entry',
  class: 'one-off',
  summary: 'Half an hour',
  criteria: [{ id: 'one', text: 'It was held' }],
  competencies: ['craft'],
  skills: ['code.git'],
  story: 'What came of it?',
  weeks: 3,
};

const setLadder: Fact = { t: 'portfolio', what: 'ladder', about: '', fields: { ladder: LADDER } };
const addOwn: Fact = { t: 'portfolio', what: 'milestone', about: 'own.talk', fields: OWN };
const hide = (about: string): Fact => ({
  t: 'portfolio',
  what: 'hidden',
  about,
  fields: { on: true },
});
const arrange = (order: readonly string[]): Fact => ({
  t: 'portfolio',
  what: 'order',
  about: 'entry',
  fields: { order },
});
const after = (...facts: readonly Fact[]): Portfolio => portfolioOf(fold(NOBODY, logOf(facts)));
const ids = (milestones: readonly Milestone[]): readonly string[] => milestones.map(({ id }) => id);

describe('the milestones of a person', () => {
  it('are those of the curriculum by stage, then of their ladder, then their own', () => {
    expect(ids(allMilestones(GRAPH, after()))).toEqual(['m.a', 'm.b', 'm.mid']);
    expect(ids(allMilestones(GRAPH, after(setLadder, addOwn)))).toEqual([
      'm.a',
      'm.b',
      'ladder.l1.delivery',
      'own.talk',
      'm.mid',
      'ladder.l2.people',
    ]);
  });

  it('stand as they were arranged, and what came since stands last', () => {
    const portfolio = after(arrange(['m.b', 'm.a']), addOwn, setLadder);
    expect(ids(allMilestones(GRAPH, portfolio)).slice(0, 4)).toEqual([
      'm.b',
      'm.a',
      'ladder.l1.delivery',
      'own.talk',
    ]);
  });

  it('are shown but for the hidden ones', () => {
    const portfolio = after(hide('m.a'), addOwn, hide('own.talk'));
    expect(ids(shownMilestones(GRAPH, portfolio))).toEqual(['m.b', 'm.mid']);
    expect(ids(allMilestones(GRAPH, portfolio))).toContain('m.a');
  });

  it('have the title, class and skills that were given to them', () => {
    const all = allMilestones(GRAPH, after(setLadder, addOwn));
    expect(all.find(({ id }) => id === 'own.talk')).toEqual({
      id: 'own.talk',
      title: 'Spoke at a meetup',
      stage: 'entry',
      track: '',
      class: 'one-off',
      skills: ['code.git'],
    });
    expect(all.find(({ id }) => id === 'ladder.l2.people')).toMatchObject({
      title: 'People: Senior',
      class: 'durable',
      stage: 'mid',
    });
  });
});

describe('the details of milestones', () => {
  it('hold every expectation of a ladder as a criterion, its examples as what is strong', () => {
    const contents = allContents(REFERENCE, after(setLadder));
    expect([...contents.keys()]).toEqual(['m.a', 'ladder.l1.delivery', 'ladder.l2.people']);
    expect(contents.get('ladder.l1.delivery')).toMatchObject({
      summary: 'What Example asks for.',
      criteria: [
        { id: 'c1', text: 'Ships' },
        { id: 'c2', text: 'Estimates' },
      ],
      strong: ['A launch', 'A plan'],
      competencies: ['ladder.delivery'],
      weeks: 26,
    });
  });

  it('are those of one’s own before the curriculum has come', () => {
    const contents = allContents(undefined, after(addOwn));
    expect([...contents]).toEqual([
      [
        'own.talk',
        {
          id: 'own.talk',
          summary: 'Half an hour',
          criteria: [{ id: 'one', text: 'It was held' }],
          strong: [],
          weak: [],
          competencies: ['craft'],
          weeks: 3,
          story: 'What came of it?',
          covers: [],
        },
      ],
    ]);
  });
});

describe('the competencies of a person', () => {
  it('are those of the curriculum, then the themes of their ladder', () => {
    expect(allCompetencies(undefined, after())).toEqual([]);
    expect(
      allCompetencies(REFERENCE, after(setLadder)).map(({ id, summary }) => [id, summary]),
    ).toEqual([
      ['craft', ''],
      ['ladder.delivery', 'From Example.'],
      ['ladder.people', 'From Example.'],
    ]);
  });
});

describe('moving a milestone', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => milestone(id, 'entry'));
  const others = [...all, milestone('e', 'mid')];
  const none = new Set<string>();
  const entry = (id: string) => ({ id, stage: 'entry' });

  it('swaps it with its neighbour of the same stage', () => {
    expect(moved(others, none, entry('b'), -1)).toEqual(['b', 'a', 'c', 'd']);
    expect(moved(others, none, entry('b'), 1)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('passes over hidden ones, which stay where they are', () => {
    expect(moved(others, new Set(['b']), entry('c'), -1)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('changes nothing at an end, or for one that is not there', () => {
    for (const [id, by] of [
      ['a', -1],
      ['d', 1],
      ['x', 1],
      ['e', -1],
    ] as const) {
      expect(moved(others, none, entry(id), by)).toEqual(['a', 'b', 'c', 'd']);
    }
  });
});
