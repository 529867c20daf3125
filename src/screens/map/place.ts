/** Where on the map one looks: a stage, a track, the cell where they cross, or a skill; nothing for all of it. */
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Skill, Stage, Track } from '../../domain/curriculum/types.ts';

export interface Place {
  readonly stage: Stage | undefined;
  readonly track: Track | undefined;
  readonly skill: Skill | undefined;
}

type Parameter = string | readonly string[] | undefined;

export interface PlaceQuery {
  readonly stage?: Parameter;
  readonly track?: Parameter;
  readonly skill?: Parameter;
}

/** The place that an address names, or `undefined` when it names none that exists. A skill stands for its cell too. */
export const placeOf = (index: GraphIndex, query: PlaceQuery): Place | undefined => {
  const one = <T>(id: Parameter, find: (id: string) => T | undefined): T | undefined =>
    typeof id === 'string' ? find(id) : undefined;
  const skill = one(query.skill, index.skill);
  const stage = skill ? index.stage(skill.stage) : one(query.stage, index.stage);
  const track = skill ? index.track(skill.track) : one(query.track, index.track);
  return stage || track ? { stage, track, skill } : undefined;
};

/** What a place is called. */
export const placeTitle = ({ skill, track, stage }: Place): string =>
  skill?.title ?? [track?.title, stage?.title].filter(Boolean).join(', ');

/** What is brought out and the way that is shown, as the map's state has them. */
interface Shown {
  readonly show?: () => string;
  readonly way?: () => string;
}

const addressOf = (query: URLSearchParams, { show, way }: Shown): string => {
  if (show?.()) query.set('show', show());
  if (way?.()) query.set('to', way());
  return `/map?${query}`;
};

/** The address of a place; all of the map shows nothing in particular. */
export const mapAddress = (stage?: Stage, track?: Track, shown: Shown = {}): string => {
  const query = new URLSearchParams();
  if (stage) query.set('stage', stage.id);
  if (track) query.set('track', track.id);
  return query.size > 0 ? addressOf(query, shown) : '/map';
};

/** The address of a skill on the trail. */
export const skillOnMap = (skill: string, shown: Shown = {}): string =>
  addressOf(new URLSearchParams({ skill }), shown);

const STATEMENT = 'statement:';

/** How an address names a statement of the guide to be brought out. */
export const showStatement = (id: string): string => STATEMENT + id;

/** The id of the statement that is to be brought out, if it is one. */
export const statementIn = (show: string): string | undefined =>
  show.startsWith(STATEMENT) ? show.slice(STATEMENT.length) : undefined;

export const skillsAt = (
  index: GraphIndex,
  place: Pick<Place, 'stage' | 'track'>,
): readonly Skill[] =>
  index.graph.skills.filter(
    (skill) =>
      (!place.stage || skill.stage === place.stage.id) &&
      (!place.track || skill.track === place.track.id),
  );
