/** Study: one card at a time, four ratings, nothing else in the way. */
import { useSearchParams } from '@solidjs/router';
import { createResource, createSignal, lazy, onMount, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { loadedCard, loadReference } from '../../app/content.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { CloseIcon, UndoIcon } from '../../ui/icons.tsx';
import { CardActions } from './CardActions.tsx';
import { CardView } from './CardView.tsx';
import { cardDeeds } from './card-deeds.ts';
import { createSession } from './create-session.ts';
import { openSitting, type Opening } from './open-sitting.ts';
import { scopeOf, type Scope } from './plan.ts';
import { RatingBar } from './RatingBar.tsx';
import type { StudyDialog } from './study-dialog.ts';
import { studyKeys } from './study-keys.ts';
import './study.css';

// Loaded in the background while the first card is read.
const sessionEnd = () => import('./SessionEnd.tsx').then((m) => ({ default: m.SessionEnd }));
const SessionEnd = lazy(sessionEnd);
const InHand = lazy(() => import('./in-hand/InHand.tsx').then((m) => ({ default: m.InHand })));
const StudyDialogs = lazy(() =>
  import('./StudyDialogs.tsx').then((m) => ({ default: m.StudyDialogs })),
);
const SessionKind = lazy(() => import('./SessionKind.tsx'));
const Confidence = lazy(() => import('./Confidence.tsx').then((m) => ({ default: m.Confidence })));

const StudyScreen = (): JSX.Element => {
  const cairn = useCairn();
  const [query] = useSearchParams<Record<keyof Scope, string>>();
  const [opening] = createResource(
    () => scopeOf(query),
    (scope) => openSitting(cairn, scope),
  );
  return (
    <div class="study" data-hand={cairn.learner().settings.leftHanded ? 'left' : 'right'}>
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
  const [dialog, setDialog] = createSignal<StudyDialog>();
  const card = () => {
    const id = session.card();
    return id ? loadedCard(id) : undefined;
  };
  /** Whether to ask how sure they are before the answer of this card: of a choice, once it is made. */
  const asksFor = (shown: Card): boolean =>
    cairn.learner().settings.askConfidence && (!shown.options || session.picked() !== undefined);
  const act = cardDeeds(cairn, session);
  studyKeys(cairn, session, act, setDialog);
  // With the sources, which the first answer would else fetch under the hand that rates it. Both are tried again later.
  onMount(
    () =>
      void sessionEnd()
        .then(loadReference)
        .catch(() => undefined),
  );

  return (
    <>
      <header class="study-bar">
        <Progress done={session.progress()} total={session.total()} />
        <div class="study-tools">
          {/* A plain link, which the router follows too: its own is half a kilobyte. */}
          <a
            href={import.meta.env.BASE_URL}
            class="button quiet icon-only"
            aria-label="End session"
            onClick={() => session.end()}
          >
            <CloseIcon />
          </a>
          <button
            type="button"
            class="button quiet undo"
            disabled={!session.canUndo()}
            onClick={() => void session.undo()}
          >
            <UndoIcon />
            <span>Undo</span>
          </button>
          <Show when={card()}>
            {(shown) => <CardActions card={shown()} act={act} open={setDialog} />}
          </Show>
        </div>
      </header>
      <Show
        when={card()}
        keyed
        fallback={
          <Suspense>
            <SessionEnd session={session} sitting={props.opening.sitting} />
          </Suspense>
        }
      >
        {(shown) => (
          <>
            {/* Found without reading it as JSON: every first card waits for the code that stands here. */}
            <Show when={/"(check|cram)":/.test(props.opening.sitting.scope)}>
              <Suspense>
                <SessionKind session={session} sitting={props.opening.sitting} />
              </Suspense>
            </Show>
            <CardView card={shown} session={session} act={act} open={setDialog} />
            <div class="study-foot">
              <Show
                when={session.revealed()}
                fallback={
                  <Show
                    when={asksFor(shown)}
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
                    <Suspense>
                      <Confidence session={session} />
                    </Suspense>
                  </Show>
                }
              >
                <RatingBar session={session} />
              </Show>
            </div>
          </>
        )}
      </Show>
      <Suspense>
        <InHand session={session} />
      </Suspense>
      <Suspense>
        <Show when={dialog()}>
          {(name) => (
            <StudyDialogs
              dialog={name()}
              card={card()}
              session={session}
              onClose={() => setDialog(undefined)}
            />
          )}
        </Show>
      </Suspense>
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

export default StudyScreen;
