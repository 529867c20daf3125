/** Fingers, mouse and wheel on the map, as moves and zooms. */

export interface GestureTarget {
  /** A gesture begins or has ended. */
  readonly onHold: (held: boolean) => void;
  /** A first finger comes down. Whether that stops a glide. */
  readonly onTouch: () => boolean;
  readonly onPan: (dx: number, dy: number) => void;
  /** Let go while moving, at a speed in px/ms. */
  readonly onFling: (vx: number, vy: number) => void;
  /** A zoom by a factor, about a point, px from the upper left corner of the view. Whether it leaves the level. */
  readonly onZoom: (factor: number, x: number, y: number) => boolean;
}

/** A finger or mouse that moves less than this, px, presses. */
const PRESS = 6;
/** A turn of a mouse wheel is at least this, px; a touchpad sends less, and moves sideways too. */
const WHEEL_TURN = 80;
/** The wheel is at rest after this, ms. */
const WHEEL_REST = 160;
const WHEEL_SPEED = 0.0018;
const PINCH_SPEED = 0.011;

/** Keeps the rest of a turn of the wheel from what comes next: until it rests. */
export const swallowWheel = (): void => {
  const listening = new AbortController();
  const rest = (): number => window.setTimeout(() => listening.abort(), 2 * WHEEL_REST);
  let resting = rest();
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(resting);
    resting = rest();
  };
  window.addEventListener('wheel', onWheel, {
    capture: true,
    passive: false,
    signal: listening.signal,
  });
};

/** A finger that has rested longer than this, ms, flings nothing. */
const FLING_REST = 60;

interface Finger {
  x: number;
  y: number;
}

/** Listens on an element; returns what ends it. */
export const listenForGestures = (view: HTMLElement, target: GestureTarget): (() => void) => {
  const fingers = new Map<number, Finger>();
  let travelled = 0;
  let isHeld = false;
  let velocity = { x: 0, y: 0, at: 0 };
  let wheelRest: ReturnType<typeof setTimeout> | undefined;

  const hold = (held: boolean): void => {
    if (held === isHeld) return;
    isHeld = held;
    target.onHold(held);
  };
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (fingers.size === 0) {
      // A touch that stops a glide presses nothing.
      travelled = target.onTouch() ? PRESS : 0;
      velocity = { x: 0, y: 0, at: event.timeStamp };
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const onMove = (event: PointerEvent): void => {
    // Let go outside of the window.
    if (event.pointerType === 'mouse' && event.buttons === 0) return onCancel(event);
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = { ...finger };
    finger.x = event.clientX;
    finger.y = event.clientY;
    travelled += Math.hypot(finger.x - before.x, finger.y - before.y);
    if (travelled < PRESS) return;
    // Not earlier: a captured pointer presses the view and not the link under it.
    if (!view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
    hold(true);
    if (!other) {
      const [dx, dy] = [finger.x - before.x, finger.y - before.y];
      const time = Math.max(1, event.timeStamp - velocity.at);
      velocity = {
        x: (velocity.x + dx / time) / 2,
        y: (velocity.y + dy / time) / 2,
        at: event.timeStamp,
      };
      return target.onPan(dx, dy);
    }
    const box = view.getBoundingClientRect();
    const spread = Math.hypot(finger.x - other.x, finger.y - other.y);
    const spreadBefore = Math.hypot(before.x - other.x, before.y - other.y) || 1;
    target.onPan((finger.x - before.x) / 2, (finger.y - before.y) / 2);
    target.onZoom(
      spread / spreadBefore,
      (finger.x + other.x) / 2 - box.left,
      (finger.y + other.y) / 2 - box.top,
    );
  };
  const onCancel = (event: PointerEvent): void => {
    if (fingers.delete(event.pointerId) && fingers.size === 0) hold(false);
  };
  const onUp = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0 || !isHeld) return;
    hold(false);
    if (event.timeStamp - velocity.at < FLING_REST) target.onFling(velocity.x, velocity.y);
  };
  const onClick = (event: MouseEvent): void => {
    if (travelled < PRESS || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    hold(true);
    clearTimeout(wheelRest);
    wheelRest = setTimeout(() => fingers.size === 0 && hold(false), WHEEL_REST);
    const isPinch = event.ctrlKey || event.metaKey;
    const isTurn = event.deltaX === 0 && Math.abs(event.deltaY) >= WHEEL_TURN && !event.shiftKey;
    if (!isPinch && !isTurn) return target.onPan(-event.deltaX, -event.deltaY);
    const box = view.getBoundingClientRect();
    const speed = isTurn ? WHEEL_SPEED : PINCH_SPEED;
    const factor = Math.exp(-event.deltaY * speed);
    if (target.onZoom(factor, event.clientX - box.left, event.clientY - box.top)) swallowWheel();
  };
  const onDragStart = (event: DragEvent): void => event.preventDefault();

  const listening = new AbortController();
  const { signal } = listening;
  view.addEventListener('pointerdown', onDown, { signal });
  view.addEventListener('pointermove', onMove, { signal });
  view.addEventListener('pointerup', onUp, { signal });
  view.addEventListener('pointercancel', onCancel, { signal });
  view.addEventListener('click', onClick, { capture: true, signal });
  view.addEventListener('wheel', onWheel, { passive: false, signal });
  view.addEventListener('dragstart', onDragStart, { signal });
  return () => {
    clearTimeout(wheelRest);
    listening.abort();
  };
};
