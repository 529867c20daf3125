import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import { cardToGoOn, howFar, pastOf, withoutGone } from '../../../../src/domain/study/going-on.ts';
import { nextCard, standpoint } from '../../../../src/domain/study/session.ts';
import { newSitting } from '../../../../src/domain/study/sitting.ts';
import { logOf, MINUTE, review, START, START_DAY, undo, writer } from '../support/events.ts';
import { graphOf, skill } from './support.ts';

const PLAN = ['s/a', 's/b', 's/c', 's/d'];
const sitting = newSitting({
  day: START_DAY,
  scope: '{}',
  plan: PLAN,
  begun: START,
  since: { a: 1 },
  reach: {},
  minutes: 10,
});
const index = graphOf([skill('s', { cards: 5 })]);

describe('a sitting that was broken off', () => {
  it('knows what was done in it from what was done before it', () => {
    const log = logOf([review('s/x'), review('s/a'), review('s/b')]);
    const past = pastOf(sitting, log, 'a');
    expect(past.deeds.map(({ card }) => card)).toEqual(['s/x', 's/a', 's/b']);
    expect(past.ofThis.map(({ card }) => card)).toEqual(['s/a', 's/b']);
    expect(pastOf(sitting, log, 'other').deeds).toEqual([]);
  });

  it('goes on with the card that was up, and as far as it had come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(1, 2, 3, 4), { maxLength: 12 }),
        fc.integer({ min: 0, max: 60 * MINUTE }),
        (ratings, closedFor) => {
          const write = writer();
          const log = [write(review('s/x'), START)];
          let learner = fold(NOBODY, log);
          let now = START;
          let card = nextCard(standpoint(learner, PLAN, START_DAY), now);
          for (const rating of ratings) {
            if (!card) break;
            now += 20_000;
            log.push(write(review(card, rating), now));
            learner = fold(NOBODY, log);
            card = nextCard(standpoint(learner, PLAN, START_DAY), now);
          }
          const past = pastOf(sitting, log, 'a');
          expect(cardToGoOn(index, learner, sitting, past, now + closedFor)).toBe(card);
          const { done, of } = howFar(learner, sitting);
          expect(of).toBe(PLAN.length);
          expect(done).toBe(Math.floor(standpoint(learner, PLAN, START_DAY).progress));
        },
      ),
    );
  });

  it('shows the card again that an undo had shown, unless that is gone', () => {
    const log = logOf([review('s/x'), review('s/a', 4), review('s/b', 4), undo('a:2')]);
    const learner = fold(NOBODY, log);
    const past = pastOf(sitting, log, 'a');
    expect(cardToGoOn(index, learner, sitting, past, START)).toBe('s/a');
    const later = graphOf([skill('s', { cards: 4 })], { retired: { 's/a': null } });
    const left = withoutGone(sitting, later);
    expect(left.plan).toEqual(['s/b', 's/c', 's/d']);
    expect(cardToGoOn(later, learner, left, past, START)).toBe('s/c');
  });

  it('has come to its end when its cards are done with or its box is full', () => {
    const done = logOf([review('s/x'), ...PLAN.map((id) => review(id, 4))]);
    expect(cardToGoOn(index, fold(NOBODY, done), sitting, pastOf(sitting, done, 'a'), START)).toBe(
      undefined,
    );
    const full = logOf([review('s/x'), review('s/a', 4, MINUTE)]);
    const short = { ...sitting, minutes: 1 };
    const learner = fold(
      fold(NOBODY, full),
      logOf([{ t: 'setting', key: 'sessionMinutes', value: 1 }], START, 'b'),
    );
    expect(cardToGoOn(index, learner, short, pastOf(short, full, 'a'), START)).toBe(undefined);
    const endless = { ...short, isEndless: true };
    expect(cardToGoOn(index, learner, endless, pastOf(endless, full, 'a'), START)).toBe('s/b');
  });
});
