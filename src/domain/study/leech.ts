/** Cards that are forgotten again and again, what to do with them, and what to go back to instead. */
import type { GraphIndex } from '../curriculum/graph.ts';
import { skillOfCard, type CardId, type Skill, type SkillId } from '../curriculum/types.ts';
import type { CardMemory } from '../memory/scheduler.ts';
import type { Standing } from '../progress/standing.ts';
import type { Settings } from '../settings/settings.ts';

/** Forgotten so often in review that it costs more than it gives until it is reworded or its ground is laid. */
export const isLeech = ({ lapses }: CardMemory, { leechLapses }: Settings): boolean =>
  leechLapses > 0 && lapses >= leechLapses;

/**
 * What a rating calls for when it made a card a leech, or left it one for as many lapses more as half of what made it
 * one; then the person should hear of it.
 * @returns `undefined` when it calls for nothing
 */
export const leechAction = (
  before: CardMemory,
  after: CardMemory,
  settings: Settings,
): Settings['leechAction'] | undefined => {
  if (after.lapses === before.lapses || !isLeech(after, settings)) return undefined;
  const beyond = after.lapses - settings.leechLapses;
  return beyond % Math.ceil(settings.leechLapses / 2) === 0 ? settings.leechAction : undefined;
};

/** A skill that a card builds on. */
export interface Ground {
  readonly skill: Skill;
  /** Share of its cards expected to be known, 0 to 1. */
  readonly known: number;
}

/** What a card builds on, the least known first: to be studied before the card is tried again. */
export const groundOf = (
  index: GraphIndex,
  standing: ReadonlyMap<SkillId, Standing>,
  id: CardId,
): readonly Ground[] =>
  (index.skill(skillOfCard(id))?.requires ?? [])
    .flatMap((required) => index.skill(required) ?? [])
    .map((skill) => ({
      skill,
      known: (standing.get(skill.id)?.expected ?? 0) / Math.max(1, skill.cards),
    }))
    .sort((a, b) => a.known - b.known);
