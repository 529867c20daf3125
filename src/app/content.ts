/** The compiled curriculum as the app gets it: the graph at start, the rest when a screen asks for it. */
import { graphUrl, referenceUrl, trackUrls } from 'virtual:curriculum';
import type {
  Card,
  CardId,
  CurriculumGraph,
  ReferenceChunk,
  SkillContent,
  SkillId,
  TrackChunk,
  TrackId,
} from '../domain/curriculum/types.ts';
import { skillOfCard } from '../domain/curriculum/types.ts';

/** A part of the curriculum could not be loaded: not cached yet, and no network. */
export class ContentUnavailable extends Error {
  override readonly name = 'ContentUnavailable';
}

const fetched = async <T>(url: string, read: (response: Response) => Promise<T>): Promise<T> => {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new ContentUnavailable(`${url} answered ${response.status}`);
    return await read(response);
  } catch (error) {
    if (error instanceof ContentUnavailable) throw error;
    throw new ContentUnavailable(`${url} could not be read`, { cause: error });
  }
};

/** Loads once; a failure is forgotten, so that the next call tries again. */
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let pending: Promise<T> | undefined;
  return () =>
    (pending ??= load().catch((error: unknown) => {
      pending = undefined;
      throw error;
    }));
};

const json = <T>(response: Response): Promise<T> => response.json() as Promise<T>;
export const loadGraph = once(() => fetched(graphUrl, json<CurriculumGraph>));
export const loadReference = once(() => fetched(referenceUrl, json<ReferenceChunk>));

const loaders = new Map<TrackId, () => Promise<TrackChunk>>(
  Object.entries(trackUrls).map(([id, url]) => [id, once(() => loadTrackChunk(id, url))]),
);
/** The lines of skills that nobody has asked for yet. */
const lines = new Map<SkillId, string>();
const skills = new Map<SkillId, SkillContent>();
const cards = new Map<CardId, Card>();

/** A session may go through all tracks and begins with one card, so that each skill is read when it is asked for. */
const loadTrackChunk = async (track: TrackId, url: string): Promise<TrackChunk> => {
  const text = await fetched(url, (response) => response.text());
  // One skill a line, `{"id":"…`, between the lines that make it one file of JSON.
  const ids = text
    .split('\n')
    .slice(1, -1)
    .map((line) => {
      const id = line.split('"', 4)[3] as SkillId;
      lines.set(id, line);
      return id;
    });
  return {
    track,
    get skills() {
      return ids.flatMap((id) => loadedSkill(id) ?? []);
    },
  };
};

/**
 * A track's skills and cards.
 * @throws ContentUnavailable when it can neither be fetched nor is cached
 */
export const loadTrack = (id: TrackId): Promise<TrackChunk> => {
  const load = loaders.get(id);
  return load ? load() : Promise.reject(new ContentUnavailable(`No track ${id}`));
};

/** A skill's content, if its track is loaded. */
export const loadedSkill = (id: SkillId): SkillContent | undefined => {
  const line = lines.get(id);
  if (line !== undefined) {
    lines.delete(id);
    const skill = JSON.parse(line.replace(/,$/, '')) as SkillContent;
    skills.set(id, skill);
    for (const card of skill.cards) cards.set(card.id, card);
  }
  return skills.get(id);
};

/** A card, if its track is loaded. */
export const loadedCard = (id: CardId): Card | undefined => {
  loadedSkill(skillOfCard(id));
  return cards.get(id);
};

/** The tracks that a set of cards belongs to. */
export const tracksOf = (
  ids: Iterable<CardId>,
  trackOfSkill: (skill: SkillId) => TrackId | undefined,
): ReadonlySet<TrackId> => {
  const tracks = new Set<TrackId>();
  for (const id of ids) {
    const track = trackOfSkill(skillOfCard(id));
    if (track) tracks.add(track);
  }
  return tracks;
};
