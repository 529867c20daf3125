/** Wavy lines across the climb, which make a slope of the flat table and of the trail. */

/** How far a ridge or line strays from straight, -1 to 1; each stage has its own, and lines follow their ridge. */
export const stray = (at: number, stage: number): number =>
  0.5 * Math.sin(at / 67 + stage * 1.9) +
  0.32 * Math.sin(at / 29 + stage * 4.1) +
  0.18 * Math.sin(at / 13 + stage * 2.3);

/**
 * A line, as the `d` of a path. It begins a step before 0 and ends a step after `length`.
 * @param point where it is, in px, at a distance along it
 */
export const contour = (
  length: number,
  step: number,
  point: (at: number) => readonly [number, number],
): string => {
  const points: string[] = [];
  for (let at = -step; at < length + 2 * step; at += step) {
    points.push(
      point(at)
        .map((px) => px.toFixed(1))
        .join(' '),
    );
  }
  return `M${points.join('L')}`;
};
