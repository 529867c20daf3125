/**
 * How the skills of a place are set out. With room, a stage keeps the grid of the graph: a lane for each track, climbing
 * to the right. Everything else is one skill to a line, climbing upward, with the lanes drawn beside.
 */
import { reducedEdges, type TrailEdge } from '../../domain/curriculum/trail.ts';
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Milestone, Skill, SkillId, Stage, Track } from '../../domain/curriculum/types.ts';
import { skillsAt, type Place } from './place.ts';

export interface TrailSection {
  readonly track: Track | undefined;
  readonly stage: Stage | undefined;
  readonly skills: readonly Skill[];
  /** In lanes: skills that no path of this trail leads to or from. They need no place on the grid. */
  readonly apart: readonly Skill[];
  /** Flags at the section's upper edge. */
  readonly milestones: readonly Milestone[];
}

/** Where a skill stands on the grid; all from 1. In a climb, `row` is the line and `column` the lane beside it. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  /** The column that it has to end before: where its lane goes on, or an edge from it leads. */
  readonly until: number;
}

export interface TrailView {
  readonly layout: 'lanes' | 'climb';
  readonly sections: readonly TrailSection[];
  readonly spots: ReadonlyMap<SkillId, Spot>;
  readonly columns: number;
  readonly edges: readonly TrailEdge[];
  /** In the order in which they are read. */
  readonly order: readonly SkillId[];
}

export const trailView = (index: GraphIndex, place: Place, hasRoom: boolean): TrailView => {
  const skills = skillsAt(index, place);
  const edges = reducedEdges(index, skills);
  const asLanes = hasRoom && place.track === undefined;
  const sections = asLanes ? byTrack(index, skills, edges) : climb(index, place, skills);
  const [spots, columns] = asLanes
    ? gridSpots(sections, edges)
    : climbSpots(index, place, sections);
  return {
    layout: asLanes ? 'lanes' : 'climb',
    sections,
    spots,
    columns,
    edges,
    order: sections.flatMap((section) => [...section.skills, ...section.apart].map(({ id }) => id)),
  };
};

const byTrack = (
  index: GraphIndex,
  skills: readonly Skill[],
  edges: readonly TrailEdge[],
): readonly TrailSection[] => {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return index.graph.tracks
    .map((track) => {
      const own = skills
        .filter((skill) => skill.track === track.id)
        .toSorted((a, b) => a.column - b.column || a.row - b.row);
      return {
        track,
        stage: undefined,
        skills: own.filter(({ id }) => linked.has(id)),
        apart: own.filter(({ id }) => !linked.has(id)),
        milestones: [],
      };
    })
    .filter((section) => section.skills.length + section.apart.length > 0);
};

const upward = (a: Skill, b: Skill): number => b.column - a.column || a.row - b.row;

const climb = (
  index: GraphIndex,
  place: Place,
  skills: readonly Skill[],
): readonly TrailSection[] => {
  const milestones = (stage: Stage): readonly Milestone[] =>
    index.graph.milestones.filter((one) => one.stage === stage.id && one.track === place.track?.id);
  if (place.stage) {
    return [
      {
        track: place.track,
        stage: place.stage,
        skills: skills.toSorted(upward),
        apart: [],
        milestones: milestones(place.stage),
      },
    ];
  }
  return index.graph.stages
    .toReversed()
    .map((stage) => ({
      track: place.track,
      stage,
      skills: skills.filter((skill) => skill.stage === stage.id).toSorted(upward),
      apart: [],
      milestones: milestones(stage),
    }))
    .filter((section) => section.skills.length + section.milestones.length > 0);
};

/** The numbers that occur, each with its rank from 1: what is empty takes no room. */
const ranks = (numbers: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(numbers)].sort((a, b) => a - b).map((n, i) => [n, i + 1]));

type Spots = readonly [ReadonlyMap<SkillId, Spot>, number];

const gridSpots = (lanes: readonly TrailSection[], edges: readonly TrailEdge[]): Spots => {
  const spots = new Map<SkillId, Spot>();
  const all = lanes.flatMap((lane) => lane.skills);
  const columns = ranks(all.map((skill) => skill.column));
  const rankOf = (skill: Skill): number => columns.get(skill.column) ?? 1;
  const leadsTo = (from: Skill): readonly number[] =>
    all
      .filter((skill) => edges.some((edge) => edge.from === from.id && edge.to === skill.id))
      .map(rankOf);
  for (const { skills } of lanes) {
    const rows = ranks(skills.map((skill) => skill.row));
    for (const skill of skills) {
      const further = skills
        .filter((one) => one.row === skill.row && one.column > skill.column)
        .map(rankOf);
      spots.set(skill.id, {
        row: rows.get(skill.row) ?? 1,
        column: rankOf(skill),
        until: Math.min(columns.size + 1, ...further, ...leadsTo(skill)),
      });
    }
  }
  return [spots, columns.size];
};

const climbSpots = (index: GraphIndex, place: Place, sections: readonly TrailSection[]): Spots => {
  const skills = sections.flatMap((section) => section.skills);
  const trackOrder = new Map(index.graph.tracks.map(({ id }, i) => [id, i]));
  const laneOf = (skill: Skill): number =>
    place.track ? skill.row : (trackOrder.get(skill.track) ?? 0);
  const lanes = ranks(skills.map(laneOf));
  const spots = new Map<SkillId, Spot>();
  skills.forEach((skill, line) => {
    const column = lanes.get(laneOf(skill)) ?? 1;
    spots.set(skill.id, { row: line + 1, column, until: column + 1 });
  });
  return [spots, lanes.size];
};
