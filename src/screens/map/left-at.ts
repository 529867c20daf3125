/** Where one was on the trail: kept with its entry in the browser's history, so that Back comes to it. */
import type { Camera } from './camera.ts';

interface LeftAt {
  readonly camera: Camera;
  /** The skill or flag that the Tab key reached. */
  readonly spot: string | undefined;
}

/** To be called before an address is left. */
export const leave = (camera: Camera, spot: string | undefined): void => {
  const trail: LeftAt = { camera, spot };
  history.replaceState({ ...(history.state as object | null), trail }, '');
};

/** @param location as the router has it: while it goes on, the browser's own is still at the entry that is left */
export const leftAt = (location: { readonly state: unknown }): LeftAt | undefined =>
  (location.state as { readonly trail?: LeftAt } | null)?.trail;
