/** Whole days of studying as the app does it: plan, answer, put off, undo, come back, fly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../../src/domain/calendar/study-day.ts';
import { noteOfCard, type Skill } from '../../../../src/domain/curriculum/types.ts';
import { eventId, type EventId, type Fact, type Rating } from '../../../../src/domain/log/event.ts';
import { EMPTY_LEDGER, extend } from '../../../../src/domain/progress/ledger.ts';
import { standings } from '../../../../src/domain/progress/standing.ts';
import { frontier, newCards } from '../../../../src/domain/study/frontier.ts';
import { cardsOn } from '../../../../src/domain/study/card-filter.ts';
import { dueOn, mix } from '../../../../src/domain/study/queue.ts';
import { nextCard, standpoint } from '../../../../src/domain/study/session.ts';
import { DAY, HOUR, MINUTE, review, START, undo, writer } from '../support/events.ts';
import { graphOf, set, skill } from './support.ts';

const RETIRED = 'a.1/old';
const index = graphOf(
  ['a.1', 'a.2', 'b.1', 'b.2'].map((id) => skill(id, { cards: 8 })),
  { retired: { [RETIRED]: null } },
);
const cardsOf = ({ id }: Skill): readonly string[] =>
  [0, 1, 2, 3].flatMap((n) => [`${id}/${n}`, `${id}/${n}~reversed`]);

/** A person with one device; the time and the place are theirs to change. */
const person = (settings: readonly Fact[]) => {
  const write = writer();
  let ledger = EMPTY_LEDGER;
  const self = {
    now: START,
    zone: 'UTC',
    day: () => studyDay(self.now, self.zone, self.learner().settings.rolloverHour),
    learner: () => ledger.learner,
    record: (fact: Fact): EventId => {
      const event = write(fact, self.now, { z: self.zone });
      const longer = extend(ledger, [event]);
      if (!longer) throw new Error('nothing is settled, so nothing reaches behind it');
      ledger = longer;
      return eventId(event);
    },
    plan: () => {
      const learner = self.learner();
      const day = self.day();
      const { isFree } = cardsOn(index, learner, day);
      const due = dueOn(index, learner, day);
      const skills = frontier(index, learner, standings(index, learner, day));
      const fresh = newCards(skills, cardsOf, learner, due.newAllowance, isFree);
      return [...due.steps, ...mix(due.reviews, fresh)];
    },
  };
  for (const fact of [set('stage', 'mid'), set('targetStage', 'high'), ...settings]) {
    self.record(fact);
  }
  return self;
};

type Deed = Rating | 'bury' | 'suspend' | 'undo' | 'leave';
const deed = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<Deed>(1, 2, 3, 3, 4, 4) },
  { weight: 3, arbitrary: fc.constantFrom<Deed>('bury', 'suspend', 'undo', 'undo', 'leave') },
);
const life = fc.record({
  newPerDay: fc.nat(4),
  reviewsPerDay: fc.nat(6),
  learningSteps: fc.constantFrom<readonly string[]>([], ['1m', '10m'], ['2h'], ['1d']),
  relearningSteps: fc.constantFrom<readonly string[]>([], ['10m']),
  deeds: fc.array(deed, { minLength: 40, maxLength: 120, size: 'max' }),
  pauses: fc.infiniteStream(fc.constantFrom(MINUTE, 3 * HOUR, 9 * HOUR, DAY, 12 * DAY)),
});

