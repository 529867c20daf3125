import { describe, expect, it } from 'vitest';
import type { GraphIndex } from '../../../../src/domain/curriculum/graph.ts';
import type { Skill } from '../../../../src/domain/curriculum/types.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { frontier, newCards, OPEN_SKILLS } from '../../../../src/domain/study/frontier.ts';
import { cards, graphOf, learnerAfter, rated, set, skill, TODAY } from './support.ts';

const EASY = 4;
const ids = (index: GraphIndex, learner: Learner): readonly string[] =>
  frontier(index, learner, standings(index, learner, TODAY)).map(({ id }) => id);

describe('the frontier', () => {
  const chain = graphOf([skill('a.root'), skill('a.next', { requires: ['a.root'], depth: 1 })]);

  it('begins with the skills that require nothing', () => {
    expect(ids(chain, learnerAfter())).toEqual(['a.root']);
  });

  it.each([
    [3, ['a.root']],
    [4, ['a.root', 'a.next']],
    [5, ['a.next']],
  ] as const)('with %i of 5 prerequisite cards steady, is %j', (steady, expected) => {
    expect(ids(chain, learnerAfter([TODAY, rated(cards('a.root', steady), EASY)]))).toEqual(
      expected,
    );
  });

  it('does not open on cards that are seen, but not steady', () => {
    expect(ids(chain, learnerAfter([TODAY, rated(cards('a.root', 5), 3)]))).toEqual([]);
  });

  it('waits for every prerequisite', () => {
    const both = graphOf([
      skill('a.one'),
      skill('b.two'),
      skill('a.top', { requires: ['a.one', 'b.two'] }),
    ]);
    const one = learnerAfter([TODAY, rated(cards('a.one', 5), EASY)]);
    expect(ids(both, one)).toEqual(['b.two']);
    const two = learnerAfter([TODAY, rated([...cards('a.one', 5), ...cards('b.two', 5)], EASY)]);
    expect(ids(both, two)).toEqual(['a.top']);
  });

  it('holds a skill started anyway, first, until that is taken back', () => {
    const start = { t: 'skill-started', skill: 'a.next', on: true } as const;
    expect(ids(chain, learnerAfter([TODAY, [start]]))).toEqual(['a.next', 'a.root']);
    expect(ids(chain, learnerAfter([TODAY, [start, { ...start, on: false }]]))).toEqual(['a.root']);
  });

  it('ignores a prerequisite that the curriculum no longer has', () => {
    expect(ids(graphOf([skill('a.one', { requires: ['a.gone'] })]), learnerAfter())).toEqual([
      'a.one',
    ]);
  });

  describe('and the stages', () => {
    const stages = graphOf([
      skill('a.low', { stage: 'low' }),
      skill('a.mid', { stage: 'mid', requires: ['a.low'], depth: 1 }),
      skill('a.high', { stage: 'high', requires: ['a.low'], depth: 2 }),
    ]);

    it('takes what lies below one’s own as known and does not offer it', () => {
      expect(ids(stages, learnerAfter())).toEqual(['a.mid', 'a.high']);
    });

    it('takes it as known only until it is studied', () => {
      const begun = learnerAfter([TODAY, rated(cards('a.low', 1))]);
      expect(ids(stages, begun)).toEqual(['a.low']);
    });

    it('ends at the target', () => {
      expect(ids(stages, learnerAfter([TODAY, [set('targetStage', 'mid')]]))).toEqual(['a.mid']);
    });

    it('has no end with a target that the curriculum does not know', () => {
      const lost = learnerAfter([TODAY, [set('targetStage', 'moon')]]);
      expect(ids(stages, lost)).toEqual(['a.mid', 'a.high']);
    });

    it('assumes nothing of a person at an unknown stage', () => {
      expect(ids(stages, learnerAfter([TODAY, [set('stage', 'moon')]]))).toEqual(['a.low']);
    });

    it('keeps a begun skill beyond the target', () => {
      const begun = learnerAfter([
        TODAY,
        [set('targetStage', 'mid'), ...rated(cards('a.high', 1))],
      ]);
      expect(ids(stages, begun)).toContain('a.high');
    });
  });

  it('puts begun skills first, then those that open more, then the shallow ones', () => {
    const index = graphOf([
      skill('a.deep', { depth: 2 }),
      skill('a.shallow', { depth: 1 }),
      skill('a.opens', { depth: 1 }),
      skill('a.begun', { depth: 9 }),
      skill('b.above', { requires: ['a.opens'], depth: 2 }),
    ]);
    const learner = learnerAfter([TODAY, rated(cards('a.begun', 1))]);
    expect(ids(index, learner)).toEqual(['a.begun', 'a.opens', 'a.shallow', 'a.deep']);
  });
});

