import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteOfCard, skillOfCard } from '../../../../src/domain/curriculum/types.ts';
import { graphOf, milestone, skill } from '../study/support.ts';

const index = graphOf(
  [
    skill('a.root'),
    skill('a.left', { requires: ['a.root'] }),
    skill('b.right', { requires: ['a.root', 'gone'] }),
    skill('a.top', { requires: ['a.left', 'b.right'] }),
    skill('constructor'),
  ],
  {
    milestones: [
      milestone('m.1', { skills: ['a.top', 'a.root'] }),
      milestone('m.2', { skills: ['a.top'] }),
    ],
  },
);

describe('the graph', () => {
  it('finds each thing by its id', () => {
    expect(index.skill('b.right')?.title).toBe('b.right');
    expect(index.milestone('m.2')?.skills).toEqual(['a.top']);
    expect(index.stage('mid')?.title).toBe('mid');
    expect(index.track('b')?.title).toBe('b');
    expect(index.skill('constructor')?.id).toBe('constructor');
  });

  it('has nothing under an unknown id, nor under a name that every object has', () => {
    for (const id of ['gone', '', '__proto__', 'toString']) {
      expect(index.skill(id)).toBeUndefined();
      expect(index.milestone(id)).toBeUndefined();
      expect(index.stage(id)).toBeUndefined();
      expect(index.track(id)).toBeUndefined();
      expect(index.unlocks(id).filter((one) => one.id !== 'b.right')).toEqual([]);
      expect(index.feeds(id)).toEqual([]);
      expect(index.dependents(id)).toBe(0);
      expect(index.altitude(id)).toBe(-1);
    }
  });

  it('says what requires a skill directly, in graph order', () => {
    expect(index.unlocks('a.root').map(({ id }) => id)).toEqual(['a.left', 'b.right']);
    expect(index.unlocks('a.top')).toEqual([]);
  });

  it('counts what requires a skill through others once', () => {
    expect(index.dependents('a.root')).toBe(3);
    expect(index.dependents('a.left')).toBe(1);
    expect(index.dependents('a.top')).toBe(0);
  });

  it('counts the climb from the lowest stage', () => {
    expect(['low', 'mid', 'high'].map(index.altitude)).toEqual([0, 1, 2]);
  });

  it('says which milestones stand on a skill', () => {
    expect(index.feeds('a.top').map(({ id }) => id)).toEqual(['m.1', 'm.2']);
    expect(index.feeds('a.left')).toEqual([]);
  });

  it('counts dependents as walking the graph does, for any graph', () => {
    const size = 12;
    const names = Array.from({ length: size }, (_, i) => `s${i}`);
    const needs = fc.tuple(...names.map((_, i) => fc.subarray(names.slice(0, i))));
    fc.assert(
      fc.property(needs, (requires) => {
        const graph = graphOf(names.map((id, i) => skill(id, { requires: requires[i] ?? [] })));
        const below = (id: string): readonly string[] => {
          const direct = requires[names.indexOf(id)] ?? [];
          return [...direct, ...direct.flatMap(below)];
        };
        const under = names.map((id) => new Set(below(id)));
        for (const id of names) {
          expect(graph.dependents(id)).toBe(under.filter((all) => all.has(id)).length);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the parts of a card id', () => {
  it.each([
    ['math.prob/bayes', 'math.prob', 'math.prob/bayes'],
    ['math.prob/bayes~reversed', 'math.prob', 'math.prob/bayes'],
    ['math.prob/bayes~12', 'math.prob', 'math.prob/bayes'],
  ])('%s', (id, skillId, note) => {
    expect(skillOfCard(id)).toBe(skillId);
    expect(noteOfCard(id)).toBe(note);
  });

  it('name no skill of the curriculum without a slash', () => {
    expect(index.skill(skillOfCard('a.root'))).toBeUndefined();
    expect(index.skill(skillOfCard(''))).toBeUndefined();
  });
});
