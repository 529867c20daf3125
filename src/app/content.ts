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

const fetchJson = async <T>(url: string): Promise<T> => {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new ContentUnavailable(`${url} answered ${response.status}`);
    return (await response.json()) as T;
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

export const loadGraph = once(() => fetchJson<CurriculumGraph>(graphUrl));
export const loadReference = once(() => fetchJson<ReferenceChunk>(referenceUrl));

const loaders = new Map<TrackId, () => Promise<TrackChunk>>(
  Object.entries(trackUrls).map(([id, url]) => [id, once(() => loadTrackChunk(url))]),
);
const skills = new Map<SkillId, SkillContent>();
const cards = new Map<CardId, Card>();

const loadTrackChunk = async (url: string): Promise<TrackChunk> => {
  const chunk = await fetchJson<TrackChunk>(url);
  for (const skill of chunk.skills) {
    skills.set(skill.id, skill);
    for (const card of skill.cards) cards.set(card.id, card);
  }
  return chunk;
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
export const loadedSkill = (id: SkillId): SkillContent | undefined => skills.get(id);

/** A card, if its track is loaded. */
export const loadedCard = (id: CardId): Card | undefined => cards.get(id);

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
