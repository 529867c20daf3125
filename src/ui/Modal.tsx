/** Modal dialogs on the browser's own `<dialog>`: focus, Escape and inertness of the rest come with it. */
import { onCleanup, onMount, type JSX } from 'solid-js';
import { CloseIcon } from './icons.tsx';

/** One that draws itself from edge to edge of its box; it is given what closes it. */
export const Dialog = (props: {
  readonly name: string;
  readonly class: string;
  readonly onClose: () => void;
  readonly children: (close: () => void) => JSX.Element;
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
    <dialog ref={dialog} class={props.class} aria-label={props.name} onClose={onClose}>
      {props.children(() => dialog.close())}
    </dialog>
  );
};

/** One with a heading and a way out. */
export const Modal = (props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element => (
  <Dialog name={props.title} class="dialog" onClose={props.onClose}>
    {(close) => (
      <div class="stack">
        <div class="dialog-head">
          <h2>{props.title}</h2>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label="Close"
            onClick={() => close()}
          >
            <CloseIcon />
          </button>
        </div>
        {props.children}
      </div>
    )}
  </Dialog>
);
