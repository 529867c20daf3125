import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph, Skill } from '../../../../src/domain/curriculum/types.ts';
import { UNSEEN, type CardMemory } from '../../../../src/domain/memory/scheduler.ts';
import {
  CARD_STATES,
  countStates,
  isInState,
  isPutOff,
} from '../../../../src/domain/progress/card-state.ts';
import { NOBODY } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';

const TODAY = 20_000;

const memory = (parts: Partial<CardMemory>): CardMemory => ({
  ...UNSEEN,
  stability: 10,
  difficulty: 5,
  phase: 'review',
  reps: 3,
  lastDay: TODAY - 5,
  dueDay: TODAY + 5,
  ...parts,
});

const learner: Learner = {
  ...NOBODY,
  cards: new Map([
    ['math.prob/due', memory({ dueDay: TODAY })],
    ['math.prob/later', memory({})],
    ['math.prob/steps', memory({ phase: 'learning', dueDay: TODAY, dueAt: 1 })],
    ['math.prob/again', memory({ phase: 'relearning', lapses: 8 })],
    ['math.prob/asleep', memory({ dueDay: TODAY - 1 })],
    ['math.prob/note~1', memory({ dueDay: TODAY })],
    ['code.git/due', memory({ dueDay: TODAY - 3, lapses: 7 })],
    ['math.prob/retired', memory({ dueDay: TODAY })],
    ['gone.skill/card', memory({ dueDay: TODAY })],
    ['math.prob/undone', UNSEEN],
  ]),
  suspended: new Set(['math.prob/asleep', 'code.git/never-seen', 'gone.skill/card']),
  flagged: new Set(['math.prob/later']),
  buried: new Map([
    ['math.prob/note', TODAY],
    ['math.prob/due', TODAY - 1],
  ]),
};

const skill = (id: string): Skill => ({
  id,
  title: id,
  track: id.slice(0, 4),
  stage: 'entry',
  requires: [],
  encompasses: [],
  cards: 10,
  critical: [],
  depth: 0,
  column: 0,
  row: 0,
});
const graph: CurriculumGraph = {
  version: '',
  title: '',
  stages: [],
  tracks: [],
  skills: [skill('math.prob'), skill('code.git')],
  milestones: [],
  retired: { 'math.prob/retired': null },
};

const statesOf = (id: string): readonly string[] =>
  CARD_STATES.filter((state) => isInState(learner, id, TODAY, state));

describe('states of a card', () => {
  it.each([
    ['math.prob/due', ['due']],
    ['math.prob/later', ['flagged']],
    ['math.prob/steps', ['due', 'learning']],
    ['math.prob/again', ['learning', 'leech']],
    ['math.prob/asleep', ['suspended']],
    ['math.prob/note~1', []],
    ['code.git/due', ['due']],
    ['code.git/never-seen', ['suspended', 'not-started']],
    ['math.prob/undone', ['not-started']],
  ])('%s: %j', (id, states) => {
    expect(statesOf(id)).toEqual(states);
  });

  it('puts off a whole note, for the day', () => {
    expect(isPutOff(learner, 'math.prob/note~2', TODAY)).toBe(true);
    expect(isPutOff(learner, 'math.prob/note~2', TODAY + 1)).toBe(false);
    expect(isInState(learner, 'math.prob/note~1', TODAY + 1, 'due')).toBe(true);
  });

  it('counts what the curriculum still has, and no more', () => {
    expect(countStates(indexGraph(graph), learner, TODAY, () => true)).toEqual({
      due: 3,
      learning: 2,
      suspended: 2,
      flagged: 1,
      leech: 1,
      'not-started': 13,
    });
  });

  it('counts only the chosen skills', () => {
    const inCode = countStates(indexGraph(graph), learner, TODAY, ({ track }) => track === 'code');
    expect(inCode).toEqual({
      due: 1,
      learning: 0,
      suspended: 1,
      flagged: 0,
      leech: 0,
      'not-started': 9,
    });
  });
});
