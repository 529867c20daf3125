import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../src/domain/curriculum/graph.ts';
import { skillByKey } from '../../../src/screens/map/arrow-keys.ts';
import { trailView } from '../../../src/screens/map/trail-view.ts';
import { tinyGraph } from '../support.tsx';

const index = indexGraph(tinyGraph());
const entry = { stage: index.stage('entry'), track: undefined };

describe('a stage with room', () => {
  const view = trailView(index, entry, true);

  it('keeps a lane for each track and a column for each step of the climb', () => {
    expect(view.layout).toBe('lanes');
    expect(view.sections.map((section) => section.track?.id)).toEqual(['math', 'code']);
    expect(view.spots.get('math.prob')).toEqual({ row: 1, column: 1, until: 2 });
    expect(view.spots.get('math.stats')).toEqual({ row: 1, column: 2, until: 3 });
  });

  it('sets what no path leads to apart from the grid, in the same lane', () => {
    const code = view.sections[1];
    expect(code?.skills).toEqual([]);
    expect(code?.apart.map(({ id }) => id)).toEqual(['code.git']);
  });

  it('can be walked from end to end', () => {
    expect(skillByKey(view, 'math.prob', 'ArrowRight')).toBe('math.stats');
    expect(skillByKey(view, 'math.stats', 'ArrowRight')).toBeUndefined();
    expect(skillByKey(view, 'math.stats', 'ArrowDown')).toBe('code.git');
    expect(skillByKey(view, 'code.git', 'ArrowUp')).toBe('math.stats');
    expect(skillByKey(view, 'math.prob', 'x')).toBeUndefined();
  });
});

describe('a track, or little room', () => {
  it('climbs upward, one skill to a line', () => {
    const view = trailView(index, entry, false);
    expect(view.layout).toBe('climb');
    expect(view.order).toEqual(['math.stats', 'math.prob', 'code.git']);
    expect(view.edges).toEqual([{ from: 'math.prob', to: 'math.stats' }]);
  });

  it('begins a track at its highest stage', () => {
    const view = trailView(index, { stage: undefined, track: index.track('code') }, true);
    expect(view.layout).toBe('climb');
    expect(view.sections.map((section) => section.stage?.id)).toEqual(['mid', 'entry']);
  });
});
