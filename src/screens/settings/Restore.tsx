/** Restore: adds what a backup holds and this device lacks. It overwrites nothing, so it needs no confirmation. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Match, Switch, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { BackupError, OutdatedTabError } from '../../storage/errors.ts';
import type { RestoreResult } from '../../storage/log-store.ts';
import { plural } from '../../ui/format.ts';
import { DataRow } from './DataRow.tsx';

type Stage =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly doing: string }
  | { readonly is: 'done'; readonly said: string }
  | { readonly is: 'failed'; readonly why: string; readonly where: string };

const outcome = ({ added, known, files }: RestoreResult): string =>
  `${plural(added, 'event')}${files ? ` and ${plural(files, 'attached file')}` : ''} added, ${known.toLocaleString('en')} ${known === 1 ? 'was' : 'were'} already here.`;

const failure = (error: unknown): Stage => {
  if (error instanceof BackupError) {
    const why = `${error.message} Nothing was changed.`;
    return { is: 'failed', why, where: error.where };
  }
  console.error(error);
  const why =
    error instanceof OutdatedTabError
      ? 'A newer version of Cairn runs in another tab. Reload this one and restore again.'
      : 'The backup is fine, but this device could not store all of it. Trying again is safe.';
  return { is: 'failed', why, where: '' };
};

export const Restore = (): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const [stage, setStage] = createSignal<Stage>({ is: 'idle' });
  const busy = () => {
    const now = stage();
    return now.is === 'busy' ? now : undefined;
  };
  const done = () => {
    const now = stage();
    return now.is === 'done' ? now : undefined;
  };
  const failed = () => {
    const now = stage();
    return now.is === 'failed' ? now : undefined;
  };

  const bytesOf = async (file: File): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      throw new BackupError('The file could not be read.', file.name);
    }
  };
  const restore = async (file: File): Promise<void> => {
    const comesBack = cairn.missing() || cairn.learner().settings.welcomedAt === 0;
    try {
      setStage({ is: 'busy', doing: `Reading ${file.name}…` });
      const bytes = await bytesOf(file);
      setStage({ is: 'busy', doing: 'Checking every event and adding what is new…' });
      const result = await cairn.store.restoreBackup(bytes);
      setStage({ is: 'busy', doing: 'Working out where you stand…' });
      await cairn.replay();
      setStage({ is: 'done', said: outcome(result) });
      if (!comesBack) return;
      cairn.notify(`Restored: ${outcome(result)}`);
      navigate('/');
    } catch (error) {
      setStage(failure(error));
    }
  };

  return (
    <DataRow
      id="restore"
      title="Restore"
      action={
        <label class="button settings-file" classList={{ busy: busy() !== undefined }}>
          Restore backup
          <input
            type="file"
            accept=".zip,application/zip"
            disabled={busy() !== undefined}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void restore(file);
              // So that choosing the same file again is a change.
              event.currentTarget.value = '';
            }}
          />
        </label>
      }
    >
      <p class="hint">
        Adds what the file holds and this device lacks. What is here stays as it is.
      </p>
      <div aria-live="polite">
        <Switch>
          <Match when={busy()}>
            {(now) => (
              <p class="settings-fact">
                <progress class="settings-progress" aria-label="Restoring" /> {now().doing}
              </p>
            )}
          </Match>
          <Match when={done()}>{(now) => <p class="settings-fact good">{now().said}</p>}</Match>
        </Switch>
      </div>
      <Switch>
        <Match when={failed()}>
          {(now) => (
            <div role="alert" class="stack tight">
              <p class="problem">{now().why}</p>
              <p class="hint settings-where">{now().where && `Where: ${now().where}`}</p>
            </div>
          )}
        </Match>
      </Switch>
    </DataRow>
  );
};
