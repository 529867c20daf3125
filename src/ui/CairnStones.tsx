/** The cairn, our only ornament: stones stacked as high as asked, one more at the end of each session. */
import { For, type JSX } from 'solid-js';

/** Width, height and lean of each stone, from the ground up. */
const STONES = [
  { width: 84, height: 24, lean: 0 },
  { width: 66, height: 20, lean: -3 },
  { width: 52, height: 18, lean: 4 },
  { width: 38, height: 15, lean: -2 },
  { width: 24, height: 12, lean: 2 },
] as const;

/** @param props.stones 1 to 5 */
export const CairnStones = (props: { readonly stones: number }): JSX.Element => {
  const stack = () => {
    let top = 104;
    return STONES.slice(0, Math.max(1, Math.min(STONES.length, props.stones))).map((stone) => {
      top -= stone.height - 1;
      return { ...stone, y: top, x: 60 + stone.lean - stone.width / 2 };
    });
  };
  return (
    <svg class="cairn-stones" width="120" height="112" viewBox="0 0 120 112" aria-hidden="true">
      <path class="ground" d="M8 105 H112" />
      <For each={stack()}>
        {(stone, index) => (
          <rect
            class="stone"
            data-altitude={index()}
            x={stone.x}
            y={stone.y}
            width={stone.width}
            height={stone.height}
            rx={stone.height / 2}
          />
        )}
      </For>
    </svg>
  );
};
