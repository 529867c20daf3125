/** What a session will go through: read from the learner and the curriculum, never stored. */
import type { Cairn } from '../../app/context.ts';
import { loadedSkill, loadTrack, tracksOf } from '../../app/content.ts';
import {
  skillOfCard,
  type CardId,
  type MilestoneId,
  type Skill,
  type SkillId,
  type TrackId,
} from '../../domain/curriculum/types.ts';
import { standings } from '../../domain/progress/standing.ts';
import { frontier, newCards, OPEN_SKILLS } from '../../domain/study/frontier.ts';
import { cardsOn } from '../../domain/study/card-filter.ts';
import { dueOn, mix } from '../../domain/study/queue.ts';

/** New cards that a session on a chosen skill brings at least, where there are so many. */
const NEW_OF_CHOSEN_SKILL = 10;

/** A session over everything that is due, or over a part of it, or of another kind. */
export interface Scope {
  readonly skill?: SkillId;
  /** The skills of a milestone, of the curriculum or of one's own. */
  readonly milestone?: MilestoneId;
  /** A short check of whether a skill is known already. */
  readonly check?: SkillId;
  /** What is due on later days, the soonest first. */
  readonly ahead?: true;
  /** All that was met, the weakest first, without a word to the memory model: a track, or 'all'. */
  readonly cram?: TrackId;
}

/** The scope that an address asks for. */
export const scopeOf = (query: {
  readonly [K in keyof Scope]?: string | undefined;
}): Scope => ({
  ...(query.skill && { skill: query.skill }),
  ...(query.milestone && { milestone: query.milestone }),
  ...(query.check && { check: query.check }),
  ...(query.ahead && { ahead: true as const }),
  ...(query.cram && { cram: query.cram }),
});

/**
 * The cards of a session, in order, with their content loaded.
 * @throws ContentUnavailable when a track can neither be fetched nor is cached
 */
export const planSession = async (cairn: Cairn, scope: Scope): Promise<readonly CardId[]> => {
  if (scope.check || scope.ahead || scope.cram) {
    return (await import('./plan-aside.ts')).planAside(cairn, scope);
  }
  const { index } = cairn;
  const learner = cairn.learner();
  const day = cairn.today();
  const all = cardsOn(index, learner, day);
  const chosen = await chosenSkills(cairn, scope);
  const inScope = (id: CardId): boolean => !chosen || chosen.includes(skillOfCard(id));
  const due = dueOn(index, learner, day, inScope, all);
  const skills = skillsForNewCards(cairn, chosen).slice(0, 2 * OPEN_SKILLS);
  const trackOf = (id: SkillId) => index.skill(id)?.track;
  const known = [...due.steps, ...due.reviews];
  // Whoever chooses a skill wants to learn it, whatever today's limit for new cards says.
  const allowance = chosen ? Math.max(due.newAllowance, NEW_OF_CHOSEN_SKILL) : due.newAllowance;
  const tracks = new Set([
    ...tracksOf(known, trackOf),
    ...(allowance > 0 ? skills.map(({ track }) => track) : []),
  ]);
  await Promise.all([...tracks].map(loadTrack));
  const cardsOf = (skill: Skill) => loadedSkill(skill.id)?.cards.map(({ id }) => id);
  const fresh = newCards(skills, cardsOf, learner, allowance, all.isFree);
  return [...due.steps, ...mix(due.reviews, fresh)];
};

/** The skills that the person chose to study, or `undefined` for whatever comes next. */
const chosenSkills = async (
  cairn: Cairn,
  { skill, milestone }: Scope,
): Promise<readonly SkillId[] | undefined> => {
  if (!milestone) return skill ? [skill] : undefined;
  const found =
    cairn.index.milestone(milestone) ??
    (await import('./plan-aside.ts')).ownMilestone(cairn, milestone);
  return found.skills;
};

const skillsForNewCards = (
  cairn: Cairn,
  chosen: readonly SkillId[] | undefined,
): readonly Skill[] => {
  const { index, learner, today } = cairn;
  if (chosen) return chosen.flatMap((id) => index.skill(id) ?? []);
  return frontier(index, learner(), standings(index, learner(), today()));
};
