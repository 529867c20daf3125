import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/curriculum-compiler/emit/layout.ts';
import { indexGraph, type GraphIndex } from '../../../src/domain/curriculum/graph.ts';
import { reducedEdges } from '../../../src/domain/curriculum/trail.ts';
import type { CurriculumGraph, Skill } from '../../../src/domain/curriculum/types.ts';
import {
  bringIntoView,
  FARTHEST,
  hold,
  lookAt,
  NEAREST,
  zoomAt,
} from '../../../src/screens/map/camera.ts';
import { corners } from '../../../src/screens/map/paths.ts';
import { viewOf } from '../../../src/screens/map/view-of.ts';
import { spotByKey, walkOrder } from '../../../src/screens/map/walk.ts';
import { surveyWorld, type Box, type Climb, type Spot } from '../../../src/screens/map/world.ts';

const STAGES = ['a', 'b', 'c', 'ways'];
const TRACKS = ['t0', 't1', 't2', 't3', 't4'];

/** A made-up curriculum, the same for the same size, laid out as the compiler does. */
const madeUp = (size: number): GraphIndex => {
  const bare = Array.from({ length: size }, (_, i) => {
    const isWay = i >= size - 7;
    const stage = isWay ? 'ways' : (STAGES[Math.floor((i * 3) / (size - 7))] ?? 'a');
    const requires = [i - 1 - ((i * 7) % 5), i - 2 - ((i * 11) % 17)].filter(
      (j) => j >= 0 && !(isWay && j >= size - 7),
    );
    return {
      id: `s${i}`,
      stage,
      track: isWay ? 't4' : (TRACKS[(i * 13) % TRACKS.length] ?? 't0'),
      requires: [...new Set(requires)].map((j) => `s${j}`),
    };
  });
  const milestones = Array.from({ length: 24 }, (_, i) => ({
    id: `m${i}`,
    title: `m${i}`,
    stage: STAGES[i % 4] ?? 'a',
    track: TRACKS[(i * 3) % 5] ?? 't0',
    class: 'durable' as const,
    skills: [`s${size - 1 - (i % 7)}`],
  }));
  const places = layOut(bare, STAGES, TRACKS, milestones);
  const skills = bare.map((one): Skill => ({
    ...one,
    title: one.id,
    encompasses: [],
    cards: 5,
    critical: [],
    depth: 0,
    column: places.get(one.id)?.column ?? 0,
    row: places.get(one.id)?.row ?? 0,
  }));
  const graph: CurriculumGraph = {
    version: '',
    title: '',
    stages: STAGES.map((id) => ({ id, title: id, summary: '' })),
    tracks: TRACKS.map((id) => ({ id, title: id })),
    skills,
    milestones,
    retired: {},
  };
  return indexGraph(graph);
};

