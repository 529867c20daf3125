import { describe, expect, it } from 'vitest';
import { schedulerFor } from '../../../../src/domain/progress/scheduler-for.ts';
import { cramOrder, dueLater, AHEAD_DAYS } from '../../../../src/domain/study/aside.ts';
import type { Fact, Rating } from '../../../../src/domain/log/event.ts';
import { graphOf, learnerAfter, rated, skill, TODAY } from './support.ts';

const index = graphOf([skill('a.1'), skill('b.1')], { retired: { 'a.1/retired': null } });
const EASY = 4;
const suspend = (card: string): Fact => ({ t: 'suspend', card, on: true });

describe('a session ahead of time', () => {
  const learner = learnerAfter(
    [TODAY - 400, rated(['a.1/overdue'], EASY)],
    [TODAY - 2, rated(['a.1/0', 'a.1/0~reversed', 'b.1/0', 'a.1/asleep', 'a.1/retired'], EASY)],
    [TODAY - 1, rated(['a.1/1'], EASY)],
    [TODAY, [suspend('a.1/asleep'), ...rated(['b.1/today'], EASY)]],
  );

  it('takes what is due on the next days, the soonest first', () => {
    const ids = dueLater(index, learner, TODAY);
    const days = ids.map((id) => learner.cards.get(id)?.dueDay ?? 0);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(Math.min(...days)).toBeGreaterThan(TODAY);
    expect(Math.max(...days)).toBeLessThanOrEqual(TODAY + AHEAD_DAYS);
    expect(ids.toSorted()).toEqual(['a.1/0', 'a.1/0~reversed', 'a.1/1', 'b.1/0']);
  });

  it('takes nothing that was answered today, and nothing of a person who has done nothing', () => {
    expect(dueLater(index, learnerAfter([TODAY, rated(['a.1/0'], EASY)]), TODAY)).toEqual([]);
    expect(dueLater(index, learnerAfter(), TODAY)).toEqual([]);
  });
});

describe('a cram session', () => {
  const cram = (card: string, rating: Rating): Fact => ({ t: 'cram', card, rating, took: 900 });
  const days = [
    [TODAY - 60, rated(['a.1/old'], EASY)],
    [TODAY - 9, rated(['a.1/0', 'b.1/0', 'a.1/asleep', 'a.1/retired', 'c.gone/0'], EASY)],
    [TODAY - 1, rated(['a.1/hard'], 2)],
  ] as const;
  const learner = learnerAfter(...days, [TODAY, [suspend('a.1/asleep')]]);

  it('takes all that was met, the likeliest forgotten on the day of the interview first', () => {
    const ids = cramOrder(index, learner, 'a', TODAY, TODAY + 20);
    const { retrievability } = schedulerFor(learner.settings);
    const recalls = ids.map((id) => {
      const card = learner.cards.get(id);
      return card ? retrievability(card, TODAY + 20) : NaN;
    });
    expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
    expect(ids.toSorted()).toEqual(['a.1/0', 'a.1/hard', 'a.1/old']);
    // Fresh, but soon forgotten: it matters for a later day only.
    expect(ids[0]).toBe('a.1/hard');
    expect(cramOrder(index, learner, 'a', TODAY, TODAY - 5)[0]).toBe('a.1/old');
  });

  it('interleaves the tracks', () => {
    const ids = cramOrder(index, learner, undefined, TODAY, TODAY);
    expect(ids).toHaveLength(4);
    expect(ids.indexOf('b.1/0')).toBeLessThan(3);
  });

  it('puts off what went well today, and not what did not', () => {
    const done = learnerAfter(...days, [TODAY, [cram('a.1/old', 3), cram('a.1/0', 1)]]);
    expect(cramOrder(index, done, 'a', TODAY, TODAY).at(-1)).toBe('a.1/old');
    expect(cramOrder(index, done, 'a', TODAY, TODAY)).toContain('a.1/0');
    const before = learnerAfter(...days, [TODAY - 1, [cram('a.1/old', 3)]]);
    expect(cramOrder(index, before, 'a', TODAY, TODAY)[0]).toBe('a.1/old');
  });
});
