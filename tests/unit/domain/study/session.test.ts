import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventId, type Fact, type Rating } from '../../../../src/domain/log/event.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import {
  cardsInBox,
  DEFAULT_ANSWER_MS,
  isTimeUp,
  LEARN_AHEAD_MS,
  medianAnswerTime,
  nextCard,
  standpoint,
} from '../../../../src/domain/study/session.ts';
import { MINUTE, review, undo, writer } from '../support/events.ts';
import { noon, set, TODAY } from './support.ts';

const NOW = noon(TODAY);
const PLAN = ['s/a', 's/b', 's/c'];

/** A sitting of facts a second apart, and what would come next at some minutes after its start. */
const sitting = (...facts: readonly Fact[]) => {
  const write = writer();
  const learner = fold(
    NOBODY,
    facts.map((fact, i) => write(fact, NOW + i * 1000)),
  );
  return {
    learner,
    next: (minutes: number, day = TODAY) =>
      nextCard(standpoint(learner, PLAN, day), NOW + minutes * MINUTE),
    progress: (day = TODAY) => standpoint(learner, PLAN, day).progress,
  };
};
const [again, good, easy] = ([1, 3, 4] as const).map(
  (rating) => (card: string) => review(card, rating),
) as [typeof review, typeof review, typeof review];

describe('the next card', () => {
  it('is the first of the plan', () => {
    expect(sitting().next(0)).toBe('s/a');
  });

  it('is the next one when the first is done', () => {
    expect(sitting(easy('s/a')).next(0)).toBe('s/b');
  });

  it('is a card whose step has come, before the rest of the plan', () => {
    const one = sitting(again('s/a'));
    expect(one.next(0.9)).toBe('s/b');
    expect(one.next(1)).toBe('s/a');
  });

  it('is the step that came first', () => {
    const two = sitting(good('s/a'), again('s/b'));
    expect(two.next(30)).toBe('s/b');
  });

  it('is a step up to twenty minutes early, when nothing else is left', () => {
    const steps = set('learningSteps', ['30m']);
    const one = sitting(steps, easy('s/a'), easy('s/b'), again('s/c'));
    const due = one.learner.cards.get('s/c')?.dueAt ?? 0;
    expect(
      nextCard(standpoint(one.learner, PLAN, TODAY), due - LEARN_AHEAD_MS - 1),
    ).toBeUndefined();
    expect(nextCard(standpoint(one.learner, PLAN, TODAY), due - LEARN_AHEAD_MS)).toBe('s/c');
  });

  it('is none when all are done', () => {
    expect(sitting(...PLAN.map((id) => easy(id))).next(600)).toBeUndefined();
  });

  it('is no card that is put off, even in the middle of its steps', () => {
    const suspended: Fact = { t: 'suspend', card: 's/a', on: true };
    expect(sitting(suspended).next(0)).toBe('s/b');
    expect(sitting(again('s/a'), suspended).next(5)).toBe('s/b');
    expect(sitting({ t: 'bury', card: 's/a' }).next(0)).toBe('s/b');
    expect(sitting({ t: 'bury', card: 's/a~reversed' }).next(0)).toBe('s/b');
    expect(sitting({ t: 'bury', card: 's/a' }).next(0, TODAY + 1)).toBe('s/a');
  });

  it('is the undone card again', () => {
    const rating = review('s/a', 4);
    expect(sitting(rating, undo('a:1')).next(0)).toBe('s/a');
    expect(sitting(rating, undo('a:1'), undo('a:2')).next(0)).toBe('s/b');
  });

  it('comes back when putting it off is undone', () => {
    expect(sitting({ t: 'bury', card: 's/a' }, undo('a:1')).next(0)).toBe('s/a');
    expect(sitting({ t: 'suspend', card: 's/a', on: true }, undo('a:1')).next(0)).toBe('s/a');
  });

  it('is, after any undo, what it was before', () => {
    const fact: fc.Arbitrary<Fact> = fc.oneof(
      fc
        .tuple(fc.constantFrom(...PLAN), fc.constantFrom<Rating>(1, 2, 3, 4))
        .map(([card, rating]) => review(card, rating)),
      fc.constantFrom(...PLAN).map((card): Fact => ({ t: 'bury', card })),
      fc.constantFrom(...PLAN).map((card): Fact => ({ t: 'suspend', card, on: true })),
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 8 }), fact, fc.nat(40), (before, last, minutes) => {
        const write = writer();
        const events = before.map((one, i) => write(one, NOW + i * 1000));
        const taken = write(last, NOW + 8000);
        const back = write(undo(eventId(taken)), NOW + 9000);
        const at = NOW + 10_000 + minutes * MINUTE;
        const was = fold(NOBODY, events);
        const is = fold(NOBODY, [...events, taken, back]);
        expect(nextCard(standpoint(is, PLAN, TODAY), at)).toBe(
          nextCard(standpoint(was, PLAN, TODAY), at),
        );
        expect(standpoint(is, PLAN, TODAY).progress).toBe(standpoint(was, PLAN, TODAY).progress);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a step that yesterday left open as part of the plan', () => {
    expect(sitting(again('s/b'), easy('s/a')).next(24 * 60, TODAY + 1)).toBe('s/b');
  });
});

