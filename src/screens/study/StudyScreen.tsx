/** Study: one card at a time, four ratings, nothing else in the way. */
import { A, useSearchParams } from '@solidjs/router';
import {
  createResource,
  createSignal,
  lazy,
  onCleanup,
  onMount,
  Show,
  Suspense,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { loadedCard } from '../../app/content.ts';
import type { Rating } from '../../domain/log/event.ts';
import { CloseIcon, UndoIcon } from '../../ui/icons.tsx';
import { isTyping } from '../../ui/typing.ts';
import { CardActions, type CardDialog } from './CardActions.tsx';
import { CardView } from './CardView.tsx';
import { BURIED, cardDeeds, SUSPENDED, type Do } from './card-deeds.ts';
import { createSession, type StudySession } from './create-session.ts';
import { openSitting, type Opening } from './open-sitting.ts';
import type { Scope } from './plan.ts';
import { RatingBar } from './RatingBar.tsx';
import './study.css';

// Loaded in the background while the first card is read.
const sessionEnd = () => import('./SessionEnd.tsx').then((m) => ({ default: m.SessionEnd }));
const SessionEnd = lazy(sessionEnd);

const StudyScreen = (): JSX.Element => {
  const cairn = useCairn();
  const [query] = useSearchParams<{ skill?: string; check?: string }>();
  const [opening] = createResource(
    (): Scope => ({
      ...(query.skill && { skill: query.skill }),
      ...(query.check && { check: query.check }),
    }),
    (scope) => openSitting(cairn, scope),
  );
  return (
    <div class="study">
      <h1 class="visually-hidden">Study</h1>
      {/* While another one opens, the old one is gone: what it keeps last must not cover what the new one keeps. */}
      <Show
        when={!opening.loading && opening()}
        keyed
        fallback={<div class="skeleton study-skeleton" />}
      >
        {(opened) => <Sitting opening={opened} />}
      </Show>
    </div>
  );
};

const Sitting = (props: { readonly opening: Opening }): JSX.Element => {
  const cairn = useCairn();
  // The plan is made once; a new one is a new sitting.
  // eslint-disable-next-line solid/reactivity
  const session = createSession(cairn, props.opening);
  const [dialog, setDialog] = createSignal<CardDialog>();
  const card = () => {
    const id = session.card();
    return id ? loadedCard(id) : undefined;
  };
  const act = cardDeeds(cairn, session);
  studyKeys(session, act, setDialog);
  onMount(() => void sessionEnd());

  return (
    <>
      <header class="study-bar">
        <A
          href="/"
          class="button quiet icon-only"
          aria-label="End session"
          onClick={() => session.end()}
        >
          <CloseIcon />
        </A>
        <Progress done={session.progress()} total={session.total()} />
        <button
          type="button"
          class="button quiet undo"
          disabled={!session.canUndo()}
          onClick={() => void session.undo()}
        >
          <UndoIcon />
          <span>Undo</span>
        </button>
        <Show when={card()} keyed>
          {(shown) => <CardActions card={shown} act={act} dialog={dialog()} open={setDialog} />}
        </Show>
      </header>
      <Show
        when={card()}
        keyed
        fallback={
          <Suspense>
            <SessionEnd session={session} planned={props.opening.sitting.plan.length} />
          </Suspense>
        }
      >
        {(shown) => (
          <>
            <CardView card={shown} session={session} />
            <div class="study-foot">
              <Show
                when={session.revealed()}
                fallback={
                  <button
                    type="button"
                    class="button primary large wide"
                    onClick={() => session.reveal()}
                  >
                    Show answer
                  </button>
                }
              >
                <RatingBar session={session} />
              </Show>
            </div>
          </>
        )}
      </Show>
    </>
  );
};

const Progress = (props: { readonly done: number; readonly total: number }): JSX.Element => {
  /** Whole cards for people, the fraction for the bar. */
  const shown = (): number => Math.min(Math.floor(props.done), props.total);
  return (
    <div
      class="study-progress"
      role="progressbar"
      aria-label="Session progress"
      aria-valuemin={0}
      aria-valuemax={props.total}
      aria-valuenow={shown()}
      aria-valuetext={`${shown()} of ${props.total} cards`}
    >
      <svg
        width="100%"
        height="8"
        preserveAspectRatio="none"
        viewBox="0 0 100 8"
        aria-hidden="true"
      >
        <rect class="track" width="100" height="8" />
        <rect
          class="fill"
          width={props.total ? (100 * Math.min(props.done, props.total)) / props.total : 0}
          height="8"
        />
      </svg>
      <span class="number small soft" aria-hidden="true">
        {shown()} / {props.total}
      </span>
    </div>
  );
};

/** The keys of a session. Space and Enter on a focused control belong to that control. */
const studyKeys = (session: StudySession, act: Do, open: (dialog: CardDialog) => void): void => {
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
        : actionOf(event.key, session, act, open);
    if (!action) return;
    event.preventDefault();
    action();
  };
  onMount(() => window.addEventListener('keydown', listener));
  onCleanup(() => window.removeEventListener('keydown', listener));
};

const actionOf = (
  key: string,
  session: StudySession,
  act: Do,
  open: (dialog: CardDialog) => void,
): (() => void) | undefined => {
  const card = session.card();
  if (key === '?') return () => open('shortcuts');
  if (key.toLowerCase() === 'u') return () => void session.undo();
  if (!card) return undefined;
  switch (key.toLowerCase()) {
    case ' ':
    case 'enter':
      return session.revealed() ? () => void session.rate(3) : () => session.reveal();
    case '1':
    case '2':
    case '3':
    case '4':
      return session.revealed() ? () => void session.rate(Number(key) as Rating) : undefined;
    case 'b':
      return () => act({ t: 'bury', card }, BURIED);
    case 's':
      return () => act({ t: 'suspend', card, on: true }, SUSPENDED);
    case 'e':
      return () => open('edit');
    case 'i':
      return () => open('info');
    default:
      return undefined;
  }
};

export default StudyScreen;
