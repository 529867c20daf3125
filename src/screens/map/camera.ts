/** The camera over the ground: a point of the ground `p` is seen at `p × scale + (x, y)`. */
import type { Box } from './world.ts';

export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Further out, the table says more; further in, the skill's own page. */
export const NEAREST = 1.6;
export const FARTHEST = 0.6;
/** Below this scale only the titles are shown, larger. */
export const FAR = 0.72;

const between = (low: number, x: number, high: number): number => Math.max(low, Math.min(high, x));

/** Holds the ground in view: it may leave the middle of the view, but not by more. */
export const hold = (camera: Camera, world: Size, view: Size): Camera => {
  const scale = between(FARTHEST, camera.scale, NEAREST);
  const axis = (at: number, ground: number, room: number): number => {
    const size = ground * scale;
    return size <= room ? (room - size) / 2 : between(room - size, at, 0);
  };
  return {
    x: axis(camera.x, world.width, view.width),
    y: axis(camera.y, world.height, view.height),
    scale,
  };
};

/** Zooms by a factor, so that the point of the ground that is seen at (x, y) stays there. */
export const zoomAt = (camera: Camera, factor: number, x: number, y: number): Camera => {
  const scale = between(FARTHEST, camera.scale * factor, NEAREST);
  const by = scale / camera.scale;
  return { x: x - (x - camera.x) * by, y: y - (y - camera.y) * by, scale };
};

/** Looks at the middle of a box. */
export const lookAt = (box: Box, scale: number, view: Size): Camera => ({
  x: view.width / 2 - (box.x + box.width / 2) * scale,
  y: view.height / 2 - (box.y + box.height / 2) * scale,
  scale,
});

/** Moves as little as it takes for a box to be in view, with some room around it. */
export const bringIntoView = (camera: Camera, box: Box, view: Size): Camera => {
  const axis = (at: number, from: number, length: number, room: number): number => {
    const around = Math.min(40, Math.max(0, (room - length * camera.scale) / 2));
    const low = around - from * camera.scale;
    const high = room - around - (from + length) * camera.scale;
    return low > high ? (low + high) / 2 : between(low, at, high);
  };
  return {
    x: axis(camera.x, box.x, box.width, view.width),
    y: axis(camera.y, box.y, box.height, view.height),
    scale: camera.scale,
  };
};

/** The same as a CSS transform of the ground. */
export const transformOf = ({ x, y, scale }: Camera): string =>
  `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${scale})`;
