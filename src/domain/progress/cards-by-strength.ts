/** How many cards stand where: not met, being learned, steady, durable. */
import type { GraphIndex } from '../curriculum/graph.ts';
import type { CardId } from '../curriculum/types.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Learner } from './learner.ts';
import { DURABLE_DAYS, STEADY_DAYS } from './standing.ts';

export interface CardsByStrength {
  /** Not met yet. */
  readonly fresh: number;
  /** Met, with a stability below `STEADY_DAYS`. */
  readonly learning: number;
  /** From `STEADY_DAYS` to below `DURABLE_DAYS`. */
  readonly steady: number;
  readonly durable: number;
  readonly all: number;
}

/** The cards met that are still part of the curriculum. */
export const cardsMet = (index: GraphIndex, learner: Learner): ReadonlyMap<CardId, CardMemory> =>
  new Map([...learner.cards].filter(([id, card]) => card.reps > 0 && index.hasCard(id)));

/** @param met see `cardsMet` */
export const cardsByStrength = (
  index: GraphIndex,
  met: ReadonlyMap<CardId, CardMemory>,
): CardsByStrength => {
  const all = index.graph.skills.reduce((sum, skill) => sum + skill.cards, 0);
  let steady = 0;
  let durable = 0;
  for (const { stability } of met.values()) {
    if (stability >= DURABLE_DAYS) durable++;
    else if (stability >= STEADY_DAYS) steady++;
  }
  const learning = met.size - steady - durable;
  return { fresh: Math.max(0, all - met.size), learning, steady, durable, all };
};
