/** The ways on after the last common stage. */

interface Placed {
  readonly stage: string;
  readonly track: string;
}

/**
 * The last stage, if it belongs to a single track: then it is no lane like the others but a choice of ways on, which fan
 * out over the whole width of the map. `undefined` otherwise.
 */
export const fannedStage = (
  stages: readonly string[],
  skills: readonly Placed[],
): string | undefined => {
  const last = stages.at(-1);
  const tracks = new Set(skills.filter(({ stage }) => stage === last).map(({ track }) => track));
  return stages.length > 1 && tracks.size === 1 && skills.some(({ track }) => !tracks.has(track))
    ? last
    : undefined;
};
