/** What the camera looks at for a place. */
import { type Size } from './camera.ts';
import type { Place } from './place.ts';
import type { Band, Box, World } from './world.ts';

const NEAR = 1.05;
/** Not so far that titles could not be read. */
const STILL_READABLE = 0.78;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A skill itself; of a stage, track or cell all where it fits the view, and in a direction in which it does not, the skill
 * that matters most in it.
 * @param anchor the skill where the person stands
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
  const scale = Math.max(STILL_READABLE, Math.min(NEAR, fit));

  const spots = [...world.skills.values()].filter(
    ({ start, end, middle }) =>
      start >= along.from && end <= along.to && middle >= across.from && middle <= across.to,
  );
  const spot =
    spots.find(({ of }) => of.id === anchor) ??
    spots.toSorted((a, b) => a.start - b.start || a.middle - b.middle)[0];
  const narrow = (stretch: Stretch, room: number, around: Stretch | undefined): Stretch =>
    (stretch.to - stretch.from) * scale <= room || !around
      ? stretch
      : within(stretch, around, room / scale);
  const seenAlong = narrow(along, roomAlong, spot && { from: spot.start, to: spot.end });
  const seenAcross = narrow(
    across,
    roomAcross,
    spot && {
      from: spot.middle - world.pitch.across / 2,
      to: spot.middle + world.pitch.across / 2,
    },
  );
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

/** As much of a stretch as there is room for, with `around` in its middle as far as that goes. */
const within = (stretch: Stretch, around: Stretch, room: number): Stretch => {
  const middle = (around.from + around.to) / 2;
  const from = Math.max(stretch.from, Math.min(stretch.to - room, middle - room / 2));
  return { from, to: from + room };
};

const isWithin = (middle: number, band: Stretch | undefined): boolean =>
  band !== undefined && band.from <= middle && middle <= band.to;

const bandOf = <T extends { readonly id: string }>(
  bands: readonly Band<T>[],
  id: string | undefined,
): Band<T> | undefined => bands.find(({ of }) => of.id === id);
