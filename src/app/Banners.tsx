/** What a person must know about their data or the app, above any screen. Calm, and each with the next step. */
import { A, useNavigate } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { Trouble } from '../storage/errors.ts';
import { useCairn } from './context.ts';

const TROUBLES: Readonly<Record<Trouble, string>> = {
  quota:
    'This device has no room left. What you do is kept in this tab only. Free some space, or export a backup now.',
  blocked:
    'Another tab holds the database. What you do is kept in this tab only until that one is closed.',
  unavailable:
    'This browser does not let Cairn store anything here (a private window, perhaps). Export a backup before you close the tab.',
  outdated:
    'A newer version of Cairn runs in another tab. What you do here is kept in this tab; reload to go on with the new version.',
  failed:
    'Writing to this device failed. What you do is kept in this tab, and Cairn keeps trying. Export a backup to be safe.',
};

const Banners = (props: { readonly onStudy: boolean }): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const trouble = (): Trouble | undefined => {
    const status = cairn.storage();
    return status.kind === 'degraded' ? status.reason : undefined;
  };
  const startFresh = (): void => {
    cairn.acceptLoss();
    navigate('/welcome');
  };
  return (
    <div class="banners">
      <Switch>
        <Match when={cairn.missing()}>
          <section class="banner warn" role="alert">
            <p class="grow">
              <strong>Your data is not where it should be.</strong> This browser has held reviews
              before, and now both copies are empty. If you have a backup file, restore it first.
            </p>
            <A href="/settings#restore" class="button primary">
              Restore a backup
            </A>
            <button type="button" class="button" onClick={startFresh}>
              Start fresh
            </button>
          </section>
        </Match>
        <Match when={cairn.storage().kind === 'wiped'}>
          <section class="banner warn" role="alert">
            <p class="grow">Everything on this device was erased.</p>
            <button type="button" class="button" onClick={() => location.reload()}>
              Reload
            </button>
          </section>
        </Match>
        <Match when={trouble()}>
          {(reason) => (
            <section class="banner bad" role="alert">
              <p class="grow">{TROUBLES[reason()]}</p>
              <A href="/settings#backup" class="button">
                Export a backup
              </A>
            </section>
          )}
        </Match>
      </Switch>
      <Show when={cairn.updateReady() && !props.onStudy}>
        <section class="banner" role="status">
          <p class="grow">A new version of Cairn is ready.</p>
          <button type="button" class="button primary" onClick={() => cairn.applyUpdate()}>
            Reload
          </button>
        </section>
      </Show>
    </div>
  );
};

export default Banners;
