/** New versions as the app shows them: one flow for the page, whether or not the rest could open. */
import { createSignal, type Accessor } from 'solid-js';
import type { Updates } from './updates.ts';

export interface NewVersion {
  /** One is stored and waits to take over. */
  readonly ready: Accessor<boolean>;
  /** Begins to look for one. Once the first screen stands: storing a whole app would compete with it. */
  readonly watch: () => void;
  /** Lets it take over, and reloads; just reloads when none waits. */
  readonly apply: () => void;
  /** Held while an answer is open, so that the page does not reload under it. */
  readonly hold: (held: boolean) => void;
}

/** Call once. The flow itself loads when `watch` is called. */
export const followVersions = (): NewVersion => {
  const [ready, setReady] = createSignal(false);
  let isHeld = false;
  let updates: Promise<Updates> | undefined;
  const load = (): Promise<Updates> =>
    (updates ??= import('./updates.ts').then(({ registerUpdates }) =>
      registerUpdates({
        onUpdateReady: () => setReady(true),
        onOfflineReady: () => undefined,
        canReload: () => !isHeld,
      }),
    ));
  return {
    ready,
    watch: () => void load(),
    apply: () => {
      if (ready()) void load().then((flow) => flow.accept());
      else location.reload();
    },
    hold: (held) => {
      isHeld = held;
      if (!held) void updates?.then((flow) => flow.poke());
    },
  };
};
