import { describe, expect, it } from 'vitest';
import type { Fact, Rating, StoredEvent } from '../../../../src/domain/log/event.ts';
import { NOT_STARTED } from '../../../../src/domain/milestones/fold.ts';
import {
  attestationDay,
  checkinDay,
  checkinReason,
  storyDay,
  type Asked,
} from '../../../../src/domain/milestones/outcomes.ts';
import { DAY_MS } from '../../../../src/domain/calendar/study-day.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';

const ID = 'm.one';
const DAY = 20_000;
const noon = (day: number): number => day * DAY_MS + DAY_MS / 2;

/** The learner after facts, each on a day. */
const after = (...facts: readonly (readonly [day: number, fact: Fact])[]) =>
  fold(
    NOBODY,
    facts.map(([day, fact], i): StoredEvent => ({
      v: 1,
      d: 'a',
      n: i + 1,
      h: noon(day) + i,
      w: noon(day) + i,
      z: 'UTC',
      ...fact,
    })),
  );

const asked = (learner: ReturnType<typeof after>, day: number): Asked => ({
  milestone: ID,
  progress: learner.milestones.get(ID) ?? NOT_STARTED,
  settings: learner.settings,
  time: noon(day),
  day,
});

const start: Fact = { t: 'milestone-started', milestone: ID };
const checkin = (rating: 2 | 3 | 4): Fact => ({ t: 'milestone-checkin', milestone: ID, rating });
const told = (what: 'story' | 'attestation', rating: Rating): Fact => ({
  t: 'milestone-recalled',
  milestone: ID,
  what,
  rating,
});

describe('what an answer would lead to', () => {
  it.each([2, 3, 4] as const)('is what the fold makes of it (check-in, %i)', (rating) => {
    const history = [
      [DAY, start],
      [DAY + 7, checkin(3)],
      [DAY + 16, checkin(4)],
    ] as const;
    const said = checkinDay(asked(after(...history), DAY + 30), rating);
    const became = after(...history, [DAY + 30, checkin(rating)]);
    expect(said).toBe(became.milestones.get(ID)?.checkin.dueDay);
  });

  it('heeds the target date in the same way', () => {
    const history = [
      [
        DAY,
        {
          t: 'setting',
          key: 'targetDate',
          value: new Date((DAY + 90) * DAY_MS).toISOString().slice(0, 10),
        },
      ],
      [DAY, start],
      [DAY + 20, checkin(4)],
    ] as const;
    const said = checkinDay(asked(after(...history), DAY + 60), 4);
    const became = after(...history, [DAY + 60, checkin(4)]);
    expect(said).toBe(DAY + 70);
    expect(said).toBe(became.milestones.get(ID)?.checkin.dueDay);
  });

  it('holds for a check-in before the start, too', () => {
    const said = checkinDay(asked(NOBODY, DAY), 3);
    expect(said).toBe(after([DAY, checkin(3)]).milestones.get(ID)?.checkin.dueDay);
  });

  it.each([1, 2, 3, 4] as const)('holds for stories and attestations (%i)', (rating) => {
    const history = [[DAY, { t: 'milestone-achieved', milestone: ID }]] as const;
    const now = asked(after(...history), DAY + 8);
    const story = after(...history, [DAY + 8, told('story', rating)]);
    const attestation = after(...history, [DAY + 8, told('attestation', rating)]);
    expect(storyDay(now, rating)).toBe(story.milestones.get(ID)?.story.dueDay);
    expect(attestationDay(now, rating)).toBe(attestation.milestones.get(ID)?.attestation.dueDay);
  });
});

describe('why a check-in comes when it does', () => {
  const due = (interval: number, reps = 1) => ({
    ...NOT_STARTED.checkin,
    reps,
    lastDay: DAY,
    dueDay: DAY + interval,
  });
  const aimingAt = (days: number) => ({
    ...DEFAULT_SETTINGS,
    targetDate: new Date((DAY + days) * DAY_MS).toISOString().slice(0, 10),
  });

  it.each([
    ['first', due(7, 0), DEFAULT_SETTINGS],
    ['shortest', due(7), DEFAULT_SETTINGS],
    ['longest', due(21), DEFAULT_SETTINGS],
    ['scheduler', due(12), DEFAULT_SETTINGS],
    ['scheduler', due(12), aimingAt(300)],
    ['target', due(12), aimingAt(37)],
  ] as const)('%s', (reason, memory, settings) => {
    expect(checkinReason(memory, settings)).toBe(reason);
  });
});
