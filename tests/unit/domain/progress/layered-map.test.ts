import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEntries } from '../../../../src/domain/progress/layered-map.ts';

describe('withEntries', () => {
  it('reads like a copied map after any run of changes', () => {
    const key = fc.integer({ min: 0, max: 40 });
    const entries = fc.array(fc.tuple(key, fc.integer()), { maxLength: 30 });
    fc.assert(
      fc.property(entries, fc.array(entries, { maxLength: 12 }), (first, runs) => {
        const copied = new Map(first);
        let layered: ReadonlyMap<number, number> = new Map(first);
        for (const run of runs) {
          layered = withEntries(layered, new Map(run));
          for (const [k, v] of run) copied.set(k, v);
        }
        expect([...layered]).toEqual([...copied]);
        expect([...layered.keys()]).toEqual([...copied.keys()]);
        expect([...layered.values()]).toEqual([...copied.values()]);
        expect(layered.size).toBe(copied.size);
        const visited: [number, number][] = [];
        layered.forEach((v, k) => visited.push([k, v]));
        expect(visited).toEqual([...copied]);
        for (let k = 0; k <= 40; k++) {
          expect(layered.get(k)).toBe(copied.get(k));
          expect(layered.has(k)).toBe(copied.has(k));
        }
      }),
    );
  });

  it('leaves the map it came from as it was', () => {
    const base = new Map([['a', 1]]);
    const next = withEntries(base, new Map([['a', 2]]));
    expect(base.get('a')).toBe(1);
    expect(next.get('a')).toBe(2);
  });

  it('merges a layer that has grown, and still reads the same', () => {
    let map: ReadonlyMap<number, number> = new Map();
    for (let i = 0; i < 1000; i++) map = withEntries(map, new Map([[i, i * i]]));
    expect(map.size).toBe(1000);
    expect(map.get(999)).toBe(998_001);
  });

  it('is the same map when nothing changes', () => {
    const map = new Map([['a', 1]]);
    expect(withEntries(map, new Map())).toBe(map);
  });
});
