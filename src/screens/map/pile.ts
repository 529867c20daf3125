/** How a small cairn is piled up, a stone for each skill. */
import type { ShownState } from '../../domain/progress/tally.ts';

/** Stones in each layer, from the ground up, by their number. */
const LAYERS: readonly (readonly number[])[] = [
  [],
  [1],
  [1, 1],
  [2, 1],
  [2, 1, 1],
  [2, 2, 1],
  [3, 2, 1],
  [3, 2, 1, 1],
  [3, 2, 2, 1],
  [3, 3, 2, 1],
  [4, 3, 2, 1],
];

/** Room for a pile, px at its own scale. */
export const WIDTH = 52;
export const HEIGHT = 38;
const STEP = 9;

/** A core lies this far within its stone, px. */
export const INSET = 2.1;
/** How much of a stone's length its core takes; others have none. */
export const CORE: Readonly<Partial<Record<ShownState, number>>> = {
  ready: 1,
  fading: 1,
  learning: 0.5,
};

export interface Stone {
  readonly state: ShownState;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const layersOf = (count: number): readonly number[] => {
  const known = LAYERS[count];
  if (known) return known;
  // More than ten: as many broad layers as it takes, and a smaller one on top.
  const across = Math.ceil(count / 4);
  return [across, across, across, count - 3 * across].filter((n) => n > 0);
};

/** Where each stone lies. Stones higher up are a little smaller and lean a little, as on a real cairn. */
export const pile = (states: readonly ShownState[]): readonly Stone[] => {
  const layers = layersOf(states.length);
  const across = Math.max(3, ...layers);
  const stones: Stone[] = [];
  let next = 0;
  layers.forEach((count, layer) => {
    const single = count === 1 ? 3 : 0;
    const width = (WIDTH - 2) / across - 1.6 + single - layer * 0.7;
    const lean = count === layers[layer - 1] ? 1.6 : layer % 2 === 0 ? 0 : -0.8;
    const left = (WIDTH - count * width - (count - 1) * 1.6) / 2 + lean;
    for (let i = 0; i < count; i++) {
      stones.push({
        state: states[next++] as ShownState,
        x: left + i * (width + 1.6),
        y: HEIGHT - 1 - (layer + 1) * STEP + 1,
        width,
        height: STEP - 1.2,
      });
    }
  });
  return stones;
};
