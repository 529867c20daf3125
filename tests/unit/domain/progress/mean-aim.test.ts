import { describe, expect, it } from 'vitest';
import { meanAim } from '../../../../src/domain/progress/mean-aim.ts';
import { cards, graphOf, learnerAfter, rated, set, skill, TODAY } from '../study/support.ts';

const index = graphOf([skill('a.one'), skill('b.one')]);
const aims = [TODAY - 90, [set('retentionByTrack', { a: 0.7 })]] as const;

describe('what is aimed at on average', () => {
  it('is that of the settings where no track has another, or nothing was answered', () => {
    const history = [TODAY - 30, rated(cards('a.one', 3), 4)] as const;
    expect(meanAim(index, learnerAfter(history), TODAY - 90)).toBe(0.9);
    expect(meanAim(index, learnerAfter(aims, history), TODAY)).toBe(0.9);
  });

  it('counts each card that was answered since, by its track', () => {
    const learner = learnerAfter(
      aims,
      [TODAY - 60, rated(cards('b.one', 5), 4)],
      [TODAY - 10, rated([...cards('a.one', 3), 'b.one/0'], 4)],
    );
    expect(meanAim(index, learner, TODAY - 20)).toBeCloseTo((3 * 0.7 + 0.9) / 4);
    expect(meanAim(index, learner, -Infinity)).toBeCloseTo((3 * 0.7 + 5 * 0.9) / 8);
  });

  it('leaves out what is in its first steps: no review of it has been due yet', () => {
    const learner = learnerAfter(aims, [
      TODAY,
      [...rated(['a.one/0'], 1), ...rated(['b.one/0'], 4)],
    ]);
    expect(meanAim(index, learner, TODAY)).toBe(0.9);
  });
});
