/** What the camera looks at for a place. */
import type { Skill } from '../../domain/curriculum/types.ts';
import type { Size } from './camera.ts';
import type { Place } from './place.ts';
import type { Band, Box, Climb, Spot, World } from './world.ts';

const NEAR = 1.05;
/** Not so far that one could not read what is there. */
const STILL_READABLE: Readonly<Record<Climb, number>> = { right: 0.92, up: 1 };

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A skill itself; of a stage, track or cell all where it fits the view, else where most of its skills are seen whole.
 * @param anchor the skill where the person stands, which is seen if it is one of them
 */
export const viewOf = (
  world: World,
  place: Place,
  anchor: string | undefined,
  view: Size,
): { readonly box: Box; readonly scale: number } => {
  const own = world.skills.get(place.skill?.id ?? '');
  if (own) return { box: own.box, scale: NEAR };
  const stage = bandOf(world.stages, place.stage?.id);
  // Where nothing of the lane is in the stage, as where the ways on fan out, all of the stage is meant.
  const isInLane = [...world.skills.values()].some(
    ({ of, middle }) =>
      of.stage === place.stage?.id && isWithin(middle, bandOf(world.lanes, place.track?.id)),
  );
  const lane = !place.stage || isInLane ? bandOf(world.lanes, place.track?.id) : undefined;
  const isRight = world.climb === 'right';
  const whole = {
    along: isRight ? world.width : world.height,
    across: isRight ? world.height : world.width,
  };
  const along: Stretch = stage ?? { from: 0, to: whole.along };
  const across: Stretch = lane ?? { from: 0, to: whole.across };
  const roomAlong = isRight ? view.width : view.height;
  const roomAcross = isRight ? view.height : view.width;
  const fit = Math.min(roomAlong / (along.to - along.from), roomAcross / (across.to - across.from));
  const scale = Math.max(STILL_READABLE[world.climb], Math.min(NEAR, fit));

  const half = world.pitch.boxAcross / 2;
  const spots = [...world.skills.values()].filter(
    ({ start, end, middle }) =>
      start >= along.from && end <= along.to && middle >= across.from && middle <= across.to,
  );
  const together = mostTogether(spots, anchor, half, roomAlong / scale, roomAcross / scale);
  const ends = together.flatMap(({ start, end }) => [start, end]);
  const sides = together.flatMap(({ middle }) => [middle - half, middle + half]);
  const seenAlong = within(along, ends, roomAlong / scale);
  const seenAcross = within(across, sides, roomAcross / scale);
  const [x1, y1] = world.toScreen(seenAlong.from, seenAcross.from);
  const [x2, y2] = world.toScreen(seenAlong.to, seenAcross.to);
  return {
    box: {
      x: Math.min(x1, x2),
      y: Math.min(y1, y2),
      width: Math.abs(x2 - x1),
      height: Math.abs(y2 - y1),
    },
    scale,
  };
};

/**
 * As many of some skills as are seen whole together in so much room, with the anchor if it is among them; the first of as many.
 * @param half of a box, across
 */
const mostTogether = (
  spots: readonly Spot<Skill>[],
  anchor: string | undefined,
  half: number,
  along: number,
  across: number,
): readonly Spot<Skill>[] => {
  const must = spots.find(({ of }) => of.id === anchor);
  let most = must ? [must] : spots.slice(0, 1);
  for (const from of new Set(spots.map(({ start }) => start))) {
    const column = spots.filter(({ start, end }) => start >= from && end <= from + along);
    if (must && !column.includes(must)) continue;
    for (const side of new Set(column.map(({ middle }) => middle - half))) {
      const seen = column.filter(
        ({ middle }) => middle - half >= side && middle + half <= side + across,
      );
      if (seen.length > most.length && (!must || seen.includes(must))) most = seen;
    }
  }
  return most;
};

/** As much of a stretch as there is room for, with some points of it in the middle as far as that goes. */
const within = (stretch: Stretch, points: readonly number[], room: number): Stretch => {
  if (stretch.to - stretch.from <= room || points.length === 0) return stretch;
  const middle = (Math.min(...points) + Math.max(...points)) / 2;
  const from = Math.max(stretch.from, Math.min(stretch.to - room, middle - room / 2));
  return { from, to: from + room };
};

const isWithin = (middle: number, band: Stretch | undefined): boolean =>
  band !== undefined && band.from <= middle && middle <= band.to;

const bandOf = <T extends { readonly id: string }>(
  bands: readonly Band<T>[],
  id: string | undefined,
): Band<T> | undefined => bands.find(({ of }) => of.id === id);
