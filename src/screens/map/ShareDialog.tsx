/** A picture of one's map, made here and handed over as a file. What is personal is on it only when it is chosen. */
import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { tally } from '../../domain/progress/tally.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';
import { Modal } from '../../ui/Modal.tsx';
import { download } from '../../ui/download.ts';
import { flagsAt } from './flags.ts';
import { Choice } from './Choice.tsx';
import { useMap } from './map-state.ts';
import { coloursOf } from './picture-colours.ts';
import { SIZES, type Shape } from './picture-layout.ts';
import { drawPicture } from './picture.ts';
import './share.css';

const NAME = 'cairn-map';
const THEMES = { light: 'Light', dark: 'Dark' } as const;
const SHAPES: Readonly<Record<Shape, string>> = { wide: 'Wide', tall: 'Tall' };

const ShareDialog = (props: { readonly onClose: () => void }): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const [theme, setTheme] = createSignal<'light' | 'dark'>(isDark ? 'dark' : 'light');
  const isPhone = matchMedia('(width < 600px)').matches;
  const [shape, setShape] = createSignal<Shape>(isPhone ? 'tall' : 'wide');
  const size = () => SIZES[shape()];
  const [name, setName] = createSignal('');
  const [hasNumbers, setHasNumbers] = createSignal(false);
  const [problem, setProblem] = createSignal('');

  const lines = (): readonly string[] => {
    const all = tally(cairn.index, map.person(), map.standing(), cairn.index.graph.skills);
    const numbers = `${all.ready} of ${plural(all.skills, 'skill')} ready, ${dateOfDay(cairn.today())}`;
    return [name().trim(), hasNumbers() ? numbers : ''].filter((line) => line !== '');
  };
  const svg = createMemo(() => {
    const stages = cairn.index.graph.stages.map(({ id }) => id);
    const colours = coloursOf(theme(), stages);
    const picture = drawPicture(cairn.index, {
      shape: shape(),
      colours,
      stateOf: map.stateOf,
      flagsAt: (stage) => flagsAt(cairn.index, map.person(), stage),
      lines: lines(),
    });
    return new Blob([picture], { type: 'image/svg+xml' });
  });
  const address = createMemo((before: string | undefined) => {
    if (before) URL.revokeObjectURL(before);
    return URL.createObjectURL(svg());
  }, undefined);
  onCleanup(() => URL.revokeObjectURL(address()));

  const png = async (): Promise<Blob> => {
    const image = new Image();
    image.src = address();
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('No picture'))),
        'image/png',
      );
    });
  };
  const hand = async (over: (file: Blob) => void | Promise<void>): Promise<void> => {
    setProblem('');
    try {
      await over(await png());
    } catch (error) {
      // Who closes the share sheet has changed their mind.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setProblem('The picture could not be made here. Try SVG, or another browser.');
    }
  };
  const fileOf = (blob: Blob): File => new File([blob], `${NAME}.png`, { type: 'image/png' });
  const canShare = (): boolean =>
    typeof navigator.canShare === 'function' && navigator.canShare({ files: [fileOf(svg())] });

  return (
    <Modal title="A picture of your map" onClose={props.onClose}>
      <img
        class="share-picture"
        src={address()}
        width={size().width}
        height={size().height}
        alt="Your map: stage by stage and track by track, a stone for each skill and a flag for milestones"
      />
      <div class="share-choices">
        <Choice label="Shape" names={SHAPES} chosen={shape()} onChoose={setShape} />
        <Choice label="Colours" names={THEMES} chosen={theme()} onChoose={setTheme} />
      </div>
      <label class="share-field">
        <span>Name on it, if you like</span>
        <input
          class="input"
          maxlength="60"
          autocomplete="off"
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="share-check">
        <input
          type="checkbox"
          checked={hasNumbers()}
          onChange={(event) => setHasNumbers(event.currentTarget.checked)}
        />
        <span>Date and how many skills are ready</span>
      </label>
      <p class="soft small">It is made on this device. Nothing is sent anywhere.</p>
      <Show when={problem()}>
        <p class="banner warn" role="alert">
          {problem()}
        </p>
      </Show>
      <div class="row">
        <Show when={canShare()}>
          <button
            type="button"
            class="button primary"
            onClick={() => void hand((blob) => navigator.share({ files: [fileOf(blob)] }))}
          >
            Share
          </button>
        </Show>
        <button
          type="button"
          class="button"
          onClick={() => void hand((blob) => download(blob, `${NAME}.png`))}
        >
          Save PNG
        </button>
        <button type="button" class="button" onClick={() => download(svg(), `${NAME}.svg`)}>
          Save SVG
        </button>
      </div>
    </Modal>
  );
};

export default ShareDialog;
