/** The frame around every screen: skip link, navigation, banners, and the word on what just happened. */
import { useLocation, useNavigate, type RouteSectionProps } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  For,
  getOwner,
  lazy,
  on,
  runWithOwner,
  Show,
  Suspense,
  type JSX,
} from 'solid-js';
import {
  CloseIcon,
  InsightsIcon,
  LibraryIcon,
  MapIcon,
  MilestonesIcon,
  PlusIcon,
  SettingsIcon,
  TodayIcon,
} from '../ui/icons.tsx';
import { awaitsWelcome } from './awaits-welcome.ts';
import { useCairn } from './context.ts';
import { BASE, pathOf } from './routes.ts';
import { titleOf } from './title.ts';
import { applyTheme } from './theme.ts';
import './shell.css';

// Seldom seen, so not part of what must arrive before the first card.
const Banners = lazy(() => import('./Banners.tsx'));
const LogWin = lazy(() => import('../screens/milestones/LogWin.tsx'));
const ScreenFailure = lazy(() => import('./ScreenFailure.tsx'));

// Plain links, which the router follows too: its own would mark only the exact address as the current page.
const PLACES = [
  { href: '/', name: 'Today', icon: TodayIcon },
  { href: '/map', name: 'Map', icon: MapIcon },
  { href: '/milestones', name: 'Milestones', icon: MilestonesIcon },
  { href: '/insights', name: 'Insights', icon: InsightsIcon },
  { href: '/library', name: 'Library', icon: LibraryIcon },
  { href: '/settings', name: 'Settings', icon: SettingsIcon },
] as const;

/** A skill's page belongs to the map, as far as the navigation shows. */
const isUnder = (path: string, href: string): boolean =>
  href === '/'
    ? path === '/' || path.startsWith('/study')
    : path.startsWith(href) || (href === '/map' && path.startsWith('/skills'));

export const Shell = (props: RouteSectionProps): JSX.Element => {
  const cairn = useCairn();
  const location = useLocation();
  const navigate = useNavigate();
  const path = (): string => pathOf(location);

  const theme = createMemo(() => cairn.learner().settings.theme);
  createEffect(() => applyTheme(theme()));
  createEffect(() => {
    document.title = titleOf(path(), cairn.index);
  });
  createEffect(() => {
    if (awaitsWelcome(cairn, path())) navigate('/welcome', { replace: true });
  });
  createEffect(
    on(
      path,
      // In a task of its own: both make the browser lay out at once, which the new screen need not wait for.
      () => setTimeout(atTheTop),
      { defer: true },
    ),
  );
  const owner = getOwner();
  void import('./go-keys.tsx').then(({ goKeys }) =>
    runWithOwner(owner, () => goKeys((href) => navigate(href))),
  );

  /** The first part of the path, for the styles. */
  const screen = (): string => /^\/([^/]+)/.exec(path())?.[1] ?? 'today';
  const hasNews = (): boolean =>
    cairn.missing() || cairn.updateReady() || cairn.storage().kind !== 'ok';
  const [isLogging, setLogging] = createSignal(false);
  const plain = (): boolean => path() === '/welcome' || cairn.missing();

  return (
    <div class="shell" data-screen={screen()} data-plain={plain()}>
      <a class="skip-link" href="#content" onClick={skipToContent}>
        Skip to content
      </a>
      {/* On the first visit every link of it would lead back here. */}
      <Show when={cairn.learner().settings.welcomedAt || path() !== '/welcome'}>
        <nav class="main-nav" aria-label="Main">
          <span class="brand" aria-hidden="true">
            <BrandMark /> Cairn
          </span>
          <button type="button" class="nav-win" onClick={() => setLogging(true)}>
            <PlusIcon />
            Log a win
          </button>
          <For each={PLACES}>
            {(place) => (
              <a
                href={`${BASE}${place.href}`}
                class="nav-link"
                classList={{ 'nav-settings': place.href === '/settings' }}
                aria-current={isUnder(path(), place.href) ? 'page' : undefined}
              >
                {place.icon()}
                <span class="nav-name">{place.name}</span>
              </a>
            )}
          </For>
        </nav>
      </Show>
      <main id="content" class="content" tabindex="-1">
        <Suspense>
          <Show when={hasNews()}>
            <Banners onStudy={path() === '/study'} />
          </Show>
        </Suspense>
        <ErrorBoundary
          fallback={(error: unknown, reset) => (
            <ErrorBoundary fallback={<h1>This screen could not be shown. Please reload.</h1>}>
              <Suspense>
                <ScreenFailure error={error} retry={reset} />
              </Suspense>
            </ErrorBoundary>
          )}
        >
          <Suspense>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Show when={isLogging()}>
        <Suspense>
          <LogWin onClose={() => setLogging(false)} />
        </Suspense>
      </Show>
      <div class="notice-place" role="status">
        <Show when={cairn.notice()}>
          {(notice) => (
            <div class="notice">
              <span class="grow">{notice().text}</span>
              <Show when={notice().undo}>
                {(undo) => (
                  <button
                    type="button"
                    class="notice-undo"
                    onClick={() => {
                      undo()();
                      cairn.dismissNotice();
                    }}
                  >
                    Undo
                  </button>
                )}
              </Show>
              <button
                type="button"
                class="notice-close"
                aria-label="Dismiss"
                onClick={() => cairn.dismissNotice()}
              >
                <CloseIcon />
              </button>
            </div>
          )}
        </Show>
      </div>
    </div>
  );
};

/** A new screen begins at its top, and has the focus unless it has put that somewhere already. */
const atTheTop = (): void => {
  window.scrollTo(0, 0);
  const content = document.getElementById('content');
  if (!content?.contains(document.activeElement)) content?.focus({ preventScroll: true });
};

/** The router would treat the fragment as a navigation. */
const skipToContent = (event: MouseEvent): void => {
  event.preventDefault();
  document.getElementById('content')?.focus();
};

const BrandMark = (): JSX.Element => (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
    <rect x="2" y="18" width="22" height="6" rx="3" fill="var(--altitude-entry)" />
    <rect x="5" y="12" width="15" height="5.4" rx="2.7" fill="var(--altitude-mid)" />
    <rect x="8" y="6.8" width="11" height="4.6" rx="2.3" fill="var(--altitude-senior)" />
    <rect x="10" y="2.4" width="6" height="3.8" rx="1.9" fill="var(--accent)" />
  </svg>
);
