/** New versions as the app shows them: one flow for the page, whether or not the rest could open. */
import { createSignal, type Accessor } from 'solid-js';

export interface NewVersion {
  /** One is stored and waits to take over. */
  readonly ready: Accessor<boolean>;
  /** Lets it take over, and reloads; just reloads when none waits. */
  readonly apply: () => void;
  /** Held while an answer is open, so that the page does not reload under it. */
  readonly hold: (held: boolean) => void;
}

/** Call once. The flow itself loads in the background: nothing of the first screen waits for it. */
export const watchForNewVersion = (): NewVersion => {
  const [ready, setReady] = createSignal(false);
  let isHeld = false;
  const updates = import('./updates.ts').then(({ registerUpdates }) =>
    registerUpdates({
      onUpdateReady: () => setReady(true),
      onOfflineReady: () => undefined,
      canReload: () => !isHeld,
    }),
  );
  return {
    ready,
    apply: () => {
      if (ready()) void updates.then((flow) => flow.accept());
      else location.reload();
    },
    hold: (held) => {
      isHeld = held;
      if (!held) void updates.then((flow) => flow.poke());
    },
  };
};