describe('new cards', () => {
  const all = (): boolean => true;
  const nobody = learnerAfter();
  const cardsOf = ({ id, cards: count }: Skill): readonly string[] => cards(id, count);
  const tracksOf = (chosen: readonly string[]): string => chosen.map((id) => id[0]).join('');
  const lanes = ['a.1', 'a.2', 'b.1', 'c.1', 'c.2', 'c.3'].map((id) => skill(id));

  it('alternate between tracks while two have cards', () => {
    const chosen = newCards([skill('a.1'), skill('b.1')], cardsOf, nobody, 10, all);
    expect(tracksOf(chosen)).toBe('ababababab');
  });

  it('come in the order in which the skill has them', () => {
    const chosen = newCards([skill('a.1')], cardsOf, nobody, 3, all);
    expect(chosen).toEqual(['a.1/0', 'a.1/1', 'a.1/2']);
  });

  it('are as many as wanted, or as there are', () => {
    expect(newCards(lanes, cardsOf, nobody, 7, all)).toHaveLength(7);
    expect(newCards(lanes, cardsOf, nobody, 0, all)).toEqual([]);
    expect(newCards(lanes, cardsOf, nobody, 99, all)).toHaveLength(5 * OPEN_SKILLS);
    expect(newCards([], cardsOf, nobody, 5, all)).toEqual([]);
  });

  it('come from a few skills at a time', () => {
    const skills = new Set(
      newCards(lanes, cardsOf, nobody, 99, all).map((id) => id.slice(0, id.indexOf('/'))),
    );
    expect([...skills].sort()).toEqual(['a.1', 'a.2', 'b.1', 'c.1']);
  });

  it('are not cards seen before', () => {
    const learner = learnerAfter([TODAY, rated(cards('a.1', 2))]);
    expect(newCards([skill('a.1')], cardsOf, learner, 1, all)).toEqual(['a.1/2']);
  });

  it('are not two of one note', () => {
    const siblings = () => ['a.1/x', 'a.1/x~reversed', 'a.1/y~1', 'a.1/y~2'];
    expect(newCards([skill('a.1')], siblings, nobody, 4, all)).toEqual(['a.1/x', 'a.1/y~1']);
  });

  it('pass over skills whose track is not loaded', () => {
    const loaded = (one: Skill) => (one.track === 'a' ? undefined : cardsOf(one));
    expect(tracksOf(newCards(lanes, loaded, nobody, 2, all))).toBe('bc');
  });

  it('come from the next skills when nothing of the first is free', () => {
    const isFree = (id: string): boolean => id.startsWith('c.3');
    expect(newCards(lanes, cardsOf, nobody, 2, isFree)).toEqual(['c.3/0', 'c.3/1']);
  });

  it('alternate between tracks however far apart their skills stand', () => {
    const skills = [
      ...lanes.slice(0, 1),
      ...'defghi'.split('').map((id) => skill(`a.${id}`)),
      skill('b.1'),
    ];
    const isFree = (id: string): boolean => /^(a.1|b.1)/.test(id);
    expect(tracksOf(newCards(skills, cardsOf, nobody, 9, isFree))).toBe('ababababab'.slice(0, 9));
  });
});
