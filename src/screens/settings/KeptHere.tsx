/** On this device: how many copies, how much room they take, and what the browser has promised. */
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { fileSize } from '../../ui/file-size.ts';
import { plural } from '../../ui/format.ts';
import type { Room } from '../milestones/attach.ts';
import { DataRow } from './DataRow.tsx';
import { copiesInWords, copiesShort, damageInWords } from './storage-words.ts';

/** Absent where the page is not served securely, whatever its type says. */
const manager = (): StorageManager | undefined =>
  'storage' in navigator ? navigator.storage : undefined;

export const KeptHere = (): JSX.Element => {
  const cairn = useCairn();
  const [space, setSpace] = createSignal<StorageEstimate>();
  const [isPersistent, setPersistent] = createSignal<boolean>();
  const [wasRefused, setRefused] = createSignal(false);

  const [attached, setAttached] = createSignal<Room>();

  onMount(() => {
    // Loaded beside the page, which it would otherwise make larger by a quarter.
    import('../milestones/attach.ts')
      .then(({ attachmentRoom }) => attachmentRoom(cairn))
      .then(setAttached, () => undefined);
    // Both may be refused in private windows: the line is then left out.
    manager()
      ?.estimate()
      .then(setSpace, () => undefined);
    manager()
      ?.persisted()
      .then(setPersistent, () => undefined);
  });
  const ask = async (): Promise<void> => {
    const granted =
      (await manager()
        ?.persist()
        .catch(() => false)) ?? false;
    setPersistent(granted);
    setRefused(!granted);
  };
  const promise = (): string => {
    if (isPersistent()) return 'The browser has promised to keep it when space runs short.';
    return wasRefused()
      ? 'The browser does not promise yet. It usually does once the app is installed or used for a while.'
      : 'The browser may remove it when space runs very short. It has not promised to keep it.';
  };

  return (
    <DataRow
      id="storage"
      title="On this device"
      action={
        <Show when={isPersistent() === false}>
          <button type="button" class="button" onClick={() => void ask()}>
            Ask to keep it
          </button>
        </Show>
      }
    >
      <p class="settings-copies" data-copies={cairn.storage().copies}>
        <CopyStones copies={cairn.storage().copies} />
        <strong>{copiesShort(cairn.storage())}</strong>
      </p>
      <p class="hint">{copiesInWords(cairn.storage())}</p>
      <Show when={damageInWords(cairn.storage())}>
        <p class="hint">{damageInWords(cairn.storage())}</p>
      </Show>
      <Show when={space()?.usage}>
        {(usage) => (
          <p class="hint">
            {fileSize(usage())} used, the app included
            <Show when={space()?.quota}>
              {(quota) => `, of the ${fileSize(quota())} that the browser allows`}
            </Show>
            .
          </p>
        )}
      </Show>
      <Show when={attached()?.files}>
        {(files) => (
          <p class="hint">
            {plural(files(), 'file')} attached to evidence: {fileSize(attached()?.used ?? 0)} of at
            most {fileSize(attached()?.limit ?? 0)}. Of these there is one copy here; a backup has
            them too.
          </p>
        )}
      </Show>
      <Show when={isPersistent() !== undefined}>
        <p class="hint" aria-live="polite">
          {promise()}
        </p>
      </Show>
    </DataRow>
  );
};

/** One stone a copy; an outline where there could be one. */
const CopyStones = (props: { readonly copies: number }): JSX.Element => (
  <svg class="copy-stones" width="30" height="24" viewBox="0 0 30 24" aria-hidden="true">
    <rect
      class={props.copies >= 1 ? 'there' : 'lacking'}
      x="2"
      y="13"
      width="26"
      height="9"
      rx="4.5"
    />
    <rect
      class={props.copies >= 2 ? 'there' : 'lacking'}
      x="6"
      y="3"
      width="18"
      height="8"
      rx="4"
    />
  </svg>
);
