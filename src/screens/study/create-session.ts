/** The sitting as the screen sees it: the card that is up, and what the person can do with it. */
import {
  batch,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
  type Accessor,
} from 'solid-js';
import { loadedCard } from '../../app/content.ts';
import type { Cairn } from '../../app/context.ts';
import { skillOfCard, type CardId, type ChoiceOption } from '../../domain/curriculum/types.ts';
import type { EventId, Fact, Rating } from '../../domain/log/event.ts';
import { eventId } from '../../domain/log/event.ts';
import type { CardMemory } from '../../domain/memory/scheduler.ts';
import { outcomesOf, type Outcome } from '../../domain/study/outcomes.ts';
import {
  cardsInBox,
  isTimeUp,
  medianAnswerTime,
  nextCard,
  standpoint,
} from '../../domain/study/session.ts';
import {
  courseOf,
  minutesOf,
  timeSpent,
  type Deed,
  type Sitting,
} from '../../domain/study/sitting.ts';
import type { Opening } from './open-sitting.ts';

export interface StudySession {
  readonly card: Accessor<CardId | undefined>;
  readonly revealed: Accessor<boolean>;
  /** Shows the answer. @param sure how sure the person said to be, whole percent, where they were asked */
  readonly reveal: (sure?: number) => void;
  /** The option of a choice card that was picked. */
  readonly picked: Accessor<ChoiceOption | undefined>;
  readonly pick: (option: ChoiceOption) => void;
  /** The rating that the pick comes to, on a choice card. */
  readonly graded: Accessor<Rating | undefined>;
  /** What each rating, 1 to 4, would make of the card, at index 0 to 3; computed when the answer shows. */
  readonly outcomes: Accessor<readonly Outcome[]>;
  /** When the prompt was shown, ms since the epoch. */
  readonly shownAt: Accessor<number>;
  readonly rate: (rating: Rating) => Promise<void>;
  /** Records a fact about the card that is up, and goes on when that puts it off. */
  readonly act: (fact: Fact) => Promise<EventId | undefined>;
  readonly canUndo: Accessor<boolean>;
  /** Takes the last thing done back, or the one named, and shows its card again. */
  readonly undo: (event?: EventId) => Promise<void>;
  /** Cards done with, those still in their steps counted half. */
  readonly progress: Accessor<number>;
  readonly total: Accessor<number>;
  /** The box of minutes is full, although cards are left. */
  readonly timeUp: Accessor<boolean>;
  /** Goes on without a limit. */
  readonly keepGoing: () => void;
  /** Leaves it on purpose: the next one is planned anew. */
  readonly end: () => void;
  readonly answers: Accessor<readonly Deed[]>;
  /** Answers tell the memory model nothing. */
  readonly isCram: boolean;
}

