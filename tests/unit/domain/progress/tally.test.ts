import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph, Skill } from '../../../../src/domain/curriculum/types.ts';
import { NOBODY } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import type { SkillState, Standing } from '../../../../src/domain/progress/standing.ts';
import { shownState, tally } from '../../../../src/domain/progress/tally.ts';

const skill = (id: string, stage = 'entry'): Skill => ({
  id,
  title: id,
  track: 't',
  stage,
  requires: [],
  encompasses: [],
  cards: 4,
  critical: [],
  depth: 0,
  column: 0,
  row: 0,
});

const graph: CurriculumGraph = {
  version: '',
  title: '',
  stages: ['entry', 'mid'].map((id) => ({ id, title: id, summary: '' })),
  tracks: [{ id: 't', title: 'T' }],
  skills: [skill('a'), skill('b'), skill('c'), skill('d', 'mid')],
  milestones: [],
  retired: {},
};
const index = indexGraph(graph);

const standing = (id: string, state: SkillState, more: Partial<Standing> = {}): Standing => ({
  skill: id,
  state,
  cards: 4,
  seen: 0,
  expected: 0,
  spread: 0,
  steady: 0,
  durable: 0,
  due: 0,
  overdue: 0,
  lastDay: undefined,
  missing: [],
  ...more,
});

const at = (stage: string, more: Partial<Learner> = {}): Learner => ({
  ...NOBODY,
  settings: { ...NOBODY.settings, stage },
  ...more,
});

describe('tally', () => {
  it('counts states, what is ready, and what is due', () => {
    const standings = new Map([
      ['a', standing('a', 'mastered', { seen: 4, due: 1 })],
      ['b', standing('b', 'ready', { seen: 4, due: 2 })],
      ['c', standing('c', 'learning', { seen: 1 })],
      ['d', standing('d', 'locked')],
    ]);
    const count = tally(index, at('entry'), standings, graph.skills);
    expect(count).toMatchObject({ skills: 4, ready: 2, due: 3 });
    expect(count.byState).toMatchObject({
      mastered: 1,
      ready: 1,
      learning: 1,
      locked: 1,
      fading: 0,
    });
  });

  it('counts no skills as nothing', () => {
    expect(tally(index, at('entry'), new Map(), [])).toMatchObject({ skills: 0, ready: 0, due: 0 });
  });
});

describe('shownState', () => {
  it('takes what lies below the person’s stage as known until it is studied', () => {
    expect(shownState(index, at('mid'), skill('a'), standing('a', 'next-up'))).toBe('assumed');
    const begun = standing('a', 'learning', { seen: 1 });
    expect(shownState(index, at('mid'), skill('a'), begun)).toBe('learning');
  });

  it('does not when the person chose to start it', () => {
    const learner = at('mid', { started: new Set(['a']) });
    expect(shownState(index, learner, skill('a'), standing('a', 'next-up'))).toBe('next-up');
  });

  it('is the plain state at the person’s stage and above', () => {
    expect(shownState(index, at('mid'), skill('d', 'mid'), standing('d', 'next-up'))).toBe(
      'next-up',
    );
    expect(shownState(index, at('entry'), skill('a'), undefined)).toBe('locked');
  });
});
