import type { CurriculumGraph, Skill } from '../../domain/curriculum/types.ts';
import { retiredCards } from '../check/retirement.ts';
import { compare } from '../problems.ts';
import type { SkillSource, SourceCurriculum } from '../source/model.ts';
import { layOut, type Flag } from './layout.ts';
import { chainLengths, positions } from './order.ts';

/**
 * The skills that can be placed at all, each id once. Where the curriculum has errors, this lets a preview show the
 * rest; without errors it drops nothing.
 */
export function placeableSkills({ skills, manifest }: SourceCurriculum): readonly SkillSource[] {
  const stages = positions(manifest.stages.map(({ id }) => id));
  const tracks = positions(manifest.tracks.map(({ id }) => id));
  const byId = new Map<string, SkillSource>();
  for (const skill of skills) {
    if (stages.has(skill.stage.value) && tracks.has(skill.track.value) && !byId.has(skill.id)) {
      byId.set(skill.id, skill);
    }
  }
  return [...byId.values()];
}

/** The graph that the app loads at start; the caller adds the version. */
export function buildGraph(curriculum: SourceCurriculum): Omit<CurriculumGraph, 'version'> {
  const { manifest, milestones } = curriculum;
  const stageIds = manifest.stages.map(({ id }) => id);
  const trackIds = manifest.tracks.map(({ id }) => id);
  const skills = buildSkills(
    placeableSkills(curriculum),
    stageIds,
    trackIds,
    milestones.map(({ stage, track }) => ({ stage, track: track.value })),
  );
  const known = new Set(skills.map(({ id }) => id));
  const stageOrder = positions(stageIds);
  return {
    title: manifest.title,
    stages: manifest.stages.map(({ id, title, summary, beside }) =>
      beside ? { id, title, summary, beside } : { id, title, summary },
    ),
    tracks: manifest.tracks.map(({ id, title }) => ({ id, title })),
    skills,
    milestones: milestones
      .filter(({ stage, track }) => stageOrder.has(stage) && trackIds.includes(track.value))
      .sort((a, b) => (stageOrder.get(a.stage) ?? 0) - (stageOrder.get(b.stage) ?? 0))
      .map((milestone) => ({
        id: milestone.id,
        title: milestone.title,
        stage: milestone.stage,
        track: milestone.track.value,
        class: milestone.class,
        skills: milestone.skills.map(({ value }) => value).filter((id) => known.has(id)),
      })),
    retired: retiredCards(curriculum),
  };
}

function buildSkills(
  sources: readonly SkillSource[],
  stageIds: readonly string[],
  trackIds: readonly string[],
  flags: readonly Flag[],
): Skill[] {
  const known = new Set(sources.map(({ id }) => id));
  const placed = sources.map((skill) => ({
    id: skill.id,
    track: skill.track.value,
    stage: skill.stage.value,
    requires: [...new Set(skill.requires.map(({ value }) => value))].filter((id) => known.has(id)),
  }));
  const depths = chainLengths(placed);
  const places = layOut(placed, stageIds, trackIds, flags);
  const stageOrder = positions(stageIds);
  const trackOrder = positions(trackIds);
  const bySource = new Map(sources.map((skill) => [skill.id, skill]));
  return placed
    .map((skill): Skill => {
      const source = bySource.get(skill.id);
      const notes = source?.notes ?? [];
      const place = places.get(skill.id);
      return {
        id: skill.id,
        title: source?.title ?? '',
        track: skill.track,
        stage: skill.stage,
        requires: skill.requires,
        encompasses: (source?.encompasses ?? [])
          .filter((entry) => known.has(entry.skill))
          .map(({ skill: id, weight }) => ({ skill: id, weight })),
        cards: notes.reduce((total, note) => total + note.cards.length, 0),
        critical: notes
          .filter((note) => note.critical)
          .flatMap((note) => note.cards.map(({ id }) => id)),
        depth: depths.get(skill.id) ?? 0,
        column: place?.column ?? 0,
        row: place?.row ?? 0,
      };
    })
    .sort(
      // A prerequisite is never of a later stage and always less deep: in this order it comes first.
      (a, b) =>
        (stageOrder.get(a.stage) ?? 0) - (stageOrder.get(b.stage) ?? 0) ||
        a.depth - b.depth ||
        (trackOrder.get(a.track) ?? 0) - (trackOrder.get(b.track) ?? 0) ||
        compare(a.id, b.id),
    );
}
