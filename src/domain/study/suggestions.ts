/** What to begin or go on with, and why: the best of the frontier, in terms that can be put into a sentence. */
import { goalSkills, goalTitle, neededFor } from '../curriculum/goal.ts';
import type { GraphIndex } from '../curriculum/graph.ts';
import type { Skill, SkillId } from '../curriculum/types.ts';
import { isReady, type Standing } from '../progress/standing.ts';
import type { Person } from '../progress/tally.ts';
import { frontier } from './frontier.ts';

/**
 * - `goal`: it is the goal that the person chose, or on the way there
 * - `begun`: so many cards are left
 * - `chosen`: started ahead of its prerequisites
 * - `opens`: so many skills build on it, directly or through others
 * - `stands-alone`: nothing builds on it
 */
export type Reason =
  | { readonly kind: 'goal'; readonly title: string }
  | { readonly kind: 'begun'; readonly left: number }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'opens'; readonly skills: number }
  | { readonly kind: 'stands-alone' };

export interface Suggestion {
  readonly skill: Skill;
  readonly reason: Reason;
}

/** The frontier, best first, each skill with the reason for it. */
export const suggestions = (
  index: GraphIndex,
  learner: Person,
  standing: ReadonlyMap<SkillId, Standing>,
): readonly Suggestion[] => {
  const { goal } = learner.settings;
  const path = neededFor(index, goalSkills(index, goal));
  const title = goalTitle(index, goal) ?? '';
  return frontier(index, learner, standing).map((skill) => ({
    skill,
    reason:
      path.has(skill.id) && !isReady(skill, standing.get(skill.id))
        ? { kind: 'goal', title }
        : reasonFor(index, learner, skill, standing.get(skill.id)?.seen ?? 0),
  }));
};

const reasonFor = (index: GraphIndex, learner: Person, skill: Skill, seen: number): Reason => {
  if (seen > 0) return { kind: 'begun', left: skill.cards - seen };
  if (learner.started.has(skill.id)) return { kind: 'chosen' };
  const opens = index.dependents(skill.id);
  return opens > 0 ? { kind: 'opens', skills: opens } : { kind: 'stands-alone' };
};