export const createSession = (cairn: Cairn, opening: Opening): StudySession => {
  let { sitting } = opening;
  const [plan, setPlan] = createSignal(sitting.plan);
  const course = courseOf(sitting);
  const isCram = typeof course === 'object';
  /** Spreads the load. Loaded while the first card is read; without it, a card's id decides on its day. */
  let foresee = outcomesOf;
  void import('../../domain/study/balance.ts').then((it) => (foresee = it.balancedOutcomes));
  const earlier = new Set(opening.deeds.filter((deed) => !opening.ofThis.includes(deed)));
  const [card, setCard] = createSignal<CardId>();
  const [revealed, setRevealed] = createSignal(false);
  const [picked, setPicked] = createSignal<ChoiceOption>();
  const [shownAt, setShownAt] = createSignal(0);
  const [deeds, setDeeds] = createSignal(opening.deeds);
  const [minutes, setMinutes] = createSignal(minutesOf(sitting, cairn.learner().settings));
  const [timeUp, setTimeUp] = createSignal(false);
  const answers = createMemo(() =>
    deeds().filter((deed) => deed.rating !== undefined && !earlier.has(deed)),
  );
  const standing = createMemo(() => standpoint(cairn.learner(), plan(), cairn.today(), course));
  const keep = (change: Partial<Sitting>): void => {
    sitting = { ...sitting, ...change };
    void cairn.store.keepSitting(sitting);
  };
  let busy: Promise<unknown> | undefined;
  /** How sure the person said to be, whole percent. */
  let sure: number | undefined;
  /** What was known of the card when it was shown. */
  let memoryShown: CardMemory | undefined;
  /** The screen is gone; what was under way may still finish. */
  let ended = false;

  const show = (id: CardId | undefined): void => {
    if (ended) return;
    sure = undefined;
    memoryShown = id ? cairn.learner().cards.get(id) : undefined;
    batch(() => {
      setRevealed(false);
      setPicked(undefined);
      setShownAt(cairn.now());
      setCard(id);
    });
    cairn.holdUpdates(id !== undefined);
    if (!id) void cairn.rest();
  };

  /** A backup from a newer curriculum may name cards that this one does not have. */
  const nextThere = (): CardId | undefined => {
    for (;;) {
      const next = nextCard(standing(), cairn.now());
      if (!next || loadedCard(next)) return next;
      setPlan((ids) => ids.filter((id) => id !== next));
    }
  };

  const advance = (): void => {
    const learner = cairn.learner();
    const next = nextThere();
    const full =
      answers().length > 0 && isTimeUp(timeSpent(answers()), minutes(), medianAnswerTime(learner));
    setTimeUp(full && next !== undefined);
    show(full ? undefined : next);
  };

  const outcomes = createMemo((): readonly Outcome[] => {
    const id = card();
    if (!id || !revealed() || isCram) return [];
    const time = cairn.now();
    const track = cairn.index.skill(skillOfCard(id))?.track;
    const learner = untrack(cairn.learner);
    return foresee(learner, id, track, time, cairn.dayOf(time));
  });

  /** One at a time: a double tap must not rate the next card unseen. */
  const alone = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy) return undefined;
    const done = work().finally(() => (busy = undefined));
    busy = done;
    return done;
  };

  /** Writes a fact about the card that is up, and goes on when that is done with it. */
  const remember = async (id: CardId, fact: Fact, took: number): Promise<EventId | undefined> => {
    const [written] = await cairn.record(fact);
    if (!written) return undefined;
    const event = eventId(written);
    const rating = fact.t === 'review' || fact.t === 'cram' ? fact.rating : undefined;
    // Together with the next card: the page is drawn once.
    batch(() => {
      setDeeds((list) => [...list, { event, card: id, took, rating }]);
      if (rating || fact.t === 'bury' || fact.t === 'suspend') advance();
    });
    return event;
  };

  // Another tab, a restore or an undo elsewhere may change the card that is up: then it is no longer the question.
  createEffect(
    on(
      cairn.learner,
      (learner) => {
        const id = card();
        if (!busy && id && learner.cards.get(id) !== memoryShown) advance();
      },
      { defer: true },
    ),
  );
  onCleanup(() => {
    ended = true;
    if (!card()) keep({ isOver: true });
    cairn.holdUpdates(false);
    void cairn.rest();
  });

  const reveal = (confidence?: number): void => {
    sure = confidence;
    setRevealed(true);
    // The next card is likely of another skill: it is read while the person reads this answer.
    setTimeout(() => loadedCard(plan()[plan().indexOf(card() ?? '') + 1] ?? ''));
  };

  const session: StudySession = {
    card,
    revealed,
    reveal,
    picked,
    pick: (option) => {
      if (revealed()) return;
      setPicked(option);
      // Asked how sure they are, people may still pick another one.
      if (!cairn.learner().settings.askConfidence) reveal();
    },
    graded: () => {
      const option = picked();
      return option && (option.correct ? 3 : 1);
    },
    outcomes,
    shownAt,
    rate: (rating) =>
      alone(async () => {
        const id = card();
        if (!id || !revealed()) return;
        const took = Math.max(0, cairn.now() - shownAt());
        const choice = outcomes()[rating - 1]?.choice;
        const asked = sure === undefined ? {} : { confidence: sure };
        await remember(
          id,
          isCram
            ? { t: 'cram', card: id, rating, took }
            : { t: 'review', card: id, rating, took, ...choice, ...asked },
          took,
        );
        if (deeds().length === 1) void cairn.store.askToPersist();
      }),
    act: (fact) =>
      alone(async () => {
        const id = card();
        if (!id) return undefined;
        return remember(id, fact, 0);
      }),
    canUndo: () => deeds().length > 0,
    undo: async (event) => {
      // Two quick presses take two things back.
      if (busy) {
        await Promise.allSettled([busy]);
        return session.undo(event);
      }
      await alone(async () => {
        const deed = event ? deeds().find((one) => one.event === event) : deeds().at(-1);
        if (!deed) return;
        await cairn.undo(deed.event);
        setDeeds((list) => list.filter((one) => one !== deed));
        setTimeUp(false);
        show(deed.card);
      });
    },
    progress: () => standing().progress,
    total: () => cardsInBox(minutes(), medianAnswerTime(cairn.learner()), plan().length),
    timeUp,
    keepGoing: () => {
      setMinutes(0);
      keep({ isEndless: true });
      advance();
    },
    end: () => keep({ isOver: true }),
    answers,
    isCram,
  };
  if (opening.card && loadedCard(opening.card)) show(opening.card);
  else advance();
  return session;
};
