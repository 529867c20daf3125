/**
 * The router of the library on this app's address bar: history, links, and the part of a page that an address names.
 *
 * Its own integration brings form actions, data preloading and a server's side as well, which nothing here uses and
 * every first card would wait for.
 */
import { createRouter } from '@solidjs/router';
import { onCleanup } from 'solid-js';
import { preloadScreen } from './routes.ts';

type Integration = Parameters<typeof createRouter>[0];
type Router = Parameters<NonNullable<Integration['create']>>[0];

const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);

/** The link of the app that an event is on, if it is one that the router follows. */
const linkUnder = (event: Event, base: string): { link: Element; url: URL } | undefined => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || link.matches('[target], [download], [rel~="external"]')) return undefined;
  const url = new URL(link.getAttribute('href') ?? '', document.baseURI);
  return url.origin === location.origin && url.pathname.startsWith(base)
    ? { link, url }
    : undefined;
};

const followLinks = (router: Router): void => {
  const base = router.base.path();
  const navigate = router.navigatorFactory(router.base);
  const follow = (event: MouseEvent): void => {
    const found = isPlainClick(event) ? linkUnder(event, base) : undefined;
    if (!found) return;
    const { link, url } = found;
    const state = link.getAttribute('state');
    event.preventDefault();
    navigate(url.pathname + url.search + url.hash, {
      resolve: false,
      replace: link.hasAttribute('replace'),
      scroll: !link.hasAttribute('noscroll'),
      state: state === null ? undefined : JSON.parse(state),
    });
  };
  // A finger rests on a link for a tenth of a second before it is lifted.
  const prepare = (event: Event): void => {
    const found = linkUnder(event, base);
    if (found) preloadScreen(found.url.pathname.slice(base.length));
  };
  document.addEventListener('click', follow);
  document.addEventListener('pointerdown', prepare, { passive: true });
  onCleanup(() => {
    document.removeEventListener('click', follow);
    document.removeEventListener('pointerdown', prepare);
  });
};

/** A router that begins at the address of this moment. */
export const routerFromHere = (): ReturnType<typeof createRouter> =>
  createRouter({
    get: () => ({
      value: location.pathname + location.search + location.hash,
      state: history.state as unknown,
    }),
    set: ({ value, replace, scroll, state }) => {
      if (replace) history.replaceState(state, '', value);
      else history.pushState(state, '', value);
      const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (part) part.scrollIntoView();
      else if (scroll) window.scrollTo(0, 0);
    },
    init: (notify) => {
      const turn = (): void => notify();
      window.addEventListener('popstate', turn);
      return () => window.removeEventListener('popstate', turn);
    },
    create: followLinks,
  });
