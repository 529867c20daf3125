import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { NOT_STARTED } from '../../../../src/domain/milestones/fold.ts';
import { milestonesDue, milestoneStanding } from '../../../../src/domain/milestones/standing.ts';
import { evidence } from '../support/events.ts';
import { learnerAfter, milestone, TODAY, type Days } from '../study/support.ts';

const durable = milestone('m');
const perishable = milestone('m', { class: 'perishable' });
const at = (one: typeof durable, day: number, ...days: Readonly<Days>) => {
  const { state, next } = milestoneStanding(one, learnerAfter(...days), day);
  return { state, next };
};
const start = (id = 'm'): Fact => ({ t: 'milestone-started', milestone: id });
const achieve = (id = 'm'): Fact => ({ t: 'milestone-achieved', milestone: id });
const recall = (what: 'story' | 'attestation'): Fact => ({
  t: 'milestone-recalled',
  milestone: 'm',
  what,
  rating: 4,
});

describe('where a milestone stands', () => {
  it('is not started, and asks for nothing', () => {
    expect(milestoneStanding(durable, learnerAfter(), TODAY)).toEqual({
      milestone: 'm',
      state: 'not-started',
      progress: NOT_STARTED,
      next: undefined,
    });
  });

  it('is in progress once started, and asks for a check-in', () => {
    expect(at(durable, TODAY, [TODAY, [start()]])).toEqual({
      state: 'in-progress',
      next: { task: 'checkin', day: TODAY + 7 },
    });
  });

  it('is in progress with evidence alone', () => {
    const added: Fact = { t: 'evidence', milestone: 'm', fields: evidence() };
    expect(at(durable, TODAY, [TODAY, [added]]).state).toBe('in-progress');
  });

  it('is not started any more when the start is undone', () => {
    const undone: Fact = { t: 'undo', target: 'a:3' };
    expect(at(durable, TODAY, [TODAY, [start(), undone]]).state).toBe('not-started');
  });

  it('is achieved, and asks for the story instead of check-ins', () => {
    expect(at(durable, TODAY, [TODAY - 20, [start()]], [TODAY, [achieve()]])).toEqual({
      state: 'achieved',
      next: { task: 'story', day: TODAY + 7 },
    });
  });

  it('stays achieved however long ago, unless it is perishable', () => {
    expect(at(durable, TODAY + 9999, [TODAY, [achieve()]]).state).toBe('achieved');
    expect(at(milestone('m', { class: 'one-off' }), TODAY + 9999, [TODAY, [achieve()]]).state).toBe(
      'achieved',
    );
  });

  it('needs refreshing from the day its attestation is due, until it is attested again', () => {
    const achieved = [TODAY, [achieve()]] as const;
    expect(at(perishable, TODAY + 179, achieved).state).toBe('achieved');
    expect(at(perishable, TODAY + 180, achieved).state).toBe('needs-refreshing');
    const refreshed = [TODAY + 200, [recall('attestation')]] as const;
    expect(at(perishable, TODAY + 200, achieved, refreshed).state).toBe('achieved');
    expect(at(perishable, TODAY + 200 + 365, achieved, refreshed).state).toBe('needs-refreshing');
  });

  it('asks for whichever comes first, story or attestation', () => {
    const achieved = [TODAY, [achieve()]] as const;
    expect(at(perishable, TODAY, achieved).next).toEqual({ task: 'story', day: TODAY + 7 });
    const told = [TODAY + 170, [recall('story')]] as const;
    const again = [TODAY + 175, [recall('story')]] as const;
    const attestation = { task: 'attestation', day: TODAY + 180 };
    expect(at(perishable, TODAY + 175, achieved, told, again).next).toEqual(attestation);
    expect(at(durable, TODAY + 175, achieved, told, again).next?.task).toBe('story');
  });
});

describe('the milestones that ask for something', () => {
  const all = ['late', 'later', 'soon', 'idle'].map((id) => milestone(id));
  const learner = learnerAfter(
    [TODAY - 9, [start('later')]],
    [TODAY - 8, [start('late')]],
    [TODAY - 6, [start('soon'), start('gone')]],
  );
  const due = (day: number) => milestonesDue(all, learner, day).map((one) => one.milestone);

  it('are those that are due, longest waiting first', () => {
    expect(due(TODAY)).toEqual(['later', 'late']);
    expect(due(TODAY + 1)).toEqual(['later', 'late', 'soon']);
    expect(due(TODAY - 9)).toEqual([]);
  });
});
