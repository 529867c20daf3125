import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/curriculum-compiler/emit/layout.ts';
import type { PlacedSkill } from '../../../src/curriculum-compiler/emit/order.ts';
import { compileFiles, skillFiles } from './curriculum-on-disk.ts';

const stages = ['a', 'b', 'c'];
const tracks = ['t0', 't1', 't2', 't3'];

/** A made-up curriculum: the same for the same size. */
function madeUp(size: number): PlacedSkill[] {
  const skills: PlacedSkill[] = [];
  for (let i = 0; i < size; i++) {
    const stage = Math.floor((i * stages.length) / size);
    const requires = [i - 1 - ((i * 7) % 5), i - 2 - ((i * 11) % 17)].filter((j) => j >= 0);
    skills.push({
      id: `s${i}`,
      track: tracks[(i * 13) % tracks.length] ?? '',
      stage: stages[stage] ?? '',
      requires: [...new Set(requires)].map((j) => `s${j}`),
    });
  }
  return skills;
}

const cell = ({ column, row }: { column: number; row: number }): string => `${column}:${row}`;

describe('layout', () => {
  it('puts no two skills into one cell and every skill right of what it requires', () => {
    const skills = madeUp(300);
    const places = layOut(skills, stages, tracks);
    expect(new Set([...places.values()].map(cell)).size).toBe(skills.length);
    for (const skill of skills) {
      for (const id of skill.requires) {
        expect(places.get(id)?.column).toBeLessThan(places.get(skill.id)?.column ?? -1);
      }
    }
  });

  it('keeps stages in columns and tracks in rows of their own', () => {
    const skills = madeUp(120);
    const places = layOut(skills, stages, tracks);
    const range = (
      key: 'stage' | 'track',
      id: string,
      axis: 'column' | 'row',
    ): [number, number] => {
      const all = skills.filter((s) => s[key] === id).map((s) => places.get(s.id)?.[axis] ?? NaN);
      return [Math.min(...all), Math.max(...all)];
    };
    for (let i = 1; i < stages.length; i++) {
      expect(range('stage', stages[i] ?? '', 'column')[0]).toBeGreaterThan(
        range('stage', stages[i - 1] ?? '', 'column')[1],
      );
    }
    for (let i = 1; i < tracks.length; i++) {
      expect(range('track', tracks[i] ?? '', 'row')[0]).toBeGreaterThan(
        range('track', tracks[i - 1] ?? '', 'row')[1],
      );
    }
  });

  it('does not depend on the order of the files', () => {
    const skills = madeUp(120);
    const shuffled = skills.toSorted((x, y) => x.id.localeCompare(y.id));
    expect(layOut(shuffled, stages, tracks)).toEqual(
      new Map([...layOut(skills, stages, tracks)].toSorted(([x], [y]) => x.localeCompare(y))),
    );
  });

  it('moves little when a skill is added', () => {
    const skills = madeUp(120);
    const before = layOut(skills, stages, tracks);
    const added = { id: 'new', track: 't1', stage: 'c', requires: ['s100'] };
    const after = layOut([...skills, added], stages, tracks);
    const moved = skills.filter(({ id, track }) => {
      const [old, now] = [before.get(id), after.get(id)];
      // A lane that grows pushes the lanes below it down as a whole; that is no move within the picture.
      const laneShift = tracks.indexOf(track) > 1 ? rows(after, 't2') - rows(before, 't2') : 0;
      return old?.column !== now?.column || (old?.row ?? 0) + laneShift !== now?.row;
    });
    expect(moved.length).toBeLessThan(8);

    function rows(places: typeof before, track: string): number {
      const all = skills.filter((s) => s.track === track).map((s) => places.get(s.id)?.row ?? 0);
      return Math.min(...all);
    }
  });

  it('fans out a last stage of one track, in the order of what it builds on', () => {
    const common = madeUp(60);
    const ways = [40, 8, 25, 56].map((from, i) => ({
      id: `way${i}`,
      track: 't3',
      stage: 'ways',
      requires: [`s${from}`],
    }));
    const places = layOut([...common, ...ways], [...stages, 'ways'], tracks);
    const row = (id: string): number => places.get(id)?.row ?? NaN;
    const byRow = ways.toSorted((a, b) => row(a.id) - row(b.id));
    const from = byRow.map(({ requires: [id = ''] }) => row(id));
    expect(from).toEqual(from.toSorted((a, b) => a - b));
    expect(byRow.slice(1).map(({ id }, i) => row(id) - row(byRow[i]?.id ?? ''))).toEqual([1, 1, 1]);
    // The lane of that track is no wider for it.
    expect(layOut(common, stages, tracks)).toEqual(
      new Map([...places].filter(([id]) => !id.startsWith('way'))),
    );
  });

  it('makes a lane as wide as the flags at one of its edges', () => {
    const skills = [
      { id: 'a', track: 't0', stage: 'a', requires: [] },
      { id: 'b', track: 't1', stage: 'a', requires: [] },
    ];
    const flag = { stage: 'a', track: 't0' };
    const row = (flags: readonly (typeof flag)[]) =>
      layOut(skills, stages, tracks, flags).get('b')?.row;
    expect([row([]), row([flag]), row([flag, flag, flag])]).toEqual([1, 1, 3]);
  });

  it('orders the skills of a graph so that prerequisites come first', async () => {
    const { compiled } = await compileFiles(
      skillFiles(
        { id: 'one.z' },
        { id: 'one.a', requires: ['one.m'] },
        { id: 'one.m', requires: ['one.z'] },
        { id: 'two.b', track: 'two', stage: 'second', requires: ['one.z'] },
      ),
    );
    expect(
      compiled?.graph.skills.map(({ id, depth, column, row }) => [id, depth, column, row]),
    ).toEqual([
      ['one.z', 0, 0, 0],
      ['one.m', 1, 1, 0],
      ['one.a', 2, 2, 0],
      ['two.b', 1, 3, 1],
    ]);
  });
});
