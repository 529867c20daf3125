import { describe, expect, it } from 'vitest';
import { UNSEEN, type CardMemory } from '../../../../src/domain/memory/scheduler.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { groundOf, isLeech, leechAction } from '../../../../src/domain/study/leech.ts';
import { cards, graphOf, learnerAfter, rated, skill, TODAY } from './support.ts';

const lapsed = (lapses: number): CardMemory => ({ ...UNSEEN, phase: 'review', reps: 20, lapses });
const settings = (leechLapses: number, action: 'tag' | 'suspend' = 'tag') => ({
  ...DEFAULT_SETTINGS,
  leechLapses,
  leechAction: action,
});

describe('a leech', () => {
  it('is a card that was forgotten as often as the settings say', () => {
    expect([7, 8, 9].map((lapses) => isLeech(lapsed(lapses), settings(8)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(isLeech(lapsed(99), settings(0))).toBe(false);
  });

  it('is dealt with when it becomes one, and after every half as many lapses more', () => {
    const struck = (limit: number): readonly number[] =>
      Array.from({ length: 20 }, (_, before) => before + 1).filter((lapses) =>
        leechAction(lapsed(lapses - 1), lapsed(lapses), settings(limit)),
      );
    expect(struck(8)).toEqual([8, 12, 16, 20]);
    expect(struck(5)).toEqual([5, 8, 11, 14, 17, 20]);
    expect(struck(1)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(struck(0)).toEqual([]);
  });

  it('is dealt with as the settings say, and only by a lapse', () => {
    expect(leechAction(lapsed(7), lapsed(8), settings(8, 'suspend'))).toBe('suspend');
    expect(leechAction(lapsed(7), lapsed(8), settings(8, 'tag'))).toBe('tag');
    expect(leechAction(lapsed(8), lapsed(8), settings(8))).toBeUndefined();
  });
});

describe('the ground of a card', () => {
  const index = graphOf([
    skill('a.well'),
    skill('a.half'),
    skill('a.not'),
    skill('b.top', { requires: ['a.well', 'a.half', 'a.not', 'a.gone'] }),
  ]);
  const learner = learnerAfter([
    TODAY - 2,
    [...rated(cards('a.well', 5), 4), ...rated(cards('a.half', 2), 4)],
  ]);
  const ground = (id: string) => groundOf(index, standings(index, learner, TODAY), id);

  it('is what its skill requires, the least known first', () => {
    expect(ground('b.top/0').map((one) => one.skill.id)).toEqual(['a.not', 'a.half', 'a.well']);
    const known = ground('b.top/0').map((one) => one.known);
    expect(known[0]).toBe(0);
    expect(known[1]).toBeCloseTo(0.4, 1);
    expect(known[2]).toBeGreaterThan(0.9);
  });

  it('is nothing for a skill at the bottom, or one that is gone', () => {
    expect(ground('a.well/0')).toEqual([]);
    expect(ground('z.gone/0')).toEqual([]);
  });
});
