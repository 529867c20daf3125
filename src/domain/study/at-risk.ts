/** Cards in the order of their risk. Numbers alone are sorted several times as fast as cards are. */
import type { CardId } from '../curriculum/types.ts';

/** Retrievability has eight decimals (see `fsrs6.ts`), so this many times it is a whole number. */
const STEPS = 1e8;

/**
 * The ids by ascending recall, and by id where that is equal; no further than they are asked for.
 * @param recalls the recall of each, 0 to 1, in the order of the ids
 */
export function* mostAtRiskFirst(
  ids: readonly CardId[],
  recalls: readonly number[],
): Generator<CardId> {
  const count = ids.length;
  // One number holds both: the recall, and below it the place in the list.
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = Math.round((recalls[i] as number) * STEPS) * count + i;
  keys.sort();
  for (let i = 0; i < count;) {
    const stretch: CardId[] = [];
    const first = (keys[i] as number) - ((keys[i] as number) % count);
    for (; i < count && (keys[i] as number) < first + count; i++) {
      stretch.push(ids[(keys[i] as number) - first] as CardId);
    }
    yield* stretch.sort();
  }
}
