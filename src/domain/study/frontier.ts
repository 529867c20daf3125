/**
 * Which new cards come next: from the frontier of the graph, the skills whose prerequisites are ready, and those a
 * person chose to begin anyway.
 */
import { goalSkills, neededFor } from '../curriculum/goal.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import {
  noteOfCard,
  type CardId,
  type Skill,
  type SkillId,
  type TrackId,
} from '../curriculum/types.ts';
import type { Learner } from '../progress/learner.ts';
import { isReady, type Standing } from '../progress/standing.ts';
import type { Person } from '../progress/tally.ts';

/** Skills open at the same time, so that what is begun gets finished. */
export const OPEN_SKILLS = 4;

/** Skills that new cards may come from, best first. */
export const frontier = (
  index: GraphIndex,
  learner: Person,
  standing: ReadonlyMap<SkillId, Standing>,
): readonly Skill[] => {
  const path = neededFor(index, goalSkills(index, learner.settings.goal));
  const open = index.graph.skills.filter((skill) => {
    const now = standing.get(skill.id);
    if (!now || now.seen >= skill.cards) return false;
    if (now.seen > 0 || learner.started.has(skill.id)) return true;
    return now.missing.length === 0 && isAimedAt(index, learner, skill, path);
  });
  const scores = new Map(
    open.map((skill) => {
      const isWanted = path.has(skill.id) && !isReady(skill, standing.get(skill.id));
      return [skill.id, (isWanted ? GOAL : 0) + score(index, learner, standing, skill)];
    }),
  );
  const best = (a: Skill, b: Skill): number =>
    (scores.get(b.id) as number) - (scores.get(a.id) as number);
  return open.toSorted(best);
};

/** More than all else together, so that the way to the goal comes first. */
const GOAL = 20;

/** Stages from the one the person stands at up to their target, and beyond it the way to their goal. */
const isAimedAt = (
  index: GraphIndex,
  learner: Person,
  skill: Skill,
  path: ReadonlySet<SkillId>,
): boolean => {
  const { stage, targetStage } = learner.settings;
  const altitude = index.altitude(skill.stage);
  const target = index.altitude(targetStage);
  return (
    altitude >= index.altitude(stage) && (target < 0 || altitude <= target || path.has(skill.id))
  );
};

/** Begun skills first, then those that open most; the deeper ones later. Weights from simulation. */
const score = (
  index: GraphIndex,
  learner: Person,
  standing: ReadonlyMap<SkillId, Standing>,
  skill: Skill,
): number => {
  const begun = (standing.get(skill.id)?.seen ?? 0) > 0 || learner.started.has(skill.id);
  return (begun ? 3 : 0) + 0.08 * index.dependents(skill.id) - skill.depth / 16;
};

/** Penalty for a skill of the same track as the card before, so that tracks interleave. */
const SAME_TRACK = 4;

/**
 * The next new cards, interleaving the tracks.
 * @param skills the frontier, best first
 * @param cardsOf a skill's card ids in order, or `undefined` while its track is not loaded
 * @param count how many are wanted at most
 * @param isFree whether a card may be shown today (not suspended, buried, or a sibling of one seen today)
 */
export const newCards = (
  skills: readonly Skill[],
  cardsOf: (skill: Skill) => readonly CardId[] | undefined,
  learner: Learner,
  count: number,
  isFree: (id: CardId) => boolean,
): readonly CardId[] => {
  const lanes = skills
    .map((skill) => ({
      track: skill.track,
      cards: (cardsOf(skill) ?? []).filter((id) => !learner.cards.has(id) && isFree(id)),
    }))
    .filter(({ cards }) => cards.length > 0)
    .slice(0, OPEN_SKILLS);
  const chosen: CardId[] = [];
  const notes = new Set<string>();
  let before: TrackId | undefined;
  while (chosen.length < count) {
    let best: (typeof lanes)[number] | undefined;
    let bestCost = Infinity;
    for (const [rank, lane] of lanes.entries()) {
      if (lane.cards.length === 0) continue;
      const cost = rank + (lane.track === before ? SAME_TRACK : 0);
      if (cost < bestCost) [best, bestCost] = [lane, cost];
    }
    if (!best) break;
    const id = best.cards.shift() as CardId;
    if (notes.has(noteOfCard(id))) continue;
    notes.add(noteOfCard(id));
    chosen.push(id);
    before = best.track;
  }
  return chosen;
};
