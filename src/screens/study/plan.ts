/** What a session will go through: read from the learner and the curriculum, never stored. */
import type { Cairn } from '../../app/context.ts';
import { loadedCard, loadedSkill, loadTrack, tracksOf } from '../../app/content.ts';
import {
  skillOfCard,
  type CardId,
  type Skill,
  type SkillId,
} from '../../domain/curriculum/types.ts';
import { standings } from '../../domain/progress/standing.ts';
import { frontier, newCards, OPEN_SKILLS } from '../../domain/study/frontier.ts';
import { cardsOn } from '../../domain/study/card-filter.ts';
import { dueOn, mix } from '../../domain/study/queue.ts';

/** New cards that a session on a chosen skill brings at least, where there are so many. */
const NEW_OF_CHOSEN_SKILL = 10;

/** A session over everything that is due, over one skill, or a short check of whether one is known already. */
export interface Scope {
  readonly skill?: SkillId;
  readonly check?: SkillId;
}

/**
 * The cards of a session, in order, with their content loaded.
 * @throws ContentUnavailable when a track can neither be fetched nor is cached
 */
export const planSession = async (cairn: Cairn, scope: Scope): Promise<readonly CardId[]> => {
  if (scope.check) return planCheck(cairn, scope.check);
  const { index } = cairn;
  const learner = cairn.learner();
  const day = cairn.today();
  const all = cardsOn(index, learner, day);
  const inScope = (id: CardId): boolean => !scope.skill || skillOfCard(id) === scope.skill;
  const due = dueOn(index, learner, day, inScope, all);
  const skills = skillsForNewCards(cairn, scope).slice(0, 2 * OPEN_SKILLS);
  const trackOf = (id: SkillId) => index.skill(id)?.track;
  const known = [...due.steps, ...due.reviews];
  // Whoever chooses a skill wants to learn it, whatever today's limit for new cards says.
  const allowance = scope.skill
    ? Math.max(due.newAllowance, NEW_OF_CHOSEN_SKILL)
    : due.newAllowance;
  const tracks = new Set([
    ...tracksOf(known, trackOf),
    ...(allowance > 0 ? skills.map(({ track }) => track) : []),
  ]);
  await Promise.all([...tracks].map(loadTrack));
  const cardsOf = (skill: Skill) => loadedSkill(skill.id)?.cards.map(({ id }) => id);
  const fresh = newCards(skills, cardsOf, learner, allowance, all.isFree);
  // A backup from a newer curriculum may name cards that this one does not have.
  return [...due.steps, ...mix(due.reviews, fresh)].filter((id) => loadedCard(id));
};

/** The cards that tell most about a skill: its key cards, and those that offer a choice. */
const planCheck = async (cairn: Cairn, id: SkillId): Promise<readonly CardId[]> => {
  const { isFree } = cardsOn(cairn.index, cairn.learner(), cairn.today());
  await loadTrack(cairn.index.skill(id)?.track ?? '');
  return (loadedSkill(id)?.cards ?? [])
    .filter((card) => (card.critical || card.kind === 'choice') && isFree(card.id))
    .map((card) => card.id);
};

const skillsForNewCards = (cairn: Cairn, scope: Scope): readonly Skill[] => {
  if (scope.skill) {
    const skill = cairn.index.skill(scope.skill);
    return skill ? [skill] : [];
  }
  const learner = cairn.learner();
  return frontier(cairn.index, learner, standings(cairn.index, learner, cairn.today()));
};
