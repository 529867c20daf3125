import { describe, expect, it } from 'vitest';
import { recallCurve } from '../../../../src/domain/memory/recall-curve.ts';
import { createScheduler, UNSEEN } from '../../../../src/domain/memory/scheduler.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';

const scheduler = createScheduler(DEFAULT_SETTINGS);
const DAY = 20_000;
/** A card answered Good on two days, due some days after `DAY`. */
const card = [DAY - 20, DAY].reduce(
  (memory, day) => scheduler.rate('a.b/c', memory, 4, day * 86_400_000, day),
  UNSEEN,
);
const curveOn = (today: number) =>
  recallCurve(card, (day) => scheduler.retrievability(card, day), today);

describe('the curve that is drawn', () => {
  it('begins at the last review with certainty and only falls', () => {
    const { points, start } = curveOn(DAY + 3);
    expect(start).toEqual({ day: DAY, recall: 1 });
    expect(points[0]).toEqual(start);
    for (const [i, point] of points.entries()) {
      if (i > 0) expect(point.recall).toBeLessThan(points[i - 1]!.recall);
    }
  });

  it('goes on beyond the due day and beyond today', () => {
    const before = curveOn(DAY + 1);
    expect(before.end.day).toBeGreaterThan(card.dueDay);
    expect(before.points.at(-1)).toEqual(before.end);
    const late = curveOn(card.dueDay + 100);
    expect(late.end.day).toBeGreaterThan(card.dueDay + 100);
    expect(late.today.recall).toBeLessThan(late.due.recall);
  });

  it('spans a week at least', () => {
    const fresh = scheduler.rate('a.b/c', UNSEEN, 1, DAY * 86_400_000, DAY);
    const { start, end } = recallCurve(fresh, (day) => scheduler.retrievability(fresh, day), DAY);
    expect(end.day - start.day).toBe(7);
  });

  it('does not look before the last review when the clock went back', () => {
    expect(curveOn(DAY - 5).today).toEqual({ day: DAY, recall: 1 });
  });
});
