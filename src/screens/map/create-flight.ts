/** Flies the camera: by gestures at once, by keys and links in a short flight. The layer is moved by its transform alone. */
import { createEffect, on, onCleanup, type Accessor } from 'solid-js';
import {
  bringIntoView,
  FARTHEST,
  hold,
  lookAt,
  NEAREST,
  zoomAt,
  type Camera,
  type Size,
} from './camera.ts';
import { listenForGestures, swallowWheel } from './gestures.ts';
import type { Box, World } from './world.ts';

export interface Flight {
  readonly camera: () => Camera;
  /** Zooms about the middle of the view, or a point of it. */
  readonly zoomBy: (factor: number, x?: number, y?: number) => void;
  readonly lookAt: (box: Box, scale: number, isInstant?: boolean) => void;
  readonly bringIntoView: (box: Box) => void;
}

export interface FlightPlan {
  readonly view: () => HTMLElement;
  readonly layer: () => HTMLElement;
  readonly world: Accessor<World>;
  /** The part of the view, from its upper left corner, that nothing floats over. */
  readonly size: Accessor<Size>;
  /** Told of each move, after the layer has been moved. */
  readonly onMove: (camera: Camera) => void;
  /** Told when a gesture or a flight is over. */
  readonly onRest: (camera: Camera) => void;
  /** Zoomed out beyond the farthest: about where on the ground. */
  readonly onOut: () => void;
  /** Zoomed in beyond the nearest: at what point of the ground. */
  readonly onIn: (x: number, y: number) => void;
}

const FLIGHT_MS = 200;
/** So far must a gesture go on beyond an end to leave the level: more than one or two turns of a wheel. */
const BEYOND = 1.8;

const ease = (t: number): number => 1 - (1 - t) ** 3;
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const createFlight = (plan: FlightPlan): Flight => {
  let camera: Camera = { x: 0, y: 0, scale: 1 };
  /** Where a flight leads; else where the camera is. */
  let aim = camera;
  let frame = 0;
  /** How far gestures have gone beyond the nearest (above 1) or the farthest (below 1). */
  let beyond = 1;

  const move = (next: Camera): void => {
    camera = hold(next, plan.world(), plan.size());
    aim = camera;
    const { x, y, scale } = camera;
    plan.layer().style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${scale})`;
    plan.onMove(camera);
  };
  const setMoving = (isMoving: boolean): void => {
    plan.layer().classList.toggle('moving', isMoving);
    if (!isMoving) plan.onRest(camera);
  };
  const flyTo = (wanted: Camera, isInstant = false): void => {
    cancelAnimationFrame(frame);
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
      const t = ease(Math.min(1, (now - begin) / FLIGHT_MS));
      const between = (a: number, b: number): number => a + (b - a) * t;
      move({
        x: between(from.x, to.x),
        y: between(from.y, to.y),
        scale: between(from.scale, to.scale),
      });
      aim = to;
      setMoving(t < 1);
      if (t < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };

  const zoom = (factor: number, x: number, y: number, isSoft: boolean): void => {
    const isAtEnd = factor > 1 ? aim.scale >= NEAREST : aim.scale <= FARTHEST;
    if (isAtEnd) {
      beyond =
        Math.sign(Math.log(beyond)) === -Math.sign(Math.log(factor)) ? factor : beyond * factor;
      if (beyond < 1 / BEYOND) plan.onOut();
      else if (beyond > BEYOND) {
        plan.onIn((x - camera.x) / camera.scale, (y - camera.y) / camera.scale);
      }
      if (beyond < 1 / BEYOND || beyond > BEYOND) {
        beyond = 1;
        swallowWheel();
      }
      return;
    }
    beyond = 1;
    const next = zoomAt(aim, factor, x, y);
    if (isSoft) flyTo(next);
    else move(next);
  };

  createEffect(
    on(plan.view, (view) => {
      onCleanup(
        listenForGestures(view, {
          onHold: (held) => {
            cancelAnimationFrame(frame);
            aim = camera;
            setMoving(held);
          },
          onPan: (dx, dy) => move({ ...camera, x: camera.x + dx, y: camera.y + dy }),
          onZoom: (factor, x, y) => zoom(factor, x, y, false),
        }),
      );
    }),
  );
  createEffect(on(plan.size, () => move(camera), { defer: true }));
  onCleanup(() => cancelAnimationFrame(frame));

  return {
    camera: () => camera,
    zoomBy: (factor, x = plan.size().width / 2, y = plan.size().height / 2) => {
      beyond = factor > 1 ? BEYOND : 1 / BEYOND;
      zoom(factor, x, y, true);
    },
    lookAt: (box, scale, isInstant) => flyTo(lookAt(box, scale, plan.size()), isInstant),
    // From where a flight leads to, which may be there already.
    bringIntoView: (box) => flyTo(bringIntoView(aim, box, plan.size())),
  };
};
