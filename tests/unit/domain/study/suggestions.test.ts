import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import type { CurriculumGraph, Skill } from '../../../../src/domain/curriculum/types.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { suggestions } from '../../../../src/domain/study/suggestions.ts';

const skill = (id: string, requires: readonly string[] = []): Skill => ({
  id,
  title: id,
  track: id.slice(0, 1),
  stage: 'entry',
  requires,
  encompasses: [],
  cards: 4,
  critical: [],
  depth: requires.length,
  column: 0,
  row: 0,
});

const graph: CurriculumGraph = {
  version: '',
  title: '',
  stages: [{ id: 'entry', title: 'Entry', summary: '' }],
  tracks: [],
  skills: [
    skill('a.root'),
    skill('b.lone'),
    skill('a.next', ['a.root']),
    skill('a.top', ['a.next']),
  ],
  milestones: [],
  retired: {},
};
const index = indexGraph(graph);

const suggested = (...facts: readonly Fact[]) => {
  const events = facts.map((fact, i) => ({
    v: 1,
    d: 'd',
    n: i + 1,
    h: i + 1,
    w: 1e12,
    z: 'UTC',
    ...fact,
  }));
  const learner = fold(NOBODY, events);
  return suggestions(index, learner, standings(index, learner, 11_575)).map((one) => ({
    id: one.skill.id,
    reason: one.reason,
  }));
};

describe('suggestions', () => {
  it('says how many skills one opens, directly or through others', () => {
    expect(suggested()).toEqual([
      { id: 'a.root', reason: { kind: 'opens', skills: 2 } },
      { id: 'b.lone', reason: { kind: 'stands-alone' } },
    ]);
  });

  it('puts what is begun first and says how many cards are left', () => {
    const [first] = suggested({ t: 'review', card: 'b.lone/one', rating: 3, took: 1 });
    expect(first).toEqual({ id: 'b.lone', reason: { kind: 'begun', left: 3 } });
  });

  it('knows what was started ahead of its prerequisites', () => {
    const all = suggested({ t: 'skill-started', skill: 'a.top', on: true });
    expect(all).toContainEqual({ id: 'a.top', reason: { kind: 'chosen' } });
  });

  it('names the goal for what leads there, and puts that first', () => {
    const goal = { t: 'setting', key: 'goal', value: 'b.lone' } as const;
    const begun = { t: 'review', card: 'a.root/1', rating: 3, took: 1 } as const;
    expect(suggested(goal, begun)).toEqual([
      { id: 'b.lone', reason: { kind: 'goal', title: 'b.lone' } },
      { id: 'a.root', reason: { kind: 'begun', left: 3 } },
    ]);
  });
});
