/** How a session is held in the hand: the screen stays on, a tick is felt, a swipe rates. Loaded after the first card. */
import { createEffect, createMemo, on, onCleanup, onMount, type JSX } from 'solid-js';
import { useCairn } from '../../../app/context.ts';
import type { Rating } from '../../../domain/log/event.ts';
import { shortInterval } from '../../../ui/interval.ts';
import type { StudySession } from '../create-session.ts';
import { watchSwipes, type Direction } from './swipes.ts';
import { watchLeeches } from './watch-leeches.ts';
import { keepScreenOn } from './wake-lock.ts';
import './in-hand.css';

/** Length of the tick, ms. */
const TICK_MS = 12;
const NAMES = ['', 'Again', 'Hard', 'Good', 'Easy'] as const;
const TWO_NAMES = ['', 'Fail', '', 'Pass', ''] as const;

export const InHand = (props: { readonly session: StudySession }): JSX.Element => {
  const cairn = useCairn();
  const settings = () => cairn.learner().settings;
  let word!: HTMLDivElement;

  // The session is one and the same as long as this lives.
  // eslint-disable-next-line solid/reactivity
  watchLeeches(cairn, props.session);

  const isAwake = createMemo(() => settings().keepAwake && props.session.card() !== undefined);
  createEffect(() => {
    if (isAwake()) onCleanup(keepScreenOn());
  });

  const given = createMemo(() => props.session.answers().length);
  createEffect(
    on(
      given,
      (count, before = 0) => {
        // After an undo there are fewer.
        if (count > before && settings().haptics && 'vibrate' in navigator)
          navigator.vibrate(TICK_MS);
      },
      { defer: true },
    ),
  );

  const ratings = createMemo(
    (): Readonly<Record<Direction, Rating | 0>> => ({
      left: settings().swipeLeft,
      right: settings().swipeRight,
      up: settings().swipeUp,
    }),
    undefined,
    { equals: (a, b) => a.left === b.left && a.right === b.right && a.up === b.up },
  );
  const wordsFor = (rating: Rating): string => {
    const memory = props.session.outcomes()[rating - 1]?.memory;
    const two = settings().ratingButtons === 'two' && TWO_NAMES[rating];
    const name = two || NAMES[rating];
    if (!memory) return name;
    const minutes = Math.round((memory.dueAt - memory.last) / 60_000);
    return `${name} · ${shortInterval(memory.dueDay - memory.lastDay, minutes)}`;
  };
  onMount(() => {
    const root = word.closest<HTMLElement>('.study');
    if (!root) return;
    createEffect(() => {
      const { left, right, up } = ratings();
      root.dataset['swipeLeft'] = String(left);
      root.dataset['swipeRight'] = String(right);
      root.dataset['swipeUp'] = String(up);
      if (left + right + up === 0) return;
      onCleanup(
        watchSwipes(root, word, {
          ratingOf: (direction) =>
            props.session.revealed() && !(direction === 'up' && scrolls())
              ? ratings()[direction]
              : 0,
          wordsFor,
          rate: (rating) => void props.session.rate(rating),
        }),
      );
    });
    // A card that is longer than the screen is scrolled by the same movement.
    createEffect(
      on([() => props.session.card(), () => props.session.revealed()], () => {
        if (ratings().up === 0) return;
        requestAnimationFrame(() => (root.dataset['scrolls'] = String(scrolls())));
      }),
    );
  });
  return <div ref={word} class="swipe-word" aria-hidden="true" hidden />;
};

const scrolls = (): boolean => document.documentElement.scrollHeight > innerHeight + 1;
