import { fannedStage } from '../../domain/curriculum/fan.ts';
import type { SkillId } from '../../domain/curriculum/types.ts';
import { compare } from '../problems.ts';
import { chainLengths } from './order.ts';
import type { PlacedSkill } from './order.ts';

export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/**
 * Places skills on the stage × track grid, no two in one cell. Columns: the stages one after the other, each as wide as
 * its longest chain of prerequisites, so that every edge points to the right. Rows: a lane for each track, as high
 * as its fullest column and as the flags at one of its edges; in it a skill keeps near the row of what it requires.
 * One pass from left to right, so that a skill that is added moves only what stands in its cell or follows from it.
 * A last stage of one track alone stands in the middle, across the lanes.
 */
export function layOut(
  skills: readonly PlacedSkill[],
  stages: readonly string[],
  tracks: readonly string[],
  flags: readonly Flag[] = [],
): ReadonlyMap<SkillId, GridPlace> {
  const columns = columnsOf(skills, stages);
  const fan = fannedStage(stages, skills);
  const inLanes = skills.filter(({ stage }) => stage !== fan);
  const cells = cellsOf(inLanes, columns);
  const lanes = lanesOf(
    cells,
    tracks,
    flags.filter(({ stage }) => stage !== fan),
  );
  const laneOrder = new Map(lanes.map((lane, index) => [lane.track, index]));

  const trackOf = new Map(skills.map((skill) => [skill.id, skill.track]));
  const slots = new Map<SkillId, number>();
  const wish = (skill: PlacedSkill, height: number): number => {
    const wishes = skill.requires.flatMap((id) => {
      const slot = slots.get(id);
      const track = trackOf.get(id);
      if (slot === undefined || track === undefined) return [];
      if (track === skill.track) return [slot];
      return (laneOrder.get(track) ?? 0) < (laneOrder.get(skill.track) ?? 0) ? [0] : [height - 1];
    });
    return wishes.length === 0 ? 0 : wishes.reduce((a, b) => a + b, 0) / wishes.length;
  };

  const places = new Map<SkillId, GridPlace>();
  for (const { column, track, members } of cells) {
    const lane = lanes[laneOrder.get(track) ?? 0];
    if (!lane) continue;
    const wished = members
      .map((skill) => ({ id: skill.id, slot: wish(skill, lane.height) }))
      .sort((a, b) => a.slot - b.slot || compare(a.id, b.id));
    let free = 0;
    for (const [index, { id, slot }] of wished.entries()) {
      const lowest = lane.height - (wished.length - index);
      const chosen = Math.min(Math.max(Math.round(slot), free), lowest);
      free = chosen + 1;
      slots.set(id, chosen);
      places.set(id, { column, row: lane.top + chosen });
    }
  }
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0);
  for (const [id, row] of fannedOut(
    skills.filter(({ stage }) => stage === fan),
    places,
    height,
  )) {
    places.set(id, { column: columns.get(id) ?? 0, row });
  }
  return places;
}

/** Places skills one beside the other around the middle row, in the order of the rows that they come from. */
function fannedOut(
  skills: readonly PlacedSkill[],
  places: ReadonlyMap<SkillId, GridPlace>,
  height: number,
): readonly (readonly [SkillId, number])[] {
  const comesFrom = ({ requires }: PlacedSkill): number => {
    const rows = requires.flatMap((id) => places.get(id)?.row ?? []);
    return rows.length === 0 ? height : rows.reduce((a, b) => a + b, 0) / rows.length;
  };
  const top = Math.max(0, Math.round((height - skills.length) / 2));
  return skills
    .map((skill) => ({ id: skill.id, from: comesFrom(skill) }))
    .sort((a, b) => a.from - b.from || compare(a.id, b.id))
    .map(({ id }, i) => [id, top + i] as const);
}

function columnsOf(
  skills: readonly PlacedSkill[],
  stages: readonly string[],
): ReadonlyMap<SkillId, number> {
  const levels = chainLengths(skills, (skill, required) => skill.stage === required.stage);
  const columns = new Map<SkillId, number>();
  let left = 0;
  for (const stage of stages) {
    let width = 1;
    for (const skill of skills) {
      if (skill.stage !== stage) continue;
      const level = levels.get(skill.id) ?? 0;
      columns.set(skill.id, left + level);
      width = Math.max(width, level + 1);
    }
    left += width;
  }
  return columns;
}

interface Cell {
  readonly column: number;
  readonly track: string;
  readonly members: PlacedSkill[];
}

/** The filled cells from left to right. */
function cellsOf(
  skills: readonly PlacedSkill[],
  columns: ReadonlyMap<SkillId, number>,
): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const skill of skills) {
    const column = columns.get(skill.id) ?? 0;
    const key = `${column} ${skill.track}`;
    const cell = cells.get(key) ?? { column, track: skill.track, members: [] };
    cell.members.push(skill);
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => a.column - b.column || compare(a.track, b.track));
}

interface Lane {
  readonly track: string;
  readonly top: number;
  readonly height: number;
}

/** A milestone at the upper edge of its stage. */
export interface Flag {
  readonly stage: string;
  readonly track: string;
}

function lanesOf(
  cells: readonly Cell[],
  tracks: readonly string[],
  flags: readonly Flag[],
): readonly Lane[] {
  let top = 0;
  return tracks.map((track) => {
    const members = cells.filter((cell) => cell.track === track).map((cell) => cell.members.length);
    const own = flags.filter((flag) => flag.track === track);
    const edges = own.map(({ stage }) => own.filter((flag) => flag.stage === stage).length);
    const lane = { track, top, height: Math.max(1, ...members, ...edges) };
    top += lane.height;
    return lane;
  });
}
