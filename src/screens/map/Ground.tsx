/** The ground under the trail: a slope in the hue of each stage, its contour lines, and the lanes of the tracks. */
import { For, type JSX } from 'solid-js';
import { contour, stray } from './contour.ts';
import type { World } from './world.ts';

/** Contour lines in each stage, as shares of its length: dense where it begins, where it is steep. */
const CONTOURS = [0.025, 0.06, 0.11, 0.17, 0.25, 0.34, 0.45, 0.57, 0.7, 0.85] as const;
const STEP = 40;
const SWAY = 26;

/** The trail is drawn so much larger than the table. */
const GRAIN = 2.85;

const wave = (world: World, level: number, phase: number): string =>
  contour(world.climb === 'right' ? world.height : world.width, STEP, (at) =>
    world.toScreen(level + SWAY * stray(at / GRAIN, phase), at),
  );

/** From a ridge to the top of the map: later stages cover what lies beyond theirs. */
const slope = (world: World, from: number, phase: number): string => {
  const top = world.climb === 'right' ? world.width : world.height;
  const length = world.climb === 'right' ? world.height : world.width;
  const corner = (across: number): string => world.toScreen(top + STEP, across).join(' ');
  return `${wave(world, from, phase)}L${corner(length + 2 * STEP)}L${corner(-STEP)}Z`;
};

export const Ground = (props: { readonly world: World }): JSX.Element => {
  const edges = () => props.world.lanes.slice(1).map(({ from }) => from);
  const line = (across: number): string => {
    const { toScreen, lanesEnd } = props.world;
    return `M${toScreen(0, across).join(' ')}L${toScreen(lanesEnd, across).join(' ')}`;
  };
  return (
    <svg class="world-ground" width={props.world.width} height={props.world.height}>
      <For each={props.world.stages}>
        {(band, i) => (
          <g data-stage={band.of.id}>
            <path class="terrain-band" d={slope(props.world, i() === 0 ? -STEP : band.from, i())} />
            <For each={CONTOURS}>
              {(share) => (
                <path
                  class="terrain-line"
                  d={wave(
                    props.world,
                    band.from + share * (band.to - band.from),
                    i() + 0.5 * share,
                  )}
                />
              )}
            </For>
          </g>
        )}
      </For>
      <For each={edges()}>{(across) => <path class="world-lane" d={line(across)} />}</For>
    </svg>
  );
};
