/** A modal dialog on the browser's own `<dialog>`: focus, Escape and inertness of the rest come with it. */
import { onCleanup, onMount, type JSX } from 'solid-js';
import { CloseIcon } from './icons.tsx';

export const Modal = (props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element => {
  let dialog!: HTMLDialogElement;
  let isGone = false;
  onMount(() => dialog.showModal());
  onCleanup(() => {
    isGone = true;
    // Closing it, rather than only removing it, gives the focus back.
    dialog.close();
  });
  /** Told a moment later: by then another one may have been opened in its place, which must stay. */
  const onClose = (): void => {
    if (!isGone) props.onClose();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-label={props.title} onClose={onClose}>
      <div class="stack">
        <div class="dialog-head">
          <h2>{props.title}</h2>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label="Close"
            onClick={() => dialog.close()}
          >
            <CloseIcon />
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
};
