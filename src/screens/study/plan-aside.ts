/** What only some sessions need for their plan: those beside what is due, and those on a milestone of one's own. */
import { loadedSkill, loadTrack, tracksOf } from '../../app/content.ts';
import type { Cairn } from '../../app/context.ts';
import { dayOfIsoDate } from '../../domain/calendar/study-day.ts';
import type { CardId, Milestone, MilestoneId, SkillId } from '../../domain/curriculum/types.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { cramOrder, dueLater } from '../../domain/study/aside.ts';
import { cardsOn } from '../../domain/study/card-filter.ts';
import { cardsInBox, medianAnswerTime } from '../../domain/study/session.ts';
import type { Scope } from './plan.ts';

/** Cards of a session without a limit of time. */
const WITHOUT_LIMIT = 50;

/** @throws ContentUnavailable */
export const planAside = async (
  cairn: Cairn,
  { check, cram }: Scope,
): Promise<readonly CardId[]> => {
  if (check) return planCheck(cairn, check);
  const { index } = cairn;
  const learner = cairn.learner();
  const today = cairn.today();
  const { sessionMinutes, interviewDate } = learner.settings;
  const track = cram === 'all' ? undefined : cram;
  const all = cram
    ? cramOrder(index, learner, track, today, dayOfIsoDate(interviewDate) ?? today)
    : dueLater(index, learner, today);
  const room = cardsInBox(sessionMinutes, medianAnswerTime(learner), WITHOUT_LIMIT);
  const plan = all.slice(0, room);
  await Promise.all([...tracksOf(plan, (id) => index.skill(id)?.track)].map(loadTrack));
  return plan;
};

/** The cards that tell most about a skill: its key cards, and those that offer a choice. */
const planCheck = async (cairn: Cairn, id: SkillId): Promise<readonly CardId[]> => {
  const { isFree } = cardsOn(cairn.index, cairn.learner(), cairn.today());
  await loadTrack(cairn.index.skill(id)?.track ?? '');
  return (loadedSkill(id)?.cards ?? [])
    .filter((card) => (card.critical || card.kind === 'choice') && isFree(card.id))
    .map((card) => card.id);
};

/** A milestone of the person's own; one that is not there asks for nothing. */
export const ownMilestone = (cairn: Cairn, id: MilestoneId): Pick<Milestone, 'skills'> =>
  portfolioOf(cairn.learner()).own.get(id) ?? { skills: [] };
