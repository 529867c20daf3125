/** The keys of a session. Space and Enter on a focused control belong to that control. */
import { onCleanup, onMount } from 'solid-js';
import { loadedCard } from '../../app/content.ts';
import type { Cairn } from '../../app/context.ts';
import type { Rating } from '../../domain/log/event.ts';
import { isTyping } from '../../ui/typing.ts';
import { BURIED, flagDeed, SUSPENDED, type Do } from './card-deeds.ts';
import type { StudySession } from './create-session.ts';
import type { OpenDialog } from './study-dialog.ts';

/** Listens while its owner lives. */
export const studyKeys = (cairn: Cairn, session: StudySession, act: Do, open: OpenDialog): void => {
  const listener = (event: KeyboardEvent): void => {
    // A held key repeats: it must not rate card after card.
    if (event.defaultPrevented || event.repeat || isTyping(event) || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === 'z' && session.canUndo()) {
        event.preventDefault();
        void session.undo();
      }
      return;
    }
    const onControl = event.target instanceof Element && event.target.closest('button, a, summary');
    const action =
      onControl && (event.key === ' ' || event.key === 'Enter')
        ? undefined
        : actionOf(event.key.toLowerCase(), cairn, session, act, open);
    if (!action) return;
    event.preventDefault();
    action();
  };
  onMount(() => window.addEventListener('keydown', listener));
  onCleanup(() => window.removeEventListener('keydown', listener));
};

const actionOf = (
  key: string,
  cairn: Cairn,
  session: StudySession,
  act: Do,
  open: OpenDialog,
): (() => void) | undefined => {
  const card = session.card();
  if (key === '?') return () => open('shortcuts');
  if (key === 'u') return () => void session.undo();
  if (!card) return undefined;
  switch (key) {
    case ' ':
    case 'enter':
      return session.revealed()
        ? () => void session.rate(session.graded() ?? 3)
        : () => session.reveal();
    case '1':
    case '2':
    case '3':
    case '4':
      return digit(Number(key) as Rating, card, cairn, session);
    case 'b':
      return () => act({ t: 'bury', card }, BURIED);
    case 's':
      return () => act({ t: 'suspend', card, on: true }, SUSPENDED);
    case 'f':
      return () => act(...flagDeed(cairn.learner(), card));
    case 'e':
      return () => open('edit');
    case 'i':
      return () => open('info');
    default:
      return undefined;
  }
};

/** Before the answer shows, a number picks an option; after it, it rates. With two buttons, 1 fails and 2 passes. */
const digit = (
  rating: Rating,
  card: string,
  cairn: Cairn,
  session: StudySession,
): (() => void) | undefined => {
  if (session.revealed()) {
    const isTwo = cairn.learner().settings.ratingButtons === 'two';
    return () => void session.rate(isTwo && rating > 1 ? 3 : rating);
  }
  const option = loadedCard(card)?.options?.[rating - 1];
  return option && (() => session.pick(option));
};
