/** Export: the whole log as a file, and how old the last one is. */
import { createSignal, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { HOUR_MS, isoDate } from '../../domain/calendar/study-day.ts';
import { relativeDay } from '../../ui/format.ts';
import { DataRow } from './DataRow.tsx';
import { download } from '../../ui/download.ts';

export const Backup = (): JSX.Element => {
  const cairn = useCairn();
  const [lastAt, setLastAt] = createSignal<number>();
  const [isKnown, setKnown] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal('');

  const readAge = async (): Promise<void> => {
    setLastAt(await cairn.store.lastBackupAt());
    setKnown(true);
  };
  onMount(() => void readAge());

  const age = (at: number): string =>
    relativeDay(Math.min(cairn.dayOf(at), cairn.today()), cairn.today());
  /** Named by the date on the wall, as opposed to the study day, which lasts into the night. */
  const fileName = (): string => {
    const sinceMidnight = cairn.learner().settings.rolloverHour * HOUR_MS;
    return `cairn-backup-${isoDate(cairn.dayOf(cairn.now() + sinceMidnight))}.zip`;
  };

  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const name = fileName();
      let isWhole = true;
      const bytes = await cairn.store.exportBackup(() => (isWhole = false));
      download(new Blob([bytes], { type: 'application/zip' }), name);
      if (!isWhole)
        setProblem(
          'The files attached to evidence could not be read, so this backup is without them.',
        );
      cairn.notify(`${name} is in your downloads`);
      await readAge();
    } catch (error) {
      console.error(error);
      setProblem('The backup could not be made. Your data is unchanged; please try again.');
    }
    setBusy(false);
  };

  return (
    <DataRow
      id="backup"
      title="Backup"
      action={
        <button
          type="button"
          class="button primary"
          aria-disabled={isBusy()}
          onClick={() => {
            if (!isBusy()) void run();
          }}
        >
          Export backup
        </button>
      }
    >
      <p class="hint">
        One zip file with everything: answers, milestones, evidence and its files, settings. Keep it
        somewhere else than on this device.
      </p>
      <p class="settings-fact" aria-live="polite">
        <Switch fallback={'\u00a0'}>
          <Match when={lastAt()}>{(at) => `Last backup: ${age(at())}`}</Match>
          <Match when={isKnown()}>No backup yet</Match>
        </Switch>
      </p>
      <Show when={problem()}>
        <p class="problem" role="alert">
          {problem()}
        </p>
      </Show>
    </DataRow>
  );
};
