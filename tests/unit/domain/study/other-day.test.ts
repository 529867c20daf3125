import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../../src/domain/log/event.ts';
import { inOrder } from '../../../../src/domain/log/order.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { presentOf, showDay, type DayShown } from '../../../../src/domain/study/other-day.ts';
import { atPace, paceOf } from '../../../../src/domain/study/pace.ts';
import { evidence, HOUR, undo, writer } from '../support/events.ts';
import { cards, graphOf, noon, rated, set, skill, TODAY } from './support.ts';

const index = graphOf([
  skill('a.one', { cards: 8 }),
  skill('a.next', { cards: 8, requires: ['a.one'] }),
]);

/** Ten days of a card each, a stage set and a milestone achieved on the way, and one answer taken back a day later. */
const life = (): readonly StoredEvent[] => {
  const write = writer();
  const events: StoredEvent[] = [write(set('stage', 'low'), noon(TODAY - 40))];
  cards('a.one', 8).forEach((card, i) => {
    for (const fact of rated([card], 4)) events.push(write(fact, noon(TODAY - 20 + i)));
  });
  const regretted = events.at(-1) as StoredEvent;
  events.push(write({ t: 'evidence', milestone: 'm.a', fields: evidence() }, noon(TODAY - 12)));
  events.push(write({ t: 'milestone-achieved', milestone: 'm.a' }, noon(TODAY - 12)));
  events.push(write(set('stage', 'mid'), noon(TODAY - 11)));
  events.push(write(undo(regretted), noon(TODAY - 10)));
  return events;
};
const events = life();
const log = inOrder(events);
const present = presentOf(log, index.graph);

const show = (day: number, keepsPace = false): DayShown =>
  showDay(log, present, { graph: index.graph, today: TODAY, day, keepsPace });

describe('a past day', () => {
  it('is what the log held at its end, nothing later', () => {
    for (let day = TODAY - 41; day < TODAY; day++) {
      const then = fold(
        NOBODY,
        events.filter(({ w }) => w <= noon(day)),
      );
      expect(show(day)).toEqual({
        standing: standings(index, then, day),
        person: {
          settings: then.settings,
          started: then.started,
          milestones: new Map(
            [...then.milestones].map(([id, { achievedAt }]) => [id, { achievedAt }]),
          ),
        },
      });
    }
  });

  it('has of milestones what was achieved by then, and one to come what is by now', () => {
    const isAchieved = (day: number, keepsPace = false): boolean =>
      Boolean(show(day, keepsPace).person.milestones.get('m.a')?.achievedAt);
    expect([-13, -12, -1].map((days) => isAchieved(TODAY + days))).toEqual([false, true, true]);
    expect([isAchieved(TODAY + 30), isAchieved(TODAY + 30, true)]).toEqual([true, true]);
  });

  it('still has what was taken back on a later day, and the stage of its time', () => {
    expect(show(TODAY - 13).standing.get('a.one')?.seen).toBe(8);
    expect(show(TODAY - 10).standing.get('a.one')?.seen).toBe(7);
    expect(show(TODAY - 13).person.settings.stage).toBe('low');
    expect(show(TODAY - 11).person.settings.stage).toBe('mid');
  });

  it('ends at the hour at which the person has set their days to end', () => {
    const write = writer();
    const late = [
      write(set('rolloverHour', 6), noon(TODAY - 5)),
      ...rated(['a.one/0']).map((fact) => write(fact, noon(TODAY - 3) - 7 * HOUR)),
    ];
    const shown = (day: number): number | undefined =>
      showDay(inOrder(late), presentOf(inOrder(late), index.graph), {
        graph: index.graph,
        today: TODAY,
        day,
        keepsPace: false,
      }).standing.get('a.one')?.seen;
    expect(shown(TODAY - 4)).toBe(1);
    expect(shown(TODAY - 5)).toBe(0);
  });
});

describe('a day to come', () => {
  it('is the present memory, older, if one stops today', () => {
    expect(show(TODAY + 30).standing).toEqual(standings(index, present, TODAY + 30));
  });

  it('is the course of the present pace, if one keeps it', () => {
    const later = atPace(index, present, paceOf(present, TODAY), TODAY, TODAY + 30);
    expect(show(TODAY + 30, true).standing).toEqual(standings(index, later, TODAY + 30));
    expect(show(TODAY + 30, true).standing).not.toEqual(show(TODAY + 30).standing);
  });
});
