/** The file attached to a piece of evidence or a win: a picture opens in a dialog, a PDF goes to the downloads. */
import { createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { EventId } from '../../domain/log/event.ts';
import type { AttachedFile } from '../../domain/milestones/portfolio-events.ts';
import { download } from '../../ui/download.ts';
import { fileSize } from '../../ui/file-size.ts';
import { Modal } from '../../ui/Modal.tsx';
import { attachedBlob, detached } from './attach.ts';
import { recordWithUndo } from './record.ts';

const Attachment = (props: {
  readonly piece: EventId;
  readonly file: AttachedFile;
}): JSX.Element => {
  const cairn = useCairn();
  let row!: HTMLDivElement;
  const [picture, setPicture] = createSignal<Blob>();
  const [problem, setProblem] = createSignal('');
  const isPicture = (): boolean => props.file.type.startsWith('image/');

  const save = (blob: Blob): void => {
    const name = withEnding(props.file.name, blob.type);
    download(blob, name);
    cairn.notify(`${name} is in your downloads`);
  };
  const open = async (): Promise<void> => {
    setProblem('');
    try {
      const blob = await attachedBlob(props.file);
      if (!blob)
        setProblem(
          'This file is not on this device. A backup from where it was attached brings it back.',
        );
      else if (blob.type.startsWith('image/')) setPicture(blob);
      else save(blob);
    } catch {
      setProblem('This file could not be read just now. Please try again.');
    }
  };
  const remove = async (): Promise<void> => {
    const { name } = props.file;
    const piece = row.closest('.piece');
    if (await recordWithUndo(cairn, [detached(props.piece)], () => `Taken away: ${name}`))
      piece?.querySelector<HTMLElement>('.piece-actions button')?.focus();
  };

  return (
    <div ref={row}>
      <p class="attachment">
        <span class="attachment-name">
          {props.file.name} <span class="soft">{fileSize(props.file.size)}</span>
        </span>
        <span class="attachment-actions">
          <button type="button" class="button quiet" onClick={() => void open()}>
            {isPicture() ? 'Open' : 'Download'}
            <span class="visually-hidden"> {props.file.name}</span>
          </button>
          <button type="button" class="button quiet" onClick={() => void remove()}>
            Take away<span class="visually-hidden"> {props.file.name}</span>
          </button>
        </span>
      </p>
      <Show when={problem()}>
        <p class="problem" role="alert">
          {problem()}
        </p>
      </Show>
      <Show when={picture()} keyed>
        {(blob) => (
          <Modal title={props.file.name} onClose={() => setPicture(undefined)}>
            <Picture blob={blob} name={props.file.name} onSave={() => save(blob)} />
          </Modal>
        )}
      </Show>
    </div>
  );
};

const Picture = (props: {
  readonly blob: Blob;
  readonly name: string;
  readonly onSave: () => void;
}): JSX.Element => {
  // Made anew for each opening.
  // eslint-disable-next-line solid/reactivity
  const url = URL.createObjectURL(props.blob);
  onCleanup(() => URL.revokeObjectURL(url));
  const [isBroken, setBroken] = createSignal(false);
  return (
    <>
      <Show
        when={!isBroken()}
        fallback={
          <p class="problem" role="alert">
            This browser cannot show the picture. It may be damaged.
          </p>
        }
      >
        <img
          class="attachment-picture"
          src={url}
          alt={props.name}
          onError={() => setBroken(true)}
        />
      </Show>
      <div class="row">
        <button type="button" class="button" onClick={() => props.onSave()}>
          Download
        </button>
      </div>
    </>
  );
};

/** The name with the ending of what the file is, so that the system opens it as that. */
const withEnding = (name: string, type: string): string => {
  const ending = type.slice(type.indexOf('/') + 1);
  const isRight = new RegExp(ending === 'jpeg' ? '\\.jpe?g$' : `\\.${ending}$`, 'i').test(name);
  return isRight ? name : `${name}.${ending}`;
};

export default Attachment;
