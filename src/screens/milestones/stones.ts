/** Where the stones of a cairn lie. */

export interface Stone {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** How far stones lie off the middle, as shares of their width: stacked by hand, not by a machine. */
const LEANS = [0, -0.05, 0.07, -0.03, 0.04, -0.06, 0.05] as const;

/**
 * A stack from the ground up, growing narrower.
 * @param count how many stones
 * @param middle x of the stack
 * @param ground y that the lowest stone rests on
 */
export const stackStones = (
  count: number,
  middle: number,
  ground: number,
  size: { readonly widest: number; readonly narrowest: number; readonly height: number },
): readonly Stone[] =>
  Array.from({ length: count }, (_, i) => {
    const width = size.widest - ((size.widest - size.narrowest) * i) / Math.max(1, count - 1);
    const lean = (LEANS[i % LEANS.length] ?? 0) * width;
    return { x: middle - width / 2 + lean, y: ground - (i + 1) * (size.height + 1), width };
  });
