import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph, Skill } from '../../../../src/domain/curriculum/types.ts';
import { UNSEEN, type CardMemory } from '../../../../src/domain/memory/scheduler.ts';
import { cardsByStrength, cardsMet } from '../../../../src/domain/progress/cards-by-strength.ts';
import { NOBODY } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { knowledgeByTrack } from '../../../../src/domain/progress/track-knowledge.ts';

const TODAY = 20_000;

const skill = (id: string, cards: number): Skill => ({
  id,
  title: id,
  track: id.slice(0, id.indexOf('.')),
  stage: 'entry',
  requires: [],
  encompasses: [],
  cards,
  critical: [],
  depth: 0,
  column: 0,
  row: 0,
});

const graph: CurriculumGraph = {
  version: 'test',
  title: 'Test',
  stages: [{ id: 'entry', title: 'Entry', summary: '' }],
  tracks: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
    { id: 'c', title: 'C' },
  ],
  skills: [skill('a.one', 4), skill('a.two', 6), skill('b.one', 5)],
  milestones: [],
  retired: { 'a.one/gone': null },
};
const index = indexGraph(graph);

const card = (stability: number, lastDay = TODAY): CardMemory => ({
  ...UNSEEN,
  stability,
  difficulty: 5,
  phase: 'review',
  reps: 1,
  lastDay,
  dueDay: lastDay + 1,
});
const learner = (cards: Readonly<Record<string, CardMemory>>): Learner => ({
  ...NOBODY,
  cards: new Map(Object.entries(cards)),
});

describe('cards by strength', () => {
  const someone = learner({
    'a.one/x': card(1),
    'a.one/y': card(7),
    'a.two/x': card(20.9),
    'b.one/x': card(21),
    'b.one/y': UNSEEN,
    'a.one/gone': card(100),
    'z.unknown/x': card(100),
  });

  it('counts those met that are still part of the curriculum', () => {
    expect([...cardsMet(index, someone).keys()]).toEqual([
      'a.one/x',
      'a.one/y',
      'a.two/x',
      'b.one/x',
    ]);
  });

  it('adds up to the whole curriculum', () => {
    expect(cardsByStrength(index, cardsMet(index, someone))).toEqual({
      fresh: 11,
      learning: 1,
      steady: 2,
      durable: 1,
      all: 15,
    });
  });
});

describe('knowledge by track', () => {
  const someone = learner({
    'a.one/x': card(10, TODAY - 10),
    'a.two/x': card(10, TODAY - 10),
    'b.one/x': card(10),
  });
  const [a, b, c] = knowledgeByTrack(index, standings(index, someone, TODAY));

  it('expects as many cards as their recall adds up to', () => {
    expect(a).toMatchObject({ cards: 10, seen: 2 });
    expect(a?.expected).toBeCloseTo(1.8, 6);
    expect(b).toMatchObject({ cards: 5, seen: 1, expected: 1, spread: 0 });
  });

  it('adds up spreads as those of independent cards', () => {
    expect(a?.spread).toBeCloseTo(1.64 * Math.sqrt(2 * 0.9 * 0.1), 6);
  });

  it('lists a track without skills as empty', () => {
    expect(c).toEqual({ track: graph.tracks[2], cards: 0, seen: 0, expected: 0, spread: 0 });
  });
});
