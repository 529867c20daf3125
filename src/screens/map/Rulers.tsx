/** Along two edges of the view, the names of the stages and tracks that are in it. They stand beside the ground, never on it. */
import { createMemo, For, type JSX } from 'solid-js';
import type { Camera, Size } from './camera.ts';
import type { Band, World } from './world.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** Moves the names to where their bands are seen; one whose band shows less than the name is left out. */
export const moveRulers = (
  rulers: readonly HTMLElement[],
  world: World,
  camera: Camera,
  view: Size,
): void => {
  const isRight = world.climb === 'right';
  for (const ruler of rulers) {
    const isAlong = ruler.dataset['ruler'] === 'along';
    const isAcrossScreen = isAlong === isRight;
    const at = isAcrossScreen ? camera.x : camera.y;
    const room = isAcrossScreen ? view.width : view.height;
    for (const name of ruler.children) {
      if (!(name instanceof HTMLElement)) continue;
      let from = Number(name.dataset['from']);
      let to = Number(name.dataset['to']);
      // Climbing upward, what comes later stands higher.
      if (isAlong && !isRight) [from, to] = [world.height - to, world.height - from];
      const start = Math.max(0, from * camera.scale + at);
      const end = Math.min(room, to * camera.scale + at);
      const length = Number(name.dataset['length']);
      const isSeen = end - start > length + 8;
      const middle = Math.round((start + end) / 2);
      name.style.visibility = isSeen ? 'visible' : 'hidden';
      name.style.transform = isAcrossScreen
        ? `translate(${middle}px, 0) translateX(-50%)`
        : `translate(0, ${middle}px) translateY(-50%)`;
    }
  }
};

/** Notes how long each name is along its ruler, so that moving them measures nothing. */
export const measureRulers = (rulers: readonly HTMLElement[], world: World): void => {
  for (const ruler of rulers) {
    const isAcrossScreen = (ruler.dataset['ruler'] === 'along') === (world.climb === 'right');
    for (const name of ruler.children) {
      if (!(name instanceof HTMLElement)) continue;
      name.dataset['length'] = String(isAcrossScreen ? name.offsetWidth : name.offsetHeight);
    }
  }
};

export const Ruler = (props: {
  readonly direction: 'along' | 'across';
  readonly world: World;
  readonly ref: (element: HTMLElement) => void;
}): JSX.Element => {
  const bands = createMemo((): readonly Band<Named>[] =>
    props.direction === 'along' ? props.world.stages : props.world.lanes,
  );
  return (
    <div
      ref={(element) => props.ref(element)}
      class="world-ruler"
      data-ruler={props.direction}
      aria-hidden="true"
    >
      <For each={bands()}>
        {(band) => (
          <span
            class="world-name"
            data-stage={props.direction === 'along' ? band.of.id : undefined}
            data-from={band.from}
            data-to={band.to}
          >
            {band.of.title}
          </span>
        )}
      </For>
    </div>
  );
};
