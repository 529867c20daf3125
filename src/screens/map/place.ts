/** Where on the map one looks: a stage, a track, or the cell where they cross; nothing for all of it. */
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Skill, Stage, Track } from '../../domain/curriculum/types.ts';

export interface Place {
  readonly stage: Stage | undefined;
  readonly track: Track | undefined;
}

type Parameter = string | readonly string[] | undefined;

/** The place that an address names, or `undefined` when it names none that exists. */
export const placeOf = (
  index: GraphIndex,
  stageId: Parameter,
  trackId: Parameter,
): Place | undefined => {
  const stage = typeof stageId === 'string' ? index.stage(stageId) : undefined;
  const track = typeof trackId === 'string' ? index.track(trackId) : undefined;
  return stage || track ? { stage, track } : undefined;
};

/** The address of a place. */
export const mapAddress = (stage?: Stage, track?: Track): string => {
  const query = new URLSearchParams();
  if (stage) query.set('stage', stage.id);
  if (track) query.set('track', track.id);
  const text = query.toString();
  return text ? `/map?${text}` : '/map';
};

export const skillsAt = (index: GraphIndex, place: Place): readonly Skill[] =>
  index.graph.skills.filter(
    (skill) =>
      (!place.stage || skill.stage === place.stage.id) &&
      (!place.track || skill.track === place.track.id),
  );
