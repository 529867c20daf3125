/**
 * A map that shares its bulk with the map it came from.
 *
 * A rating changes one card of fifty thousand. Copying all of them for it would take longer than everything else between
 * the rating and the next card, so changes lie in a thin layer over a map that nobody changes any more.
 */

/** The layer is merged into the map below when it grows past this share of it, but not before this size. */
const LAYER_SHARE = 0.1;
const LAYER_LEAST = 256;

class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly below: ReadonlyMap<K, V>;
  readonly layer: ReadonlyMap<K, V>;

  constructor(below: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V>) {
    this.below = below;
    this.layer = layer;
    let added = 0;
    for (const key of layer.keys()) if (!below.has(key)) added++;
    this.size = below.size + added;
  }

  get(key: K): V | undefined {
    return this.layer.get(key) ?? this.below.get(key);
  }

  has(key: K): boolean {
    return this.layer.has(key) || this.below.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    const { below, layer } = this;
    for (const entry of below) {
      const over = layer.get(entry[0]);
      yield over === undefined ? entry : [entry[0], over];
    }
    for (const entry of layer) if (!below.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<K> {
    yield* this.below.keys();
    for (const key of this.layer.keys()) if (!this.below.has(key)) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    const { below, layer } = this;
    below.forEach((value, key) => callback(layer.get(key) ?? value, key, this));
    layer.forEach((value, key) => {
      if (!below.has(key)) callback(value, key, this);
    });
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
}

/**
 * `map` with the entries of `changes` set. Neither argument may be changed afterwards. Values may not be `undefined`.
 * Costs in proportion to the changes, but for an occasional merge.
 */
export const withEntries = <K, V>(
  map: ReadonlyMap<K, V>,
  changes: ReadonlyMap<K, V>,
): ReadonlyMap<K, V> => {
  if (changes.size === 0) return map;
  if (map.size === 0) return changes;
  const isLayered = map instanceof LayeredMap;
  const below: ReadonlyMap<K, V> = isLayered ? map.below : map;
  const layer = isLayered ? new Map([...map.layer, ...changes]) : changes;
  return layer.size > Math.max(LAYER_LEAST, LAYER_SHARE * below.size)
    ? new Map([...below, ...layer])
    : new LayeredMap(below, layer);
};