describe('a session ahead of time', () => {
  const learnt = PLAN.map((card) => ({ ...review(card, 4), took: 1 }));
  const later = (...facts: readonly Fact[]) => {
    const write = writer();
    const first = learnt.map((fact, i) => write(fact, NOW - 3 * 24 * 60 * MINUTE + i));
    return fold(NOBODY, [...first, ...facts.map((fact, i) => write(fact, NOW + i * 1000))]);
  };

  it('goes through cards that are due on a later day, each once', () => {
    const next = (...facts: readonly Fact[]) =>
      nextCard(standpoint(later(...facts), PLAN, TODAY, 'ahead'), NOW + MINUTE);
    expect(nextCard(standpoint(later(), PLAN, TODAY), NOW)).toBeUndefined();
    expect(next()).toBe('s/a');
    expect(next(good('s/a'))).toBe('s/b');
    expect(next(...PLAN.map((id) => good(id)))).toBeUndefined();
    expect(standpoint(later(good('s/a')), PLAN, TODAY, 'ahead').progress).toBe(1);
  });

  it('comes back to what was forgotten', () => {
    const learner = later(again('s/a'), good('s/b'), good('s/c'));
    expect(nextCard(standpoint(learner, PLAN, TODAY, 'ahead'), NOW + MINUTE)).toBe('s/a');
    expect(standpoint(learner, PLAN, TODAY, 'ahead').progress).toBe(2.5);
  });
});

describe('a cram session', () => {
  const cram = (card: string, rating: Rating): Fact => ({ t: 'cram', card, rating, took: 900 });
  const next = (minutes: number, ...facts: readonly Fact[]) =>
    nextCard(
      standpoint(sitting(...facts).learner, PLAN, TODAY, { since: NOW }),
      NOW + minutes * MINUTE,
    );

  it('goes through the plan whatever is due, and reviews do not count', () => {
    expect(next(0)).toBe('s/a');
    expect(next(0, easy('s/a'))).toBe('s/a');
    expect(next(0, cram('s/a', 2))).toBe('s/b');
    expect(next(0, ...PLAN.map((id) => cram(id, 3)))).toBeUndefined();
  });

  it('brings back what was forgotten after a minute, or when nothing else is left', () => {
    expect(next(0.5, cram('s/a', 1))).toBe('s/b');
    expect(next(1, cram('s/a', 1))).toBe('s/a');
    const forgotten = [cram('s/a', 1), cram('s/b', 3), cram('s/c', 3)];
    expect(next(0.5, ...forgotten)).toBe('s/a');
    expect(next(0.5, ...forgotten, cram('s/a', 3))).toBeUndefined();
  });

  it('begins anew when another begins', () => {
    const { learner } = sitting(...PLAN.map((id) => cram(id, 4)));
    const since = NOW + 5000;
    expect(nextCard(standpoint(learner, PLAN, TODAY, { since }), since)).toBe('s/a');
    expect(standpoint(learner, PLAN, TODAY, { since }).progress).toBe(0);
    expect(standpoint(learner, PLAN, TODAY, { since: NOW }).progress).toBe(3);
    expect(standpoint(learner, PLAN, TODAY, { since: NOW + 1500 }).progress).toBe(1);
  });

  it('leaves out what was put off', () => {
    expect(next(0, { t: 'suspend', card: 's/a', on: true })).toBe('s/b');
  });
});

describe('progress', () => {
  it('counts a card in steps half, one done or put off whole', () => {
    expect(sitting().progress()).toBe(0);
    expect(sitting(again('s/a')).progress()).toBe(0.5);
    expect(sitting(again('s/a'), easy('s/b')).progress()).toBe(1.5);
    expect(sitting({ t: 'suspend', card: 's/c', on: true }).progress()).toBe(1);
    expect(sitting(...PLAN.map((id) => easy(id))).progress()).toBe(3);
  });

  it('does not count what yesterday left open', () => {
    expect(sitting(again('s/a')).progress(TODAY + 1)).toBe(0);
  });
});

describe('the time a session takes', () => {
  const answers = (...times: readonly number[]) =>
    sitting(...times.map((took) => review('s/a', 3, took))).learner;

  it('is reckoned with a usual answer until there are ten', () => {
    expect(medianAnswerTime(answers(...Array<number>(9).fill(5000)))).toBe(DEFAULT_ANSWER_MS);
    expect(medianAnswerTime(answers(...Array<number>(10).fill(5000)))).toBe(5000);
  });

  it('is the median: one long absence does not change it', () => {
    const times = [4000, 9000, 4000, 9000, 5000, 4000, 9000, 4000, 9000, 4000];
    expect(medianAnswerTime(answers(...times, 3_600_000))).toBe(5000);
  });

  it('is a second an answer at least', () => {
    expect(medianAnswerTime(answers(...Array<number>(10).fill(3)))).toBe(1000);
  });

  it('keeps to the box: within one median answer, and as many cards as foretold', () => {
    const box = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(box, fc.integer({ min: 1000, max: 60_000 }), (minutes, typical) => {
        let answered = 0;
        do answered++;
        while (!isTimeUp(answered * typical, minutes, typical));
        expect(answered).toBe(cardsInBox(minutes, typical, 10_000));
        expect(cardsInBox(minutes, typical, answered - 1)).toBe(answered - 1);
        expect(Math.abs(answered * typical - minutes * MINUTE)).toBeLessThanOrEqual(typical / 2);
      }),
      { numRuns: 300 },
    );
  });

  it('has no end without a box', () => {
    expect(isTimeUp(1e12, 0, 1000)).toBe(false);
    expect(cardsInBox(0, 1000, 3000)).toBe(3000);
  });

  it('is one card even in a box shorter than an answer', () => {
    expect(cardsInBox(1, 600_000, 30)).toBe(1);
  });
});