describe('any life with the queue', () => {
  it('has no siblings on one day, keeps to the limits, shows nothing put off or retired', () => {
    let shown = 0;
    fc.assert(
      fc.property(life, ({ deeds, pauses, ...settings }) => {
        const me = person(Object.entries(settings).map(([key, value]) => set(key, value)));
        me.now -= 300 * DAY;
        me.record(review(RETIRED, 4));
        me.now += 300 * DAY;
        let plan = me.plan();
        /** What was done and not undone. */
        let done: { event: EventId; day: number; card: string; isNew?: boolean }[] = [];
        /** How much of it was done before this sitting: that cannot be undone. */
        let sitting = 0;
        for (const what of deeds) {
          me.now += 7000;
          const day = me.day();
          const before = me.learner();
          const card = nextCard(standpoint(before, plan, day), me.now);
          if (what === 'leave' || card === undefined) {
            me.now += pauses.next().value as number;
            plan = me.plan();
            sitting = done.length;
            continue;
          }
          shown++;
          expect(before.suspended.has(card)).toBe(false);
          expect(before.buried.get(noteOfCard(card))).not.toBe(day);
          expect(card).not.toBe(RETIRED);
          if (what === 'undo') {
            const last = done.at(-1);
            if (!last || done.length === sitting) continue;
            me.record(undo(last.event));
            done = done.slice(0, -1);
          } else if (typeof what === 'number') {
            const isNew = !before.cards.has(card);
            done.push({ event: me.record(review(card, what)), day, card, isNew });
          } else {
            const fact = what === 'bury' ? { t: what, card } : { t: what, card, on: true };
            done.push({ event: me.record(fact), day, card });
          }
          const answered = done.filter((one) => one.day === day && one.isNew !== undefined);
          const ids = new Set(answered.map((one) => one.card));
          const introduced = new Set(answered.filter((one) => one.isNew).map((one) => one.card));
          expect(new Set([...ids].map(noteOfCard)).size).toBe(ids.size);
          expect(introduced.size).toBeLessThanOrEqual(settings.newPerDay);
          expect(ids.size - introduced.size).toBeLessThanOrEqual(settings.reviewsPerDay);
        }
      }),
      { numRuns: 200 },
    );
    expect(shown).toBeGreaterThan(5000);
  });
});

describe('the days of a traveller', () => {
  /** Looks in every hour, answers whatever there is, and is somewhere else from some hour on. */
  const travel = (departure: number, from: string, to: string, aloft: number) => {
    const me = person([
      set('newPerDay', 2),
      set('learningSteps', []),
      set('maximumInterval', 1),
      set('reviewsPerDay', 999),
    ]);
    const answered = new Map<number, { introduced: number; daily: number }>();
    for (let hour = 0; hour < 24 * 6; hour++) {
      me.now = START + hour * HOUR;
      me.zone = hour < departure ? from : to;
      if (hour > departure && hour < departure + aloft) continue;
      const day = me.day();
      const so = answered.get(day) ?? { introduced: 0, daily: 0 };
      answered.set(day, so);
      const plan = me.plan();
      for (let card = plan[0]; card; card = nextCard(standpoint(me.learner(), plan, day), me.now)) {
        if (!me.learner().cards.has(card)) so.introduced++;
        if (card === 'a.1/0') so.daily++;
        me.record(review(card, 4));
      }
    }
    const days = [...answered.keys()].toSorted((a, b) => a - b);
    // The journey may begin in the last hours of a day before the first.
    const first = days.find((day) => (answered.get(day)?.daily ?? 0) > 0) ?? NaN;
    return days.filter((day) => day >= first).map((day) => ({ day, ...answered.get(day) }));
  };

  it.each([
    ['12 h to the west', 'Etc/GMT', 'Etc/GMT+12'],
    ['12 h to the east', 'Etc/GMT', 'Etc/GMT-12'],
    ['New York to Auckland, over the date line', 'America/New_York', 'Pacific/Auckland'],
    ['Auckland to New York, over the date line', 'Pacific/Auckland', 'America/New_York'],
  ])('%s: a daily card comes once on every day, and so do the new ones', (_, from, to) => {
    const hours = fc.tuple(fc.integer({ min: 1, max: 72 }), fc.constantFrom(0, 6, 12));
    fc.assert(
      fc.property(hours, ([departure, aloft]) => {
        const days = travel(departure, from, to, aloft);
        expect(days.length).toBeGreaterThanOrEqual(5);
        days.forEach(({ day, introduced, daily }, i) => {
          expect(day).toBe((days[0]?.day ?? 0) + i);
          expect(daily).toBe(1);
          expect(introduced).toBe(2);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('goes on with a step on landing, whatever the day is called there', () => {
    const me = person([]);
    me.record(review('a.1/0', 1));
    me.now += 12 * HOUR;
    me.zone = 'Etc/GMT-12';
    expect(me.plan()).toContain('a.1/0');
  });

  it('changes the day at the rollover hour of where one is, not at midnight', () => {
    const me = person([set('learningSteps', []), set('maximumInterval', 1)]);
    me.zone = 'Europe/Berlin';
    me.record(review('a.1/0', 4));
    me.now = Date.UTC(2026, 0, 6, 2, 59);
    expect(me.plan()).not.toContain('a.1/0');
    me.now += MINUTE;
    expect(me.plan()).toContain('a.1/0');
  });
});
