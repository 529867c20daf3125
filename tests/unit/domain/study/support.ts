/** A small curriculum, and learners who get where they are through the fold. */
import { indexGraph, type GraphIndex } from '../../../../src/domain/curriculum/graph.ts';
import type {
  CurriculumGraph,
  Milestone,
  Skill,
  SkillId,
} from '../../../../src/domain/curriculum/types.ts';
import type { Fact, Rating } from '../../../../src/domain/log/event.ts';
import { fold, NOBODY } from '../../../../src/domain/progress/fold.ts';
import type { Learner } from '../../../../src/domain/progress/learner.ts';
import { standings, type Standing } from '../../../../src/domain/progress/standing.ts';
import { DAY, review, START, START_DAY, writer } from '../support/events.ts';

export const TODAY = START_DAY;
export const noon = (day: number): number => START + (day - START_DAY) * DAY;

/** `a.one` is a skill of track `a` in the stage `mid`, of five cards. */
export const skill = (id: SkillId, more: Partial<Skill> = {}): Skill => ({
  id,
  title: id,
  track: id.slice(0, 1),
  stage: 'mid',
  requires: [],
  encompasses: [],
  cards: 5,
  critical: [],
  depth: 0,
  column: 0,
  row: 0,
  ...more,
});

export const milestone = (id: string, more: Partial<Milestone> = {}): Milestone => ({
  id,
  title: id,
  stage: 'mid',
  track: 'a',
  class: 'durable',
  skills: [],
  ...more,
});

export const graphOf = (
  skills: readonly Skill[],
  more: Partial<CurriculumGraph> = {},
): GraphIndex =>
  indexGraph({
    version: '',
    title: '',
    stages: ['low', 'mid', 'high'].map((id) => ({ id, title: id, summary: '' })),
    tracks: ['a', 'b', 'c'].map((id) => ({ id, title: id })),
    skills,
    milestones: [],
    retired: {},
    ...more,
  });

/** The first cards of a skill. */
export const cards = (id: SkillId, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${id}/${i}`);

export const rated = (ids: readonly string[], rating: Rating = 3): readonly Fact[] =>
  ids.map((id) => review(id, rating));

export const set = (key: string, value: unknown): Fact => ({ t: 'setting', key, value });

/** Facts by the day on which they are written, in order. */
export type Days = (readonly [day: number, facts: readonly Fact[]])[];

/** Standing at `mid` and aiming at `high`, after facts of some days, in UTC from noon, a second apart. */
export const learnerAfter = (
  ...days: (readonly [day: number, facts: readonly Fact[]])[]
): Learner => {
  const write = writer();
  const start = [set('stage', 'mid'), set('targetStage', 'high')];
  const all = [[TODAY - 1000, start] as const, ...days];
  return fold(
    NOBODY,
    all.flatMap(([day, facts]) => facts.map((fact, i) => write(fact, noon(day) + i * 1000))),
  );
};

export const standingOf = (
  index: GraphIndex,
  learner: Learner,
  id: SkillId,
  day: number,
): Standing => {
  const standing = standings(index, learner, day).get(id);
  if (!standing) throw new Error(`no skill ${id}`);
  return standing;
};
