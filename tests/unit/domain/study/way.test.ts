import { describe, expect, it } from 'vitest';
import { goalSkills, goalTitle, neededFor } from '../../../../src/domain/curriculum/goal.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { frontier } from '../../../../src/domain/study/frontier.ts';
import { answersUntilSteady, wayTo } from '../../../../src/domain/study/way.ts';
import { cards, graphOf, learnerAfter, milestone, rated, set, skill, TODAY } from './support.ts';

const index = graphOf(
  [
    skill('a.below', { stage: 'low' }),
    skill('a.root', { cards: 10, requires: ['a.below'] }),
    skill('b.other'),
    skill('a.next', { requires: ['a.root', 'c.gone'] }),
    skill('a.top', { stage: 'high', requires: ['a.next'] }),
  ],
  { milestones: [milestone('m.one', { title: 'One', skills: ['a.next', 'b.other'] })] },
);
type Days = Parameters<typeof learnerAfter>;
const way = (goal: string, ...days: Days) => {
  const learner = learnerAfter(...days);
  const found = wayTo(index, learner, standings(index, learner, TODAY), goal);
  return { ...found, skills: found.skills.map(({ id }) => id) };
};

describe('a goal', () => {
  it('is a skill, a milestone or a stage', () => {
    expect(goalSkills(index, 'a.top')).toEqual(['a.top']);
    expect(goalSkills(index, 'm.one')).toEqual(['a.next', 'b.other']);
    expect(goalSkills(index, 'high')).toEqual(['a.top']);
    expect(goalSkills(index, 'nothing')).toEqual([]);
    expect(['a.top', 'm.one', 'high', 'x'].map((id) => goalTitle(index, id))).toEqual([
      'a.top',
      'One',
      'high',
      undefined,
    ]);
  });

  it('needs everything below it', () => {
    expect([...neededFor(index, ['a.next'])]).toEqual(['a.next', 'a.root', 'c.gone', 'a.below']);
  });
});

describe('the way to a goal', () => {
  it('holds what is not ready, in order, but not what is taken as known', () => {
    expect(way('a.top').skills).toEqual(['a.root', 'a.next', 'a.top']);
    expect(way('m.one').skills).toEqual(['a.root', 'b.other', 'a.next']);
    expect(way('high').skills).toEqual(['a.root', 'a.next', 'a.top']);
    expect(way('nothing')).toEqual({ skills: [], cards: 0, takes: 0 });
  });

  it('gets shorter as cards become steady, and leaves out a skill once it is ready', () => {
    // Four fifths of 10 and of 5 cards.
    expect(way('a.next').cards).toBe(12);
    const some = way('a.next', [TODAY, rated(cards('a.root', 5), 4)]);
    expect(some).toMatchObject({ skills: ['a.root', 'a.next'], cards: 7 });
    const ready = way('a.next', [TODAY, rated(cards('a.root', 8), 4)]);
    expect(ready).toMatchObject({ skills: ['a.next'], cards: 4 });
    expect(ready.takes).toBeLessThan(some.takes);
  });

  it('takes one answer for a card that is begun, several for a new one', () => {
    const begun = way('b.other', [TODAY, rated(cards('b.other', 4), 3)]);
    const fresh = way('b.other');
    expect(begun.cards).toBe(fresh.cards);
    const answers = answersUntilSteady(learnerAfter(), 'b');
    expect(answers).toBeGreaterThan(1);
    expect(fresh.takes / begun.takes).toBeCloseTo(answers);
  });

  it('reckons with the lapses that the track of each skill lets happen', () => {
    const begun = [TODAY, rated(cards('b.other', 4), 3)] as const;
    const lower = [TODAY, [set('retentionByTrack', { b: 0.7 })]] as const;
    const ratio = way('b.other', begun, lower).takes / way('b.other', begun).takes;
    expect(ratio).toBeCloseTo((2 - 0.7) / (2 - 0.9));
    expect(way('a.next', lower)).toEqual(way('a.next'));
  });

  it('ends though a card never becomes steady', () => {
    const weak = [0.001, 0.001, 0.001, 0.001, ...Array.from({ length: 17 }, () => 0)];
    const learner = learnerAfter([TODAY, [set('parameters', weak)]]);
    expect(answersUntilSteady(learner, 'a')).toBeLessThanOrEqual(20);
  });
});

describe('new cards', () => {
  it('come first from the way to the goal, beyond the stage aimed at too', () => {
    const order = (...days: Days) => {
      const learner = learnerAfter(...days);
      return frontier(index, learner, standings(index, learner, TODAY)).map(({ id }) => id);
    };
    expect(order()).toEqual(['a.root', 'b.other']);
    expect(order([TODAY, [set('goal', 'b.other')]])).toEqual(['b.other', 'a.root']);
    const begun = [TODAY - 30, rated(cards('a.root', 9), 4)] as const;
    const next = [TODAY - 20, rated(cards('a.next', 5), 4)] as const;
    const near = [TODAY, [set('targetStage', 'mid'), set('goal', 'a.top')]] as const;
    expect(order(begun, next, near)).toEqual(['a.top', 'a.root', 'b.other']);
    expect(order(begun, next, [TODAY, [set('targetStage', 'mid')]])).not.toContain('a.top');
  });
});
