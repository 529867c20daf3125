/** Along two edges of the view, the names of the stages and tracks that are in it. They stand beside the ground, never on it. */
import { createEffect, createMemo, For, on, onCleanup, onMount, type JSX } from 'solid-js';
import type { Camera, Size } from './camera.ts';
import { fillSheet } from './fill-sheet.ts';
import type { Band, World } from './world.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** Beyond the lanes. */
const WAYS: Named = { id: 'ways', title: 'Ways on' };

/** Moves the names to where their bands are seen; one whose band shows less than the name is left out. */
const moveRulers = (
  rulers: readonly HTMLElement[],
  world: World,
  camera: Camera,
  view: Size,
): void => {
  const isRight = world.climb === 'right';
  const middle = isRight
    ? (view.width / 2 - camera.x) / camera.scale
    : world.height - (view.height / 2 - camera.y) / camera.scale;
  const isPastLanes = middle > world.lanesEnd;
  for (const ruler of rulers) {
    const isAlong = ruler.dataset['ruler'] === 'along';
    const isAcrossScreen = isAlong === isRight;
    const origin = isAcrossScreen ? camera.x : camera.y;
    const room = isAcrossScreen ? view.width : view.height;
    for (const name of ruler.children) {
      if (!(name instanceof HTMLElement)) continue;
      let from = Number(name.dataset['from']);
      let to = Number(name.dataset['to']);
      // Climbing upward, what comes later stands higher.
      if (isAlong && !isRight) [from, to] = [world.height - to, world.height - from];
      const start = Math.max(0, from * camera.scale + origin);
      const end = Math.min(room, to * camera.scale + origin);
      const length = Number(name.dataset['length']);
      const isOfWays = name.dataset['ways'] === 'true';
      const isSeen = end - start > length + 8 && (isAlong || isOfWays === isPastLanes);
      const at = Math.round((start + end) / 2);
      name.style.visibility = isSeen ? 'visible' : 'hidden';
      name.style.transform = isAcrossScreen
        ? `translate(${at}px, 0) translateX(-50%)`
        : `translate(0, ${at}px) translateY(-50%)`;
    }
  }
};

/** Notes how long each name is along its ruler, so that moving them measures nothing. */
const measureRulers = (rulers: readonly HTMLElement[], world: World): void => {
  for (const ruler of rulers) {
    const isAcrossScreen = (ruler.dataset['ruler'] === 'along') === (world.climb === 'right');
    for (const name of ruler.children) {
      if (!(name instanceof HTMLElement)) continue;
      name.dataset['length'] = String(isAcrossScreen ? name.offsetWidth : name.offsetHeight);
    }
  }
};

const Ruler = (props: {
  readonly direction: 'along' | 'across';
  readonly world: World;
  readonly ref: (element: HTMLElement) => void;
}): JSX.Element => {
  const bands = createMemo((): readonly Band<Named>[] => {
    const { stages, lanes, climb, width, height } = props.world;
    if (props.direction === 'along') return stages;
    return [...lanes, { of: WAYS, from: 0, to: climb === 'right' ? height : width }];
  });
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
            data-ways={band.of === WAYS}
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

const Rulers = (props: {
  readonly world: World;
  /** Of the view. */
  readonly size: Size;
  readonly camera: () => Camera;
  readonly view: () => HTMLElement;
  readonly layer: () => HTMLElement;
  /** Given what moves the names to where the camera looks. */
  readonly onReady: (move: () => void) => void;
}): JSX.Element => {
  const rulers: HTMLElement[] = [];
  const moveTo = (camera: Camera, room: Size): void =>
    moveRulers(rulers, props.world, camera, room);
  const move = (): void => moveTo(props.camera(), props.size);
  createEffect(
    on([() => props.world, () => props.size], () => {
      measureRulers(rulers, props.world);
      move();
    }),
  );
  onMount(() => {
    props.onReady(move);
    const printing = new AbortController();
    onCleanup(() => printing.abort());
    fillSheet({
      view: props.view(),
      layer: props.layer(),
      world: () => props.world,
      camera: () => props.camera(),
      onMove: moveTo,
      signal: printing.signal,
    });
  });
  return (
    <>
      <Ruler direction="along" world={props.world} ref={(element) => rulers.push(element)} />
      <Ruler direction="across" world={props.world} ref={(element) => rulers.push(element)} />
    </>
  );
};

export default Rulers;
