/**
 * Where everything stands on the ground of the map, from the grid that the compiler laid out. The climb goes to the right
 * where there is room, and upward on a phone; `along` is its direction, `across` that of the lanes.
 */
import { fannedStage } from '../../domain/curriculum/fan.ts';
import type { GraphIndex } from '../../domain/curriculum/graph.ts';
import type { Milestone, Skill, Stage, Track } from '../../domain/curriculum/types.ts';

export type Climb = 'right' | 'up';

/** A box on the ground, px at scale 1. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From one place to the next, and how much of that is a box; px at scale 1 and letters of 16 px. */
export interface Pitch {
  readonly along: number;
  readonly across: number;
  readonly boxAlong: number;
  readonly boxAcross: number;
}

const PITCHES: Readonly<Record<Climb, Pitch>> = {
  right: { along: 232, across: 84, boxAlong: 190, boxAcross: 66 },
  up: { along: 124, across: 164, boxAlong: 92, boxAcross: 148 },
};
/** Climbing upward, the ways on and their flags stand so many abreast, to be seen together on a phone. */
const ABREAST = 2;
/** Room around everything, as a share of the pitch. */
const MARGIN = 0.5;

export interface Spot<T> {
  readonly of: T;
  readonly box: Box;
  /** The same box by the climb: where it begins and ends along it, and its middle across. */
  readonly start: number;
  readonly end: number;
  readonly middle: number;
}

/** A stage or a track, as a stretch of the ground along or across the climb. */
export interface Band<T> {
  readonly of: T;
  readonly from: number;
  readonly to: number;
}

export interface World {
  readonly climb: Climb;
  readonly width: number;
  readonly height: number;
  readonly pitch: Pitch;
  readonly skills: ReadonlyMap<string, Spot<Skill>>;
  /** At the upper edge of their stages. */
  readonly flags: readonly Spot<Milestone>[];
  readonly stages: readonly Band<Stage>[];
  readonly lanes: readonly Band<Track>[];
  /** Where along the climb the lanes end: at the ways on, which stand in none of them, or at the end of the ground. */
  readonly lanesEnd: number;
  /** From the climb's own directions to those of the screen. */
  readonly toScreen: (along: number, across: number) => readonly [x: number, y: number];
}

/** @param letter px of a letter's height: text zoom makes everything larger */
export const surveyWorld = (index: GraphIndex, climb: Climb, letter = 16): World => {
  const { stages, tracks, milestones } = index.graph;
  const base = PITCHES[climb];
  const scale = letter / 16;
  const pitch: Pitch = {
    along: base.along * scale,
    across: base.across * scale,
    boxAlong: base.boxAlong * scale,
    boxAcross: base.boxAcross * scale,
  };
  const fan = fannedStage(
    stages.map(({ id }) => id),
    index.graph.skills,
  );
  const ways = index.graph.skills.filter(({ stage }) => stage === fan);
  const firstRow = Math.min(...ways.map(({ row }) => row));
  const isFolded = climb === 'up' && new Set(ways.map(({ column }) => column)).size === 1;
  const folded = (i: number): { readonly column: number; readonly row: number } => ({
    column: Math.floor(i / ABREAST),
    row: firstRow + Math.floor((ways.length - ABREAST) / 2) + (i % ABREAST),
  });
  const skills = index.graph.skills.map((skill): Skill => {
    if (!isFolded || skill.stage !== fan) return skill;
    const { column, row } = folded(skill.row - firstRow);
    return { ...skill, column: skill.column + column, row };
  });
  const wayFlags = milestones.filter(({ stage }) => stage === fan).length;
  const rows = 1 + Math.max(0, ...skills.map(({ row }) => row));
  const acrossAll = (rows + 2 * MARGIN) * pitch.across;
  const used = stages.filter(({ id }) => skills.some(({ stage }) => stage === id));
  const alongAll =
    (Math.max(0, ...skills.map(({ column }) => column)) +
      used.length +
      (isFolded ? Math.ceil(wayFlags / ABREAST) : 1) +
      2 * MARGIN) *
    pitch.along;

  // Each stage is followed by a column for the flags at its edge.
  const flagsBefore = new Map(used.map(({ id }, i) => [id, i]));
  const columnStart = (stage: string, column: number): number =>
    (MARGIN + column + (flagsBefore.get(stage) ?? 0)) * pitch.along;
  const width = climb === 'right' ? alongAll : acrossAll;
  const height = climb === 'right' ? acrossAll : alongAll;
  const toScreen = (along: number, across: number): readonly [number, number] =>
    climb === 'right' ? [along, across] : [across, alongAll - along];

  const spot = <T>(of: T, from: number, row: number): Spot<T> => {
    const start = from + (pitch.along - pitch.boxAlong) / 2;
    const middle = (MARGIN + row + 0.5) * pitch.across;
    const end = start + pitch.boxAlong;
    const [x, y] = toScreen(climb === 'right' ? start : end, middle - pitch.boxAcross / 2);
    const [boxWidth, boxHeight] =
      climb === 'right' ? [pitch.boxAlong, pitch.boxAcross] : [pitch.boxAcross, pitch.boxAlong];
    return { of, box: { x, y, width: boxWidth, height: boxHeight }, start, end, middle };
  };

  const lastColumn = (stage: string): number =>
    Math.max(...skills.filter((skill) => skill.stage === stage).map(({ column }) => column));
  const stageBands = used.map((stage, i): Band<Stage> => {
    const first = i === 0 ? 0 : lastColumn(used[i - 1]?.id ?? '') + 1;
    return {
      of: stage,
      from: i === 0 ? 0 : columnStart(stage.id, first),
      to: i === used.length - 1 ? alongAll : columnStart(stage.id, lastColumn(stage.id) + 2),
    };
  });

  const tops = tracks.flatMap((track) => {
    const own = skills.filter((skill) => skill.track === track.id && skill.stage !== fan);
    return own.length === 0 ? [] : [{ track, row: Math.min(...own.map(({ row }) => row)) }];
  });
  const lanes = tops.map(({ track, row }, i): Band<Track> => {
    const next = tops[i + 1]?.row ?? rows;
    return {
      of: track,
      from: i === 0 ? 0 : (MARGIN + row) * pitch.across,
      to: i === tops.length - 1 ? acrossAll : (MARGIN + next) * pitch.across,
    };
  });
  const laneTop = new Map(tops.map(({ track, row }) => [track.id, row]));

  const flags = used.flatMap((stage) => {
    const edge = columnStart(stage.id, lastColumn(stage.id) + 1);
    const taken = new Set<number>();
    // Ways on have their flags beside them; else they stand in the lane of their track.
    const wish = ({ track, skills: behind }: Milestone): number =>
      stage.id === fan
        ? (skills.find((skill) => skill.stage === fan && behind.includes(skill.id))?.row ?? 0)
        : (laneTop.get(track) ?? 0);
    return milestones
      .filter((one) => one.stage === stage.id)
      .map((milestone, i) => {
        if (isFolded && stage.id === fan) {
          const { column, row } = folded(i);
          return spot(milestone, edge + column * pitch.along, row);
        }
        let row = wish(milestone);
        while (taken.has(row)) row++;
        taken.add(row);
        return spot(milestone, edge, row);
      });
  });

  return {
    climb,
    width,
    height,
    pitch,
    skills: new Map(
      skills.map((skill) => [
        skill.id,
        spot(skill, columnStart(skill.stage, skill.column), skill.row),
      ]),
    ),
    flags,
    stages: stageBands,
    lanes,
    lanesEnd: stageBands.find(({ of }) => of.id === fan)?.from ?? alongAll,
    toScreen,
  };
};
