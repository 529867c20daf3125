/** Reads a session aloud, card by card: prompt, time to think, answer, and then waits for a rating. */
import { createEffect, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import { loadedCard } from '../../../app/content.ts';
import type { Cairn } from '../../../app/context.ts';
import type { CardId } from '../../../domain/curriculum/types.ts';
import { spokenAnswer, spokenPrompt } from '../../../domain/text/spoken-card.ts';
import type { StudySession } from '../create-session.ts';
import type { Voice } from './voice.ts';

export type Phase = 'prompt' | 'thinking' | 'answer' | 'rating' | 'end';

export interface Reading {
  readonly phase: Accessor<Phase>;
  readonly isPaused: Accessor<boolean>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** On to the answer; after it, Good. */
  readonly forward: () => void;
  /** The prompt again; after the answer, Again. */
  readonly back: () => void;
  readonly undo: () => void;
}

export const createReading = (cairn: Cairn, session: StudySession, voice: Voice): Reading => {
  const [phase, setPhase] = createSignal<Phase>('prompt');
  const [isPaused, setPaused] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts up when something else is begun, so that what was under way knows that it is over. */
  let turn = 0;

  const hush = (): number => {
    clearTimeout(timer);
    voice.stop();
    return ++turn;
  };
  const cardOf = (id: CardId) => {
    const card = loadedCard(id);
    return card && { card, own: cairn.learner().edits.get(id) };
  };

  const readAnswer = async (id: CardId): Promise<void> => {
    const mine = hush();
    session.reveal();
    setPhase('answer');
    const found = cardOf(id);
    if (found) await voice.say(spokenAnswer(found.card, found.own));
    if (mine === turn) setPhase('rating');
  };
  const readPrompt = async (id: CardId): Promise<void> => {
    const mine = hush();
    setPhase('prompt');
    const found = cardOf(id);
    if (found) await voice.say(spokenPrompt(found.card, found.own));
    if (mine !== turn) return;
    setPhase('thinking');
    timer = setTimeout(() => void readAnswer(id), cairn.learner().settings.thinkSeconds * 1000);
  };
  const readEnd = (): void => {
    hush();
    setPhase('end');
    void voice.say('The session is complete.');
  };

  const begin = (): void => {
    const id = session.card();
    if (!id) readEnd();
    else if (session.revealed()) void readAnswer(id);
    else void readPrompt(id);
  };
  // `shownAt` too: a card in its steps can follow itself.
  createEffect(on([session.card, session.shownAt], () => untrack(begin)));
  onCleanup(hush);

  const isAnswered = (): boolean => phase() === 'answer' || phase() === 'rating';
  const resume = (): void => {
    setPaused(false);
    begin();
  };
  /** A button that is pressed while it is paused goes on first. */
  const unlessPaused = (act: () => void) => (): void => (isPaused() ? resume() : act());
  return {
    phase,
    isPaused,
    pause: () => {
      hush();
      setPaused(true);
    },
    resume,
    forward: unlessPaused(() => {
      const id = session.card();
      if (!id) return;
      if (isAnswered()) void session.rate(3);
      else void readAnswer(id);
    }),
    back: unlessPaused(() => {
      const id = session.card();
      if (!id) return;
      if (isAnswered()) void session.rate(1);
      else void readPrompt(id);
    }),
    undo: () => {
      setPaused(false);
      void session.undo();
    },
  };
};
