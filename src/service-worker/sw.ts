/**
 * The service worker: the whole app is stored at install, so offline is the normal case.
 *
 * It answers same-origin GET requests for files of this build, and any navigation with the app's
 * page, because every route is drawn there. The form that the share sheet posts it takes in. Everything
 * else passes through untouched.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { takeShare } from './take-share.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: every file of it. */
  readonly __WB_MANIFEST: (string | PrecacheEntry)[];
};

// First, so that an exact file (robots.txt, a backup manifest, …) wins over the navigation route.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Relative to this worker's own address: works served from a sub-path too. No deny list: ids of
// skills contain dots (`/skills/math.prob`), so "looks like a file" means nothing here.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The manifest's share target, at the address where wins are logged.
registerRoute(
  ({ url }) => url.href.split('?')[0] === `${self.registration.scope}milestones/wins`,
  ({ request }) => takeShare(request),
  'POST',
);

self.addEventListener('activate', (event) => {
  // The very first session has no controller otherwise, and its lazy routes would need the network.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  // Only when a person accepts the update. Taking over by itself would change the files under a
  // page that is in the middle of an answer.
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});
