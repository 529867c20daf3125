/** Choosing the file that is attached to a piece of evidence or a win. A file that cannot be attached says why. */
import { createSignal, createUniqueId, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import {
  ATTACHMENT_LIMIT,
  ATTACHMENTS_LIMIT,
  attachmentProblem,
  attachmentType,
  type AttachmentProblem,
} from '../../domain/milestones/attachment.ts';
import type { AttachedFile } from '../../domain/milestones/portfolio-events.ts';
import { fileSize } from '../../ui/file-size.ts';
import { attachmentRoom, type Choice, type Room } from './attach.ts';

/** Enough to tell the type. */
const START_BYTES = 16;

export const AttachmentInput = (props: {
  /** What is attached already. */
  readonly file: AttachedFile | undefined;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const id = createUniqueId();
  let input!: HTMLInputElement;
  const [room, setRoom] = createSignal<Room>();
  const [problem, setProblem] = createSignal('');
  onMount(() => {
    // Without an answer the hint leaves it out; keeping the file tells whether there is room.
    attachmentRoom(cairn).then(setRoom, () => undefined);
  });

  const shown = (): { readonly name: string; readonly size: number } | undefined => {
    const { choice } = props;
    if (choice === 'none') return undefined;
    return choice ? { name: choice.name, size: choice.bytes.length } : props.file;
  };
  const choose = async (file: File): Promise<void> => {
    setProblem('');
    try {
      const start = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer());
      const wrong = attachmentProblem(file.size, start, room()?.left ?? ATTACHMENTS_LIMIT);
      const type = attachmentType(start);
      if (wrong || !type) {
        setProblem(inWords(wrong ?? 'wrong-type', file, room()));
        return;
      }
      props.onChoose({ name: file.name, type, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      setProblem(`${file.name} could not be read. It was not attached.`);
    }
  };
  const remove = (): void => {
    setProblem('');
    props.onChoose(props.file ? 'none' : undefined);
    input.focus();
  };

  return (
    <div class="field">
      <span class="label">Attachment</span>
      <Show when={shown()}>
        {(file) => (
          <p class="attachment">
            <span class="attachment-name">{file().name}</span>
            <span class="small soft">{fileSize(file().size)}</span>
            <button type="button" class="button quiet" onClick={remove}>
              Take away<span class="visually-hidden"> {file().name}</span>
            </button>
          </p>
        )}
      </Show>
      <label class="button attachment-choose">
        {shown() ? 'Attach another file' : 'Attach a file'}
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          accept="image/png,image/jpeg,image/webp,application/pdf"
          aria-invalid={problem() ? true : undefined}
          aria-describedby={id}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void choose(file);
            // So that choosing the same file again is a change.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div id={id} aria-live="polite">
        <Show when={problem()} fallback={<p class="hint">{hint(room())}</p>}>
          <p class="problem">{problem()}</p>
        </Show>
      </div>
    </div>
  );
};

const hint = (room: Room | undefined): string => {
  const rule = `A picture (PNG, JPEG, WebP) or a PDF, up to ${ATTACHMENT_LIMIT / 1e6} MB. It stays on this device.`;
  return room && room.used > 0
    ? `${rule} ${fileSize(room.used)} of ${ATTACHMENTS_LIMIT / 1e6} MB are used.`
    : rule;
};

const inWords = (problem: AttachmentProblem, file: File, room: Room | undefined): string => {
  const why = {
    empty: 'is empty',
    'too-large': `has ${fileSize(file.size)}, more than the ${ATTACHMENT_LIMIT / 1e6} MB that a file may have`,
    'wrong-type': 'is neither a PNG, JPEG or WebP picture nor a PDF, whatever its name says',
    'no-room': `has ${fileSize(file.size)}, and there is room for ${fileSize(room?.left ?? 0)}`,
  }[problem];
  return `${file.name} ${why}. It was not attached; what you typed is still here.`;
};
