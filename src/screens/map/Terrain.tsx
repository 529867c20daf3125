/**
 * The slope that the table lies on: a ridge where each stage begins, higher ones behind, and contour lines below each ridge.
 * Drawn from where the stages have come to stand in the table, so it fits whatever moves them.
 */
import { createSignal, For, onCleanup, onMount, type JSX } from 'solid-js';
import { contour, stray } from './contour.ts';

interface Band {
  readonly stage: string;
  readonly ridge: string;
  readonly contours: readonly string[];
}

interface Ground {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
}

/** Contour lines below each ridge, as shares of the stage's depth: dense near the ridge, where it is steep. */
const CONTOURS = { up: [0.1, 0.24, 0.44, 0.7], right: [0.26, 0.6] } as const;
const STEP = 16;

/**
 * A wavy line across the table.
 * @param level px in the direction of the climb
 * @param length px across it
 */
const wave = (level: number, length: number, stage: number, sway: number, isUp: boolean): string =>
  contour(length, STEP, (at) => {
    const off = level + sway * stray(at, stage);
    return isUp ? [at, off] : [off, at];
  });

const survey = (box: HTMLElement, isUp: boolean): Ground => {
  const { clientWidth: width, clientHeight: height } = box;
  const heads = [...box.querySelectorAll<HTMLElement>('[data-ridge]')];
  const sway = isUp ? 9 : 5;
  const bands = heads.map((head, i): Band => {
    const near = isUp ? head.offsetTop : head.offsetLeft;
    const depth = isUp ? head.offsetHeight : head.offsetWidth;
    const across = isUp ? width : height;
    const ridge = wave(near, across, i, sway, isUp);
    const ground = isUp ? `V${height + 20}H-20Z` : `H${width + 20}V-20Z`;
    return {
      stage: head.dataset['ridge'] ?? '',
      ridge: ridge + ground,
      contours: CONTOURS[isUp ? 'up' : 'right'].map((share) =>
        wave(near + share * depth, across, i + 0.35 * share, sway * (1 - 0.35 * share), isUp),
      ),
    };
  });
  return { width, height, bands };
};

/** @param props.climbs where the climb goes */
export const Terrain = (props: {
  readonly box: () => HTMLElement;
  readonly climbs: 'up' | 'right';
}): JSX.Element => {
  const [ground, setGround] = createSignal<Ground>({ width: 0, height: 0, bands: [] });
  onMount(() => {
    const draw = (): void => void setGround(survey(props.box(), props.climbs === 'up'));
    const observer = new ResizeObserver(draw);
    observer.observe(props.box());
    draw();
    onCleanup(() => observer.disconnect());
  });
  return (
    <svg class="terrain" width={ground().width} height={ground().height} aria-hidden="true">
      <For each={ground().bands}>
        {(band) => (
          <g data-stage={band.stage}>
            <path class="terrain-band" d={band.ridge} />
            <For each={band.contours}>{(line) => <path class="terrain-line" d={line} />}</For>
          </g>
        )}
      </For>
    </svg>
  );
};