const index = madeUp(150);
const CLIMBS: readonly Climb[] = ['right', 'up'];
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(CLIMBS)('the ground, climbing %s', (climb) => {
  const world = surveyWorld(index, climb);
  const all: readonly Spot<{ readonly id: string }>[] = [...world.skills.values(), ...world.flags];

  it('has every skill and flag in a box of its own, all on the ground', () => {
    expect(all).toHaveLength(150 + 24);
    for (const [i, { box }] of all.entries()) {
      expect(box.x >= 0 && box.x + box.width <= world.width).toBe(true);
      expect(box.y >= 0 && box.y + box.height <= world.height).toBe(true);
      expect(all.slice(i + 1).filter((other) => overlap(box, other.box))).toEqual([]);
    }
  });

  it('has skills and flags within their stages, and skills within their lanes', () => {
    for (const { of, start, end, middle } of world.skills.values()) {
      const stage = world.stages.find((band) => band.of.id === of.stage);
      expect(stage && stage.from <= start && end <= stage.to).toBe(true);
      const lane = world.lanes.find((band) => band.of.id === of.track);
      if (of.stage !== 'ways') expect(lane && lane.from < middle && middle < lane.to).toBe(true);
    }
    for (const { of, start, end } of world.flags) {
      const stage = world.stages.find((band) => band.of.id === of.stage);
      expect(stage && stage.from <= start && end <= stage.to).toBe(true);
      const skills = [...world.skills.values()].filter((one) => one.of.stage === of.stage);
      expect(Math.max(...skills.map((one) => one.end))).toBeLessThan(start);
    }
  });

  it('has paths that lead from box to box and touch no other', () => {
    const edges = reducedEdges(index, index.graph.skills);
    expect(edges.length).toBeGreaterThan(150);
    const crossed: string[] = [];
    for (const edge of edges) {
      const from = world.skills.get(edge.from);
      const to = world.skills.get(edge.to);
      if (!from || !to) throw new Error('not on the ground');
      const points = corners(world, from, to);
      expect(points[0]).toEqual([from.end, from.middle]);
      expect(points.at(-1)).toEqual([to.start, to.middle]);
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        if (!a || !b) continue;
        const [u1, u2] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
        const [v1, v2] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
        for (const { start, end, middle } of all) {
          const half = world.pitch.boxAcross / 2;
          const isCrossed = u1 < end && u2 > start && v1 < middle + half && v2 > middle - half;
          if (isCrossed) crossed.push(`${edge.from} to ${edge.to}`);
        }
      }
    }
    expect(crossed).toEqual([]);
  });

  it('is walked column by column, by every skill and flag', () => {
    const order = walkOrder(world);
    expect(new Set(order)).toEqual(new Set(all.map(({ of }) => of.id)));
    const next = climb === 'right' ? 'ArrowDown' : 'ArrowRight';
    const before = climb === 'right' ? 'ArrowUp' : 'ArrowLeft';
    let at = spotByKey(world, order, [], 'm3', 'Home');
    const walked = [at];
    while (at !== undefined) {
      const further: string | undefined = spotByKey(world, order, [], at, next);
      if (further !== undefined) expect(spotByKey(world, order, [], further, before)).toBe(at);
      walked.push(further);
      at = further;
    }
    expect(walked.slice(0, -1)).toEqual(order);
    expect(spotByKey(world, order, [], 's0', 'End')).toBe(order.at(-1));
    expect(spotByKey(world, order, [], 's0', 'x')).toBeUndefined();
  });

  it('is walked along the paths, to the end that lies nearest', () => {
    const edges = reducedEdges(index, index.graph.skills);
    const [on, back] = climb === 'right' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowUp', 'ArrowDown'];
    const edge = edges.find(({ from }) => edges.filter((one) => one.from === from).length === 1);
    const to = spotByKey(world, [], edges, edge?.from ?? '', on ?? '');
    expect(to).toBe(edge?.to);
    const from = spotByKey(world, [], edges, to ?? '', back ?? '');
    expect(edges).toContainEqual({ from, to });
    // From a flag, to the nearest of the next column.
    const flag = world.flags.find(({ of }) => of.id === 'm1');
    const beyond = world.skills.get(spotByKey(world, [], edges, 'm1', on ?? '') ?? '');
    expect(beyond?.start).toBeGreaterThan(flag?.end ?? Infinity);
  });

  it('opens where skills of the place are seen, the anchor among them if it is one', () => {
    const view = climb === 'right' ? { width: 1100, height: 700 } : { width: 330, height: 520 };
    for (const stage of index.graph.stages) {
      for (const track of [undefined, ...index.graph.tracks]) {
        const anchor = 's40';
        const { box, scale } = viewOf(world, { stage, track, skill: undefined }, anchor, view);
        expect(scale).toBeGreaterThan(0.9);
        expect(box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0).toBe(true);
        const seen = [...world.skills.values()].filter(
          ({ of }) => of.stage === stage.id && (!track || of.track === track.id),
        );
        if (seen.length === 0) continue;
        const camera = lookAt(box, scale, view);
        const inView = seen.filter((one) => {
          const x = (one.box.x + one.box.width / 2) * scale + camera.x;
          const y = (one.box.y + one.box.height / 2) * scale + camera.y;
          return x > 0 && x < view.width && y > 0 && y < view.height;
        });
        expect(inView.length).toBeGreaterThan(0);
        if (seen.some(({ of }) => of.id === anchor)) {
          expect(inView.map(({ of }) => of.id)).toContain(anchor);
        }
      }
    }
  });
});

describe('the camera', () => {
  const world = { width: 3000, height: 2000 };
  const view = { width: 400, height: 600 };

  it('zooms about a point, within its range', () => {
    const before = { x: -100, y: -50, scale: 1 };
    const after = zoomAt(before, 1.3, 120, 200);
    expect((120 - after.x) / after.scale).toBeCloseTo((120 - before.x) / before.scale);
    expect((200 - after.y) / after.scale).toBeCloseTo((200 - before.y) / before.scale);
    expect(zoomAt(before, 100, 0, 0).scale).toBe(NEAREST);
    expect(zoomAt(before, 0.001, 0, 0).scale).toBe(FARTHEST);
  });

  it('does not leave the ground', () => {
    expect(hold({ x: 900, y: 900, scale: 1 }, world, view)).toEqual({ x: 0, y: 0, scale: 1 });
    const far = hold({ x: -9000, y: -9000, scale: 1 }, world, view);
    expect(far).toEqual({ x: 400 - 3000, y: 600 - 2000, scale: 1 });
    const small = hold({ x: 5, y: 5, scale: 1 }, { width: 100, height: 100 }, view);
    expect(small).toMatchObject({ x: 150, y: 250 });
  });

  it('moves as little as it takes to show a box', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    const inside = { x: 100, y: 100, width: 100, height: 50 };
    expect(bringIntoView(camera, inside, view)).toEqual(camera);
    const right = bringIntoView(camera, { ...inside, x: 500 }, view);
    expect(right).toMatchObject({ x: 400 - 40 - 600, y: 0 });
    const above = bringIntoView({ ...camera, y: -300 }, inside, view);
    expect(above).toMatchObject({ x: 0, y: -60 });
  });
});
