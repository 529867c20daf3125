/**
 * Swipes over an answer that rate it. A finger that scrolls, selects text, pans a wide piece of code or comes in from the
 * edge of the screen is left alone; a mouse always is.
 */
import type { Rating } from '../../../domain/log/event.ts';

export type Direction = 'left' | 'right' | 'up';

export interface SwipeOptions {
  /** The rating of a direction, or 0 when it is off or there is no answer to rate. */
  readonly ratingOf: (direction: Direction) => Rating | 0;
  /** What is shown while the finger moves, such as `Good 3 d`. */
  readonly wordsFor: (rating: Rating) => string;
  readonly rate: (rating: Rating) => void;
}

/** The system's own gestures begin here, px from either side. */
const EDGE = 24;
/** From here on, px, it is a swipe and no tap; steeper than `SLANT` to its axis it is neither. */
const BEGIN = 12;
const SLANT = 1.5;
/** A swipe counts from this far, px; a flick (px per ms) from half of it. */
const FAR = 80;
const FLICK = 0.5;

interface Swipe {
  readonly card: HTMLElement;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly at: number;
  direction?: Direction;
  rating?: Rating;
}

/**
 * @param root what the card is in
 * @param word shows what the swipe under way will rate
 * @returns stops listening
 */
export const watchSwipes = (
  root: HTMLElement,
  word: HTMLElement,
  options: SwipeOptions,
): (() => void) => {
  let swipe: Swipe | undefined;

  const end = (): void => {
    if (swipe) swipe.card.style.transform = '';
    word.hidden = true;
    swipe = undefined;
  };
  const onDown = (event: PointerEvent): void => {
    end();
    const { target, clientX: x, clientY: y, timeStamp: at } = event;
    if (!event.isPrimary || event.pointerType === 'mouse' || !(target instanceof Element)) return;
    const card = target.closest<HTMLElement>('.card');
    if (!card || x < EDGE || x > innerWidth - EDGE || pansAcross(target, card)) return;
    swipe = { card, pointer: event.pointerId, x, y, at };
  };
  const onMove = (event: PointerEvent): void => {
    if (!swipe || event.pointerId !== swipe.pointer) return;
    const [dx, dy] = [event.clientX - swipe.x, event.clientY - swipe.y];
    if (!swipe.direction) {
      const direction = directionOf(dx, dy);
      if (!direction) {
        if (Math.hypot(dx, dy) > 2 * BEGIN) end();
        return;
      }
      const rating = options.ratingOf(direction);
      if (rating === 0 || isSelecting()) {
        end();
        return;
      }
      swipe.direction = direction;
      swipe.rating = rating;
      word.textContent = options.wordsFor(rating);
      word.dataset['rating'] = String(rating);
      word.hidden = false;
    }
    word.dataset['far'] = String(distance(swipe.direction, dx, dy) >= FAR);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    swipe.card.style.transform =
      swipe.direction === 'up' ? `translateY(${Math.min(0, dy) / 2}px)` : `translateX(${dx / 2}px)`;
  };
  const onUp = (event: PointerEvent): void => {
    if (!swipe || event.pointerId !== swipe.pointer) return;
    const { direction, rating, x, y, at } = swipe;
    end();
    if (!direction || !rating) return;
    const far = distance(direction, event.clientX - x, event.clientY - y);
    const isFlick = far / Math.max(1, event.timeStamp - at) >= FLICK;
    if (far >= (isFlick ? FAR / 2 : FAR)) options.rate(rating);
  };

  root.addEventListener('pointerdown', onDown);
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerup', onUp);
  root.addEventListener('pointercancel', end);
  return () => {
    end();
    root.removeEventListener('pointerdown', onDown);
    root.removeEventListener('pointermove', onMove);
    root.removeEventListener('pointerup', onUp);
    root.removeEventListener('pointercancel', end);
  };
};

const directionOf = (dx: number, dy: number): Direction | undefined => {
  if (Math.abs(dx) > BEGIN && Math.abs(dx) > SLANT * Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < -BEGIN && -dy > SLANT * Math.abs(dx) ? 'up' : undefined;
};

const distance = (direction: Direction, dx: number, dy: number): number =>
  direction === 'up' ? -dy : direction === 'left' ? -dx : dx;

const isSelecting = (): boolean => getSelection()?.isCollapsed === false;

/** Whether something between the two scrolls sideways by itself. */
const pansAcross = (from: Element, to: Element): boolean => {
  for (let at: Element | null = from; at && at !== to; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth + 1 && getComputedStyle(at).overflowX !== 'visible') {
      return true;
    }
  }
  return false;
};
