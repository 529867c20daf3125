/** The lines between the skills of a trail, drawn from where the skills have come to stand. */
import { createEffect, createSignal, on, onCleanup, onMount, type Accessor } from 'solid-js';
import type { TrailEdge } from '../../domain/curriculum/trail.ts';
import type { TrailView } from './trail-view.ts';

export interface TrailLine extends TrailEdge {
  /** SVG path, px from the upper left corner of the trail. */
  readonly path: string;
}

const round = (x: number): number => Math.round(x * 2) / 2;

/** From the right edge of one skill to the left edge of the next. */
const acrossLanes = (from: DOMRect, to: DOMRect, box: DOMRect): string => {
  const x1 = round(from.right - box.left);
  const y1 = round(from.top + from.height / 2 - box.top);
  const x2 = round(to.left - box.left);
  const y2 = round(to.top + to.height / 2 - box.top);
  const bend = Math.max(14, Math.min(56, (x2 - x1) / 2));
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
};

/** From the top of one ring to the bottom of another; in the same lane it bows out, so as not to run through others. */
const upTheClimb = (from: DOMRect, to: DOMRect, box: DOMRect): string => {
  const x1 = round(from.left + from.width / 2 - box.left);
  const y1 = round(from.top - box.top);
  const x2 = round(to.left + to.width / 2 - box.left);
  const y2 = round(to.bottom - box.top);
  const height = y1 - y2;
  const isNeighbour = height < from.height * 2.2;
  const bow = x1 === x2 && !isNeighbour ? Math.min(26, 8 + height / 14) : 0;
  const bend = Math.min(height / 2, 60);
  return `M${x1} ${y1}C${x1 - bow} ${y1 - bend} ${x2 - bow} ${y2 + bend} ${x2} ${y2}`;
};

const measure = (trail: HTMLElement, view: TrailView): readonly TrailLine[] => {
  const box = trail.getBoundingClientRect();
  const places = new Map<string, DOMRect>();
  const within = view.layout === 'lanes' ? undefined : '.skill-mark';
  for (const node of trail.querySelectorAll<HTMLElement>('[data-skill]')) {
    const anchor = within ? node.querySelector(within) : node;
    if (anchor) places.set(node.dataset['skill'] ?? '', anchor.getBoundingClientRect());
  }
  const draw = view.layout === 'lanes' ? acrossLanes : upTheClimb;
  return view.edges.flatMap((edge) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    return from && to ? [{ ...edge, path: draw(from, to, box) }] : [];
  });
};

/** The lines of a trail; they follow whatever moves the skills: width, letter size, a change of layout. */
export const createTrailLines = (
  trail: () => HTMLElement,
  view: Accessor<TrailView>,
): Accessor<readonly TrailLine[]> => {
  const [lines, setLines] = createSignal<readonly TrailLine[]>([]);
  const draw = (): void => void setLines(measure(trail(), view()));
  onMount(() => {
    const observer = new ResizeObserver(draw);
    observer.observe(trail());
    onCleanup(() => observer.disconnect());
  });
  createEffect(on(view, draw));
  return lines;
};
