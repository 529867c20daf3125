/** Choosing the file that is attached to a piece of evidence or a win. A file that cannot be attached says why. */
import { createSignal, createUniqueId, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT } from '../../domain/milestones/attachment.ts';
import type { AttachedFile } from '../../domain/milestones/portfolio-events.ts';
import { fileSize } from '../../ui/file-size.ts';
import { attachmentRoom, readFile, type Choice, type Offer, type Room } from './attach.ts';

export const AttachmentInput = (props: {
  /** What is attached already. */
  readonly file: AttachedFile | undefined;
  readonly choice: Choice;
  /** What came from another app: what is to be said of it at first. */
  readonly offer?: Offer | undefined;
  readonly onChoose: (choice: Choice) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const id = createUniqueId();
  let field!: HTMLDivElement;
  let input!: HTMLInputElement;
  const [room, setRoom] = createSignal<Room>();
  // What it begins with.
  // eslint-disable-next-line solid/reactivity
  const [problem, setProblem] = createSignal(props.offer?.problem ?? '');
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
    const offer = await readFile(file, room()?.left);
    setProblem(offer.problem ?? '');
    if (offer.file) props.onChoose(offer.file);
    // What came of it may stand below the fold of the form.
    field.scrollIntoView({ block: 'nearest' });
  };
  const remove = (): void => {
    setProblem('');
    props.onChoose(props.file ? 'none' : undefined);
    input.focus();
  };

  return (
    <div ref={field} class="field attachment-field">
      <span class="label">Attachment</span>
      <Show when={shown()}>
        {(file) => (
          <p class="attachment">
            <span class="attachment-name">
              {file().name} <span class="soft">{fileSize(file().size)}</span>
            </span>
            <span class="attachment-actions">
              <button type="button" class="button quiet" onClick={remove}>
                Take away<span class="visually-hidden"> {file().name}</span>
              </button>
            </span>
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
        <Show when={props.offer?.note}>
          <p class="hint">{props.offer?.note}</p>
        </Show>
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
