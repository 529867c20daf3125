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
import { AppRouter } from './app-router.ts';
import { openCairn } from './cairn.ts';
import { CairnContext, type Cairn } from './context.ts';
import { watchForNewVersion } from './new-version.ts';
import { routes } from './routes.ts';
import { Shell } from './Shell.tsx';

const BootFailure = lazy(() => import('./BootFailure.tsx'));

type Boot =
  | { readonly phase: 'opening' }
  | { readonly phase: 'open'; readonly cairn: Cairn }
  | { readonly phase: 'failed'; readonly error: unknown };

export const App = (): JSX.Element => {
  const [boot, setBoot] = createSignal<Boot>({ phase: 'opening' });
  const newVersion = watchForNewVersion();
  const owner = getOwner();
  const open = (): void => {
    setBoot({ phase: 'opening' });
    openCairn((make) => runWithOwner(owner, make), newVersion).then(
      // In a task of its own, so that the splash and a first touch need not wait for both the opening and the drawing.
      (cairn) => setTimeout(() => setBoot({ phase: 'open', cairn })),
      (error: unknown) => setBoot({ phase: 'failed', error }),
    );
  };
  open();

  createEffect(() => {
    if (boot().phase !== 'opening') document.getElementById('splash')?.remove();
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
        {(opened) => (
          <CairnContext.Provider value={opened()}>
            <AppRouter base={import.meta.env.BASE_URL.replace(/\/$/, '')} root={Shell}>
              <For each={routes}>
                {(route) => <Route path={route.path} component={route.component} />}
              </For>
            </AppRouter>
          </CairnContext.Provider>
        )}
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
