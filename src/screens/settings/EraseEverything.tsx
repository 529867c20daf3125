/** Erasing everything: the one thing here that cannot be undone, and so the one that asks to be typed. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { StorageError } from '../../storage/errors.ts';
import { Modal } from '../../ui/Modal.tsx';
import { DataRow } from './DataRow.tsx';

const WORD = 'erase';

export const EraseEverything = (): JSX.Element => {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <DataRow
      id="erase"
      title="Erase"
      action={
        <>
          <button type="button" class="button danger" onClick={() => setOpen(true)}>
            Erase everything on this device
          </button>
          <Show when={isOpen()}>
            <EraseDialog onClose={() => setOpen(false)} />
          </Show>
        </>
      }
    >
      <p class="hint">
        Both copies, for good. Backup files that you keep elsewhere are not touched.
      </p>
    </DataRow>
  );
};

const EraseDialog = (props: { readonly onClose: () => void }): JSX.Element => {
  const cairn = useCairn();
  const [typed, setTyped] = createSignal('');
  const [problem, setProblem] = createSignal('');
  const [isBusy, setBusy] = createSignal(false);
  let field!: HTMLInputElement;

  const wipe = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await cairn.store.wipe();
      location.replace(import.meta.env.BASE_URL);
    } catch (error) {
      console.error(error);
      setBusy(false);
      setProblem(
        error instanceof StorageError
          ? 'Nothing was erased: another tab of Cairn holds the data. Close it and try again.'
          : 'Not everything could be erased. Close other tabs of Cairn and try again.',
      );
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isBusy()) return;
    if (typed().trim().toLowerCase() === WORD) {
      void wipe();
      return;
    }
    setProblem(`Type the word “${WORD}” to go on.`);
    field.focus();
  };

  return (
    <Modal title="Erase everything?" onClose={() => props.onClose()}>
      <form class="stack" onSubmit={submit} noValidate>
        <p>
          Every answer, milestone, piece of evidence, attached file and setting on this device will
          be gone. This cannot be undone; only a backup could bring it back.
        </p>
        <div class="field">
          <label for="erase-word">Type “{WORD}” to confirm</label>
          <input
            ref={field}
            id="erase-word"
            class="input"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            value={typed()}
            aria-invalid={problem() !== ''}
            aria-describedby="erase-problem"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setProblem('');
            }}
          />
          <Show when={problem()}>
            <p class="problem" id="erase-problem" role="alert">
              {problem()}
            </p>
          </Show>
        </div>
        <div class="row">
          <button type="submit" class="button danger" aria-disabled={isBusy()}>
            {isBusy() ? 'Erasing…' : 'Erase for good'}
          </button>
          <button type="button" class="button" onClick={() => props.onClose()}>
            Keep everything
          </button>
        </div>
      </form>
    </Modal>
  );
};
