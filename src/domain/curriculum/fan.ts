/** The ways on after the last common stage. */

interface Placed {
  readonly stage: string;
  readonly track: string;
}

/** Fewer than these are no choice worth fanning out. */
const FEWEST = 3;

/**
 * The last stage, if its skills are all of one track and several: then it is no lane like the others but a choice of ways on, which fan
 * out over the whole width of the map. `undefined` otherwise.
 */
export const fannedStage = (
  stages: readonly string[],
  skills: readonly Placed[],
): string | undefined => {
  const last = stages.at(-1);
  const ways = skills.filter(({ stage }) => stage === last);
  const isOneTrack = new Set(ways.map(({ track }) => track)).size === 1;
  return stages.length > 1 && isOneTrack && ways.length >= FEWEST ? last : undefined;
};
