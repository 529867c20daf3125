import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../../src/domain/curriculum/graph.ts';
import { pathThrough, reducedEdges } from '../../../../src/domain/curriculum/trail.ts';
import type { CurriculumGraph, Skill } from '../../../../src/domain/curriculum/types.ts';

/** Skills named by letters, in an order in which prerequisites come first. */
const graphOf = (requires: Readonly<Record<string, readonly string[]>>): CurriculumGraph => ({
  version: '',
  title: '',
  stages: [{ id: 'entry', title: 'Entry', summary: '' }],
  tracks: [{ id: 't', title: 'T' }],
  skills: Object.entries(requires).map(([id, needs]): Skill => ({
    id,
    title: id,
    track: 't',
    stage: 'entry',
    requires: needs,
    encompasses: [],
    cards: 1,
    critical: [],
    depth: 0,
    column: 0,
    row: 0,
  })),
  milestones: [],
  retired: {},
});

const edgesOf = (requires: Readonly<Record<string, readonly string[]>>, shown?: string) => {
  const index = indexGraph(graphOf(requires));
  const skills = index.graph.skills.filter(({ id }) => !shown || shown.includes(id));
  return reducedEdges(index, skills).map(({ from, to }) => from + to);
};

describe('reducedEdges', () => {
  it('leaves out an edge that a longer way says as well', () => {
    expect(edgesOf({ a: [], b: ['a'], c: ['a', 'b'] })).toEqual(['ab', 'bc']);
  });

  it('keeps both sides of a diamond', () => {
    expect(edgesOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] })).toEqual(['ab', 'ac', 'bd', 'cd']);
  });

  it('looks only at what is shown: a way through a hidden skill does not replace an edge', () => {
    expect(edgesOf({ a: [], b: ['a'], c: ['a', 'b'] }, 'ac')).toEqual(['ac']);
  });

  it('passes over prerequisites that are not shown', () => {
    expect(edgesOf({ a: [], b: ['a'] }, 'b')).toEqual([]);
  });

  it('keeps what can be reached, with no edge to spare', () => {
    const names = 'abcdefgh'.split('');
    const graph = fc
      .tuple(...names.map((_, i) => fc.subarray(names.slice(0, i))))
      .map((needs) => Object.fromEntries(names.map((name, i) => [name, needs[i] ?? []])));
    const reachable = (edges: readonly string[], from: string): ReadonlySet<string> => {
      const seen = new Set<string>();
      const visit = (name: string): void => {
        for (const edge of edges) {
          const to = edge[1] as string;
          if (edge[0] !== name || seen.has(to)) continue;
          seen.add(to);
          visit(to);
        }
      };
      visit(from);
      return seen;
    };
    fc.assert(
      fc.property(graph, (requires) => {
        const all = Object.entries(requires).flatMap(([to, needs]) =>
          needs.map((from) => from + to),
        );
        const reduced = edgesOf(requires);
        for (const name of names) {
          expect(reachable(reduced, name)).toEqual(reachable(all, name));
        }
        for (const edge of reduced) {
          const rest = reduced.filter((other) => other !== edge);
          expect(reachable(rest, edge[0] as string).has(edge[1] as string)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('pathThrough', () => {
  const index = indexGraph(
    graphOf({ a: [], b: ['a'], c: ['b'], d: ['c'], side: ['a'], beside: ['d'], lone: [] }),
  );

  it('holds everything below and above, and nothing beside', () => {
    expect([...pathThrough(index, 'c')].sort()).toEqual(['a', 'b', 'beside', 'c', 'd']);
  });

  it('is the skill alone when nothing hangs on it', () => {
    expect([...pathThrough(index, 'lone')]).toEqual(['lone']);
  });

  it('does not mind a skill that is not there', () => {
    expect([...pathThrough(index, 'gone')]).toEqual(['gone']);
  });
});
