import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../src/domain/log/event.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings/settings.ts';
import { nextCard, standpoint } from '../../../../src/domain/study/session.ts';
import {
  courseOf,
  minutesOf,
  newSitting,
  sittingOf,
  timeSpent,
} from '../../../../src/domain/study/sitting.ts';
import { isSince, tracesIn } from '../../../../src/domain/study/traces.ts';
import { logOf, MINUTE, review, START, START_DAY, undo, writer } from '../support/events.ts';

const sitting = newSitting({
  day: START_DAY,
  scope: '{}',
  plan: ['s/a', 's/b', 's/c'],
  begun: START,
  since: { a: 2 },
  reach: {},
  minutes: 10,
});

describe('the record of a sitting', () => {
  it('is taken up on its own study day only', () => {
    expect(sittingOf(sitting, START_DAY)).toBe(sitting);
    expect(sittingOf(sitting, START_DAY + 1)).toBeUndefined();
    expect(sittingOf(sitting, START_DAY - 1)).toBeUndefined();
  });

  it('is dropped when it is of another version or not one at all', () => {
    for (const record of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { ...sitting, v: 2 },
      { ...sitting, plan: 'a' },
    ]) {
      expect(sittingOf(record, START_DAY)).toBeUndefined();
    }
  });

  it('keeps its box, unless another length was chosen since', () => {
    const endless = { ...sitting, isEndless: true };
    expect(minutesOf(sitting, DEFAULT_SETTINGS)).toBe(10);
    expect(minutesOf(endless, DEFAULT_SETTINGS)).toBe(0);
    expect(minutesOf(endless, { ...DEFAULT_SETTINGS, sessionMinutes: 5 })).toBe(5);
  });
});

describe('the course of a sitting', () => {
  it('follows what was chosen to be studied', () => {
    const of = (scope: object) => courseOf({ ...sitting, scope: JSON.stringify(scope) });
    expect(of({})).toBe('due');
    expect(of({ skill: 'code.git' })).toBe('due');
    expect(of({ ahead: true })).toBe('ahead');
    expect(of({ milestone: 'm', cram: true })).toEqual({ since: START });
  });
});

describe('the traces of a device', () => {
  it('are what it did with cards and did not take back, oldest first', () => {
    const log = logOf([
      review('s/a', 3),
      { t: 'setting', key: 'theme', value: 'dark' },
      { t: 'bury', card: 's/b' },
      review('s/c', 1),
      { t: 'flag', card: 's/d', on: true },
      undo('a:4'),
      { t: 'edit', card: 's/d', field: 'note', text: 'mine' },
    ]);
    const others = logOf([review('s/x')], START, 'b');
    const { deeds } = tracesIn([...log.toReversed(), ...others], 'a');
    expect(deeds).toEqual([
      { event: 'a:1', card: 's/a', took: 5000, rating: 3 },
      { event: 'a:3', card: 's/b', took: 0, rating: undefined },
      { event: 'a:5', card: 's/d', took: 0, rating: undefined },
    ]);
    expect(deeds.filter((deed) => isSince(deed, { a: 2 })).map(({ event }) => event)).toEqual([
      'a:3',
      'a:5',
    ]);
    expect(timeSpent(deeds)).toBe(5000);
  });

  it('count an answer of an hour as one of a minute', () => {
    expect(timeSpent(tracesIn(logOf([review('s/a', 3, 60 * MINUTE)]), 'a').deeds)).toBe(MINUTE);
  });

  it('tell the card that an undo showed again, until something leads on', () => {
    const facts = [review('s/a'), review('s/b'), undo('a:2')];
    expect(tracesIn(logOf(facts), 'a').shownAgain).toBe('s/b');
    expect(tracesIn(logOf([...facts, review('s/b')]), 'a').shownAgain).toBeUndefined();
    const ofSetting: Fact[] = [{ t: 'setting', key: 'theme', value: 'dark' }, undo('a:1')];
    expect(tracesIn(logOf(ofSetting), 'a')).toEqual({ deeds: [] });
    const [deed] = tracesIn(logOf(facts), 'a').deeds;
    expect(deed && isSince(deed, {})).toBe(true);
    expect(deed && isSince({ ...deed, event: 'no id' }, {})).toBe(false);
  });

  it('lead back to the card that was up, however long the app was closed', () => {
    const plan = ['s/a', 's/b', 's/c', 's/d'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1, 2, 3, 4), { maxLength: 12 }),
        fc.integer({ min: 0, max: 30 * MINUTE }),
        (ratings, closedFor) => {
          const write = writer();
          const log = [];
          let learner = NOBODY;
          let now = START;
          let card = nextCard(standpoint(learner, plan, START_DAY), now);
          for (const rating of ratings) {
            if (!card) break;
            now += 20_000;
            log.push(write(review(card, rating), now));
            learner = fold(NOBODY, log);
            card = nextCard(standpoint(learner, plan, START_DAY), now);
          }
          now += closedFor;
          const { chosenAt } = tracesIn(log, 'a');
          expect(nextCard(standpoint(learner, plan, START_DAY), chosenAt ?? START)).toBe(card);
        },
      ),
    );
  });
});
