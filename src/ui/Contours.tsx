/** Contour lines of a hill, faint, behind a panel. */
import { For, type JSX } from 'solid-js';

const RINGS = 9;
const POINTS = 48;

/** One closed line: a circle pushed in and out a little, the more the further from the top. */
const ring = (index: number): string => {
  const radius = 18 + index * 21;
  const points = Array.from({ length: POINTS }, (_, i) => {
    const angle = (2 * Math.PI * i) / POINTS;
    const push =
      1 +
      0.13 * Math.sin(2 * angle + 0.5 + index * 0.12) +
      0.06 * Math.sin(3 * angle - index * 0.2);
    const x = 322 + radius * 1.25 * push * Math.cos(angle);
    const y = 46 + radius * push * Math.sin(angle);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
};

const LINES = Array.from({ length: RINGS }, (_, index) => ring(index));

export const Contours = (): JSX.Element => (
  <svg
    class="contours"
    viewBox="0 0 400 240"
    preserveAspectRatio="xMaxYMin slice"
    aria-hidden="true"
  >
    <For each={LINES}>{(line) => <path d={line} />}</For>
  </svg>
);
