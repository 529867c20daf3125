/**
 * From the table into the ground: two fingers apart, or the wheel with Ctrl, on a cell or a head open where it leads. Beside them,
 * and wherever the page is zoomed already, both zoom the page as ever.
 */
import { swallowWheel } from './gestures.ts';

/** So far apart, as a factor, must the fingers or the wheel go. */
const ENOUGH = 1.25;
const WHEEL_SPEED = 0.011;

interface Pinch {
  readonly link: HTMLElement;
  readonly spread: number;
}

const linkAt = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('a[data-place]') ?? null;

const spreadOf = ([a, b]: TouchList): number =>
  a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;

/** Listens as long as the table stands. */
export const listenForZoomIn = (table: HTMLElement): void => {
  let pinch: Pinch | undefined;
  let turned = 1;

  const onTouchStart = (event: TouchEvent): void => {
    const [a, b] = event.touches;
    pinch = undefined;
    if (!a || !b || event.touches.length > 2 || (visualViewport?.scale ?? 1) > 1.01) return;
    const [x, y] = [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];
    const link = linkAt(document.elementFromPoint(x, y));
    if (!link || !table.contains(link) || !event.cancelable) return;
    // The page neither zooms nor scrolls by these two.
    event.preventDefault();
    pinch = { link, spread: spreadOf(event.touches) };
  };
  const onTouchMove = (event: TouchEvent): void => {
    if (!pinch || spreadOf(event.touches) < pinch.spread * ENOUGH) return;
    pinch.link.click();
    pinch = undefined;
  };
  const onWheel = (event: WheelEvent): void => {
    const link = linkAt(event.target as Element);
    if (!link || !(event.ctrlKey || event.metaKey) || event.deltaY >= 0) {
      turned = 1;
      return;
    }
    event.preventDefault();
    turned *= Math.exp(-event.deltaY * WHEEL_SPEED);
    if (turned < ENOUGH) return;
    turned = 1;
    swallowWheel();
    link.click();
  };
  table.addEventListener('touchstart', onTouchStart, { passive: false });
  table.addEventListener('touchmove', onTouchMove, { passive: true });
  table.addEventListener('wheel', onWheel, { passive: false });
};
