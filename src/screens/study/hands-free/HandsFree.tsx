/** A session for the ears: read aloud, rated by two halves of the screen or by a headset. */
import {
  createMemo,
  createResource,
  createSignal,
  Match,
  onCleanup,
  onMount,
  Show,
  Switch,
  type JSX,
} from 'solid-js';
import { useCairn } from '../../../app/context.ts';
import type { Card } from '../../../domain/curriculum/types.ts';
import { CloseIcon, UndoIcon } from '../../../ui/icons.tsx';
import { Dialog } from '../../../ui/Modal.tsx';
import { Prose } from '../../../ui/Prose.tsx';
import { shortInterval } from '../../../ui/interval.ts';
import type { StudySession } from '../create-session.ts';
import { createReading, type Phase } from './create-reading.ts';
import { takeHeadset } from './headset.ts';
import { findVoice, type Voice } from './voice.ts';
import './hands-free.css';

export const HandsFree = (props: {
  readonly card: Card | undefined;
  readonly session: StudySession;
  readonly onClose: () => void;
}): JSX.Element => {
  const [voice] = createResource(findVoice);
  return (
    <Dialog name="Hands-free" class="hands-free" onClose={props.onClose}>
      {(close) => (
        <Show
          when={voice.state === 'ready'}
          fallback={<p class="hands-free-note">Looking for a voice…</p>}
        >
          <Show when={voice()} fallback={<NoVoice onClose={close} />}>
            {(found) => (
              <Listening
                voice={found()}
                card={props.card}
                session={props.session}
                onClose={close}
              />
            )}
          </Show>
        </Show>
      )}
    </Dialog>
  );
};

const NoVoice = (props: { readonly onClose: () => void }): JSX.Element => (
  <div class="hands-free-note stack">
    <h2>No voice on this device</h2>
    <p>
      Hands-free reads with a voice of the browser or the system, and there is no English one here.
      Add one in the system's settings for text to speech, then open this again. The session goes on
      without it, by eye.
    </p>
    <button type="button" class="button primary" onClick={() => props.onClose()}>
      Back to the card
    </button>
  </div>
);

const STATUS: Readonly<Record<Phase, string>> = {
  prompt: 'Reading the prompt',
  thinking: 'Time to think',
  answer: 'Reading the answer',
  rating: 'Did you know it?',
  end: 'Session complete',
};

const Listening = (props: {
  readonly voice: Voice;
  readonly card: Card | undefined;
  readonly session: StudySession;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  // One voice for the whole of it.
  // eslint-disable-next-line solid/reactivity
  const reading = createReading(cairn, props.session, props.voice);
  const [isOffline, setOffline] = createSignal(!navigator.onLine);
  const watch = (): void => void setOffline(!navigator.onLine);
  onMount(() => {
    window.addEventListener('online', watch);
    window.addEventListener('offline', watch);
    const giveBack = takeHeadset('Hands-free session', {
      next: reading.forward,
      previous: reading.back,
      play: reading.resume,
      pause: reading.pause,
    });
    onCleanup(giveBack);
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight') reading.forward();
    else if (event.key === 'ArrowLeft') reading.back();
    else if (event.key.toLowerCase() === 'u') reading.undo();
  };
  window.addEventListener('keydown', onKey);
  onCleanup(() => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('online', watch);
    window.removeEventListener('offline', watch);
  });
  const isAnswered = createMemo(() => reading.phase() === 'answer' || reading.phase() === 'rating');
  const names = (): readonly [string, string] =>
    cairn.learner().settings.ratingButtons === 'two' ? ['Fail', 'Pass'] : ['Again', 'Good'];
  const own = () => cairn.learner().edits.get(props.card?.id ?? '');
  const interval = (rating: 1 | 3): string => {
    const memory = props.session.outcomes()[rating - 1]?.memory;
    return memory
      ? shortInterval(
          memory.dueDay - memory.lastDay,
          Math.round((memory.dueAt - memory.last) / 60_000),
        )
      : '';
  };
  return (
    <>
      <header class="hands-free-bar">
        <p class="hands-free-status" role="status">
          {reading.isPaused() ? 'Paused' : STATUS[reading.phase()]}
        </p>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label="Undo"
          disabled={!props.session.canUndo()}
          onClick={reading.undo}
        >
          <UndoIcon />
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => (reading.isPaused() ? reading.resume() : reading.pause())}
        >
          {reading.isPaused() ? 'Go on' : 'Pause'}
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label="Leave hands-free"
          onClick={() => props.onClose()}
        >
          <CloseIcon />
        </button>
      </header>
      <div class="hands-free-text">
        <Show when={!props.voice.isLocal && isOffline()}>
          <p class="hint">
            The only English voice here needs a network, and there is none. Add a voice to the
            system, or go on by eye.
          </p>
        </Show>
        <Show when={props.card}>
          {(card) => (
            <Switch>
              <Match when={isAnswered()}>
                <Show when={own()?.answer} fallback={<Prose html={card().answer} />}>
                  {(text) => <p class="own-wording">{text()}</p>}
                </Show>
              </Match>
              <Match when={!isAnswered()}>
                <Show when={own()?.prompt} fallback={<Prose html={card().prompt} />}>
                  {(text) => <p class="own-wording">{text()}</p>}
                </Show>
              </Match>
            </Switch>
          )}
        </Show>
      </div>
      <Show
        when={reading.phase() !== 'end'}
        fallback={
          <button type="button" class="button primary large wide" onClick={() => props.onClose()}>
            Close
          </button>
        }
      >
        <div class="hands-free-halves" data-rates={isAnswered()}>
          <button type="button" class="half" data-side="back" onClick={reading.back}>
            <span class="half-name">{isAnswered() ? names()[0] : 'Repeat'}</span>{' '}
            <span class="number">{isAnswered() ? interval(1) : 'the prompt'}</span>
          </button>
          <button type="button" class="half" data-side="forward" onClick={reading.forward}>
            <span class="half-name">{isAnswered() ? names()[1] : 'Answer'}</span>{' '}
            <span class="number">{isAnswered() ? interval(3) : 'read it now'}</span>
          </button>
        </div>
        <p class="hint hands-free-hint">
          On a headset: next track is the right half, previous track the left one. On a keyboard:
          the arrows.
        </p>
      </Show>
    </>
  );
};
