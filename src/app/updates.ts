/**
 * New versions: found in the background, offered, and taken over only when the person says so and
 * no answer is in the air.
 *
 * A new service worker waits until it is told to take over (`src/service-worker/sw.ts`). Then every
 * open tab reloads once, since its files are gone from the cache.
 */

import { Workbox } from 'workbox-window';

/** Name of this build, as in the page's `cairn-build` meta tag. */
export const BUILD: string = __CAIRN_BUILD__;

export interface UpdateOptions {
  /** A new version is stored and waits for `accept()`. May be called again for a later one. */
  readonly onUpdateReady: () => void;
  /** First visit only: everything is stored, the app now works offline. */
  readonly onOfflineReady: () => void;
  /** False while a reload would cost the person something, such as in the middle of an answer. */
  readonly canReload: () => boolean;
}

export interface Updates {
  /** Lets the waiting version take over; reloads all tabs as soon as each of them can. */
  accept(): void;
  /** Looks for a new version now. Quiet when offline. */
  check(): void;
  /** Something that `canReload` depends on has changed (a route, an answer): do a due reload. */
  poke(): void;
}

/** What is used of the browser, so that tests can stand in for it. */
export interface UpdateHost {
  readonly serviceWorker: ServiceWorkerContainer | undefined;
  /** Registers the worker at this address; `undefined` where the browser does not let us. */
  readonly register: (url: string, scope: string) => Promise<ServiceWorkerRegistration | undefined>;
  readonly reload: () => void;
  /** Wall clock, ms. */
  readonly now: () => number;
}

const HOUR = 3_600_000;
/** Switching between apps makes a page visible many times a minute. */
const SHORTEST_BETWEEN_CHECKS = 60_000;
/** Session storage: the build for which a failed chunk has been answered with a reload already. */
const CHUNK_RELOAD_KEY = 'cairn-chunk-reload';

const browser = (): UpdateHost => ({
  // Missing in private windows of some browsers and on plain http; unwanted in development.
  serviceWorker:
    import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
  register: (url, scope) =>
    new Workbox(url, { scope, updateViaCache: 'none' }).register({ immediate: true }),
  reload: () => {
    location.reload();
  },
  now: () => Date.now(),
});

/** Registers the service worker after load. Call once. Does nothing in development. */
export const registerUpdates = (options: UpdateOptions, host: UpdateHost = browser()): Updates => {
  let registration: ServiceWorkerRegistration | undefined;
  let reloadIsDue = false;
  let reloading = false;
  let lastCheck = host.now();

  const reloadWhenPossible = (): void => {
    if (!reloadIsDue || reloading || !options.canReload()) return;
    reloading = true;
    host.reload();
  };

  const requestReload = (): void => {
    reloadIsDue = true;
    reloadWhenPossible();
  };

  const check = (): void => {
    if (registration === undefined || !navigator.onLine) return;
    lastCheck = host.now();
    // Rejects when the server cannot be reached: the next check will come.
    registration.update().catch(() => undefined);
  };

  const follow = (worker: ServiceWorker | null, isUpdate: boolean): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state !== 'installed') return;
      if (isUpdate) options.onUpdateReady();
      else options.onOfflineReady();
    });
  };

  const watch = (found: ServiceWorkerRegistration): void => {
    registration = found;
    // An active worker, not a controller, tells an update from a first install: the page of the
    // first session may have no controller, and then a real update would never be offered
    // (vite-plugin-pwa #789).
    if (found.waiting !== null && found.active !== null) options.onUpdateReady();
    follow(found.installing, found.active !== null);
    found.addEventListener('updatefound', () => {
      follow(found.installing, found.active !== null);
    });
  };

  const accept = (): void => {
    const waiting = registration?.waiting;
    if (waiting === null || waiting === undefined) {
      // Another tab was faster, or the worker took over by itself: the page is what is left.
      requestReload();
      return;
    }
    // Besides `controllerchange`, which a page without a controller may never get (#789).
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') requestReload();
    });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  };

  const { serviceWorker } = host;
  if (serviceWorker !== undefined) {
    let controlled = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      // The first controller of a first session brings nothing new.
      if (controlled) requestReload();
      controlled = true;
    });

    const register = (): void => {
      host
        .register(`${import.meta.env.BASE_URL}sw.js`, import.meta.env.BASE_URL)
        // Without a service worker (blocked storage, a private window) the app works, but online.
        .then((found) => found && watch(found))
        .catch((error: unknown) => {
          console.warn('Cairn will not work offline:', error);
        });
    };
    // Storing the whole app must not compete with the first screen.
    if (document.readyState === 'complete') register();
    else addEventListener('load', register, { once: true });

    setInterval(check, HOUR);
  }

  document.addEventListener('visibilitychange', () => {
    reloadWhenPossible();
    // An installed app may stay open for weeks and hardly ever navigates.
    const isOld = host.now() - lastCheck >= SHORTEST_BETWEEN_CHECKS;
    if (document.visibilityState === 'visible' && isOld) check();
  });

  // A chunk of this build is gone, because a newer one was deployed or took over. A reload brings a
  // matching set, but only one per build, or a page that stays broken would reload for ever.
  addEventListener('vite:preloadError', (event) => {
    if (reloading || !options.canReload()) return;
    if (sessionStorage.getItem(CHUNK_RELOAD_KEY) === BUILD) return;
    sessionStorage.setItem(CHUNK_RELOAD_KEY, BUILD);
    // Otherwise the failed import surfaces as an error in the moment before the reload.
    event.preventDefault();
    requestReload();
  });

  return { accept, check, poke: reloadWhenPossible };
};
