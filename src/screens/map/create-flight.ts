/** Flies the camera: by gestures at once, by keys and links in a short flight. The layer is moved by its transform alone. */
import { createEffect, on, onCleanup, onMount, type Accessor } from 'solid-js';
import {
  bringIntoView,
  FARTHEST,
  hold,
  lookAt,
  NEAREST,
  transformOf,
  zoomAt,
  type Camera,
  type Size,
} from './camera.ts';
import type { Box, World } from './world.ts';

export interface Flight {
  readonly camera: () => Camera;
  /** Whether the middle of a box is in view. */
  readonly sees: (box: Box) => boolean;
  /** Zooms about the middle of a box that is in view, else about the middle of the view. */
  readonly zoomBy: (factor: number, box?: Box) => void;
  /** Is at once where it was. */
  readonly returnTo: (camera: Camera) => void;
  readonly lookAt: (box: Box, scale: number, isInstant?: boolean) => void;
  readonly bringIntoView: (box: Box) => void;
}

export interface FlightPlan {
  readonly view: () => HTMLElement;
  readonly layer: () => HTMLElement;
  readonly world: Accessor<World>;
  readonly size: Accessor<Size>;
  /** Told of each move, after the layer has been moved. */
  readonly onMove: (camera: Camera) => void;
  /** Told when a gesture or a flight is over. */
  readonly onRest: (camera: Camera) => void;
  /** Zoomed out beyond the farthest. */
  readonly onOut: () => void;
  /** Zoomed in beyond the nearest: at what point of the ground. */
  readonly onIn: (x: number, y: number) => void;
}

const FLIGHT_MS = 200;
const FLING_MS = 600;
/** So far must a gesture go on beyond an end to leave the level: more than one or two turns of a wheel. */
const BEYOND = 1.8;

const ease = (t: number): number => 1 - (1 - t) ** 3;
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const createFlight = (plan: FlightPlan): Flight => {
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  /** Where a flight leads; else where the camera is. */
  let aim = camera;
  let frame = 0;
  let isGliding = false;
  let listening: (() => void) | undefined;
  /** How far gestures have gone beyond the nearest (above 1) or the farthest (below 1). */
  let beyond = 1;

  const move = (next: Camera): void => {
    camera = hold(next, plan.world(), plan.size());
    aim = camera;
    plan.layer().style.transform = transformOf(camera);
    plan.onMove(camera);
  };
  const setMoving = (isMoving: boolean): void => {
    plan.layer().classList.toggle('moving', isMoving);
    if (!isMoving) plan.onRest(camera);
  };
  const flyTo = (wanted: Camera, isInstant = false, duration = FLIGHT_MS): void => {
    cancelAnimationFrame(frame);
    isGliding = false;
    const from = camera;
    const to = hold(wanted, plan.world(), plan.size());
    if (isInstant || isStill()) {
      move(to);
      return setMoving(false);
    }
    aim = to;
    let begin: number | undefined;
    const step = (now: number): void => {
      begin ??= now;
      const t = ease(Math.min(1, (now - begin) / duration));
      const between = (a: number, b: number): number => a + (b - a) * t;
      move({
        x: between(from.x, to.x),
        y: between(from.y, to.y),
        scale: between(from.scale, to.scale),
      });
      aim = to;
      setMoving(t < 1);
      if (t < 1) frame = requestAnimationFrame(step);
      else isGliding = false;
    };
    frame = requestAnimationFrame(step);
  };

  /** Where the middle of a box is seen, px from the upper left corner of the view. */
  const middle = ({ x, y, width, height }: Box): readonly [number, number] => [
    (x + width / 2) * aim.scale + aim.x,
    (y + height / 2) * aim.scale + aim.y,
  ];
  const sees = (box: Box): boolean => {
    const [x, y] = middle(box);
    const { width, height } = plan.size();
    return x > 0 && y > 0 && x < width && y < height;
  };

  /** Whether that went beyond an end and leaves the level. */
  const zoom = (factor: number, x: number, y: number, isSoft: boolean): boolean => {
    const isAtEnd = factor > 1 ? aim.scale >= NEAREST : aim.scale <= FARTHEST;
    if (isAtEnd) {
      beyond =
        Math.sign(Math.log(beyond)) === -Math.sign(Math.log(factor)) ? factor : beyond * factor;
      if (beyond < 1 / BEYOND) plan.onOut();
      else if (beyond > BEYOND) {
        plan.onIn((x - camera.x) / camera.scale, (y - camera.y) / camera.scale);
      }
      const hasLeft = beyond < 1 / BEYOND || beyond > BEYOND;
      if (hasLeft) beyond = 1;
      return hasLeft;
    }
    beyond = 1;
    const next = zoomAt(aim, factor, x, y);
    if (isSoft) flyTo(next);
    else move(next);
    return false;
  };

  // What fingers, mouse and wheel do comes when the ground stands.
  let isGone = false;
  const listen = async (): Promise<void> => {
    const { listenForGestures } = await import('./gestures.ts');
    if (isGone) return;
    listening = listenForGestures(plan.view(), {
      onHold: (held) => {
        cancelAnimationFrame(frame);
        isGliding = false;
        aim = camera;
        setMoving(held);
      },
      onTouch: () => {
        const wasGliding = isGliding;
        if (wasGliding) flyTo(camera, true);
        return wasGliding;
      },
      onPan: (dx, dy) => move({ ...camera, x: camera.x + dx, y: camera.y + dy }),
      // Its speed is the flight's at the beginning: three times the way in the time.
      onFling: (vx, vy) => {
        const far = FLING_MS / 3;
        const { x, y, scale } = camera;
        if (isStill()) return;
        flyTo({ x: x + vx * far, y: y + vy * far, scale }, false, FLING_MS);
        isGliding = true;
      },
      onZoom: (factor, x, y) => zoom(factor, x, y, false),
    });
  };
  onMount(() => void listen());
  createEffect(
    on(
      plan.size,
      () => {
        const to = aim;
        move(camera);
        aim = hold(to, plan.world(), plan.size());
      },
      { defer: true },
    ),
  );
  onCleanup(() => {
    isGone = true;
    cancelAnimationFrame(frame);
    listening?.();
  });

  return {
    camera: () => camera,
    sees,
    zoomBy: (factor, box) => {
      beyond = factor > 1 ? BEYOND : 1 / BEYOND;
      const { width, height } = plan.size();
      const [x, y] = box && sees(box) ? middle(box) : [width / 2, height / 2];
      zoom(factor, x, y, true);
    },
    returnTo: (wanted) => flyTo(wanted, true),
    lookAt: (box, scale, isInstant) => flyTo(lookAt(box, scale, plan.size()), isInstant),
    // From where a flight leads to, which may be there already.
    bringIntoView: (box) => flyTo(bringIntoView(aim, box, plan.size())),
  };
};
