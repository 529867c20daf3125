/** The app: opens what it needs, then shows the screen of the address. */
import { Route } from '@solidjs/router';
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  For,
  getOwner,
  lazy,
  Match,
  runWithOwner,
  Suspense,
  Switch,
  type JSX,
} from 'solid-js';
import { routerFromHere } from './app-router.ts';
import { awaitsWelcome } from './awaits-welcome.ts';
import { openCairn } from './cairn.ts';
import { CairnContext, type Cairn } from './context.ts';
import { followVersions } from './new-version.ts';
import { BASE, pathOf, routes } from './routes.ts';
import { Shell } from './Shell.tsx';

const BootFailure = lazy(() => import('./BootFailure.tsx'));

type Boot =
  | { readonly phase: 'opening' }
  | { readonly phase: 'open'; readonly cairn: Cairn }
  | { readonly phase: 'failed'; readonly error: unknown };

export const App = (): JSX.Element => {
  const [boot, setBoot] = createSignal<Boot>({ phase: 'opening' });
  const newVersion = followVersions();
  const owner = getOwner();
  const open = (): void => {
    setBoot({ phase: 'opening' });
    openCairn((make) => runWithOwner(owner, make), newVersion).then(
      // In a task of its own, so that the splash and a first touch need not wait for both the opening and the drawing.
      (cairn) =>
        setTimeout(() => {
          // Before a router has loaded the screen that nobody will see.
          if (awaitsWelcome(cairn, pathOf(location)))
            history.replaceState(null, '', `${BASE}/welcome`);
          setBoot({ phase: 'open', cairn });
        }),
      (error: unknown) => setBoot({ phase: 'failed', error }),
    );
  };
  // In a task of its own too: this one has read all the code.
  setTimeout(open);

  createEffect(() => {
    if (boot().phase === 'opening') return;
    document.getElementById('splash')?.remove();
    // After the frame with the first screen in it.
    requestAnimationFrame(() => setTimeout(newVersion.watch));
  });

  const cairn = (): Cairn | undefined => {
    const state = boot();
    return state.phase === 'open' ? state.cairn : undefined;
  };
  const failure = (): { readonly error: unknown } | undefined => {
    const state = boot();
    return state.phase === 'failed' ? state : undefined;
  };

  return (
    <Switch
      fallback={<main id="content" class="boot" aria-busy="true" aria-label="Opening Cairn" />}
    >
      <Match when={cairn()}>
        {(opened) => {
          const AppRouter = routerFromHere();
          return (
            <CairnContext.Provider value={opened()}>
              <AppRouter base={BASE} root={Shell}>
                <For each={routes}>
                  {(route) => <Route path={route.path} component={route.component} />}
                </For>
              </AppRouter>
            </CairnContext.Provider>
          );
        }}
      </Match>
      <Match when={failure()}>
        {(failed) => (
          <ErrorBoundary fallback={<h1>Cairn could not open. Please reload.</h1>}>
            <Suspense>
              <BootFailure error={failed().error} retry={open} newVersion={newVersion} />
            </Suspense>
          </ErrorBoundary>
        )}
      </Match>
    </Switch>
  );
};
