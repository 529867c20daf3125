/** What a person sees when the app cannot open: what happened, what is safe, what to do. Never a blank page. */
import { Show, type JSX } from 'solid-js';
import { NewerSchemaError } from '../storage/errors.ts';
import { CairnStones } from '../ui/CairnStones.tsx';
import { ContentUnavailable } from './content.ts';
import type { NewVersion } from './new-version.ts';

const explain = (error: unknown): { readonly title: string; readonly text: string } => {
  if (error instanceof NewerSchemaError) {
    return {
      title: 'A newer Cairn has been here',
      text: 'Your data was last written by a newer version of the app. Nothing is lost. Reload while online to get that version.',
    };
  }
  if (error instanceof ContentUnavailable) {
    return {
      title: 'The curriculum could not be loaded',
      text: 'This device has not stored it yet, and the network did not answer. Your reviews are safe on this device. Connect once, then it works offline.',
    };
  }
  return {
    title: 'Cairn could not open',
    text: 'Your reviews are on disk and were not changed. Try again; if it keeps failing, reload the page.',
  };
};

const BootFailure = (props: {
  readonly error: unknown;
  readonly retry: () => void;
  readonly newVersion: NewVersion;
}): JSX.Element => (
  <main id="content" class="boot">
    <div class="empty">
      <CairnStones stones={1} />
      <h1>{explain(props.error).title}</h1>
      <p>{explain(props.error).text}</p>
      <p class="hint">{String(props.error)}</p>
      <Show
        when={props.error instanceof NewerSchemaError}
        fallback={
          <button type="button" class="button primary" onClick={() => props.retry()}>
            Try again
          </button>
        }
      >
        <button type="button" class="button primary" onClick={() => props.newVersion.apply()}>
          Reload
        </button>
      </Show>
    </div>
  </main>
);

export default BootFailure;
