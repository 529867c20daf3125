/** The trail on paper: what is in view, and of the ground around it what the sheet has room for. */
import { hold, lookAt, transformOf, type Camera, type Size } from './camera.ts';
import { SHEETS } from './on-sheet.ts';
import type { World } from './world.ts';

export const fillSheet = (plan: {
  readonly view: HTMLElement;
  readonly layer: HTMLElement;
  readonly world: () => World;
  readonly camera: () => Camera;
  /** Told of each move, after the layer has been moved. */
  readonly onMove: (camera: Camera, room: Size) => void;
  readonly signal: AbortSignal;
}): void => {
  const { view, layer, world, camera, onMove, signal } = plan;
  const show = (seen: Camera, room: Size): void => {
    layer.style.transform = transformOf(seen);
    onMove(seen, room);
  };
  const inView = (): Size => ({ width: view.clientWidth, height: view.clientHeight });
  const onPrint = (): void => {
    const sheet = SHEETS[world().climb];
    // Beside the rulers.
    const room = { width: sheet.width - view.offsetLeft, height: sheet.height - view.offsetTop };
    const { x, y, scale } = camera();
    const { width, height } = inView();
    const seen = { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
    const fit = Math.min(room.width / seen.width, room.height / seen.height);
    show(hold(lookAt(seen, fit, room), world(), room), room);
  };
  window.addEventListener('beforeprint', onPrint, { signal });
  window.addEventListener('afterprint', () => show(camera(), inView()), { signal });
};
