import { describe, expect, it } from 'vitest';
import type { EvidenceFields, Fact } from '../../../../src/domain/log/event.ts';
import {
  CHECKIN_CAP,
  CHECKIN_FLOOR,
  FIRST_ATTESTATION,
  FIRST_STORY,
} from '../../../../src/domain/milestones/schedule.ts';
import { NOBODY, fold } from '../../../../src/domain/progress/fold.ts';
import type { MilestoneProgress } from '../../../../src/domain/progress/learner.ts';
import {
  MINUTE,
  START,
  START_DAY,
  evidence,
  logOf,
  redact,
  setting,
  undo,
} from '../support/events.ts';

const after = (facts: readonly Fact[], milestone = 'm'): MilestoneProgress => {
  const progress = fold(NOBODY, logOf(facts)).milestones.get(milestone);
  if (!progress) throw new Error(`${milestone} was never started`);
  return progress;
};
const milestone = 'm';
const started: Fact = { t: 'milestone-started', milestone };
const achieved: Fact = { t: 'milestone-achieved', milestone };
const added = (title: string): Fact => ({ t: 'evidence', milestone, fields: evidence({ title }) });
const titles = (progress: MilestoneProgress): string[] =>
  progress.evidence.map(({ fields }) => fields.title);

describe('a milestone in the log', () => {
  it('starts once, with a check-in to come', () => {
    const once = after([started]);
    expect(once).toMatchObject({ startedAt: START, achievedAt: 0, evidence: [] });
    expect(once.checkin.dueDay).toBe(START_DAY + CHECKIN_FLOOR);
    expect(after([started, started])).toEqual(once);
  });

  it('is started by whatever is done on it first', () => {
    const checkin: Fact = { t: 'milestone-checkin', milestone, rating: 3 };
    const story: Fact = { t: 'milestone-recalled', milestone, what: 'story', rating: 3 };
    for (const first of [checkin, added('x'), achieved, story]) {
      expect(after([first, started]).startedAt).toBe(START);
    }
  });

  it('is achieved once: the first time stands', () => {
    const progress = after([achieved, added('x'), achieved]);
    expect(progress).toMatchObject({ startedAt: START, achievedAt: START });
    expect(progress.story.dueDay).toBe(START_DAY + FIRST_STORY);
    expect(progress.attestation.dueDay).toBe(START_DAY + FIRST_ATTESTATION);
    expect(after([started, achieved, undo('a:2')]).achievedAt).toBe(0);
  });

  it('checks in within its floor and cap, sooner towards a target date', () => {
    const checkins = Array.from({ length: 6 }, (): Fact => ({
      t: 'milestone-checkin',
      milestone,
      rating: 4,
    }));
    const gap = (facts: readonly Fact[]): number => {
      const { checkin } = after(facts);
      return checkin.dueDay - checkin.lastDay;
    };
    expect(gap(checkins)).toBe(CHECKIN_CAP);
    expect(gap([setting('targetDate', '2026-02-04'), ...checkins])).toBe(10);
    expect(gap([setting('targetDate', '2026-01-06'), ...checkins])).toBe(CHECKIN_FLOOR);
    expect(gap([setting('targetDate', '2025-01-01'), ...checkins])).toBe(CHECKIN_CAP);
  });

  it('keeps story and attestation apart', () => {
    const recalled = (what: 'story' | 'attestation'): Fact => ({
      t: 'milestone-recalled',
      milestone,
      what,
      rating: 3,
    });
    const told = after([achieved, recalled('story')]);
    expect([told.story.reps, told.attestation.reps]).toEqual([1, 0]);
    const attested = after([achieved, recalled('attestation')]);
    expect([attested.story.reps, attested.attestation.reps]).toEqual([0, 1]);
  });
});

describe('evidence in the log', () => {
  const edited = (target: string, title: string): Fact => ({
    t: 'evidence-edited',
    evidence: target,
    fields: evidence({ title }),
  });
  const removed = (target: string): Fact => ({ t: 'evidence-removed', evidence: target });

  it('is added under the id of its event, edited in place and removed', () => {
    const facts = [added('one'), added('two'), added('three')];
    const progress = after([...facts, edited('a:2', 'TWO'), removed('a:1')]);
    expect(titles(progress)).toEqual(['TWO', 'three']);
    expect(progress.evidence[0]).toMatchObject({ id: 'a:2', milestone, addedAt: START + MINUTE });
  });

  it('comes back when its removal is undone, and as it was when its edit is', () => {
    expect(titles(after([added('one'), removed('a:1'), undo('a:2')]))).toEqual(['one']);
    expect(titles(after([added('one'), edited('a:1', 'x'), undo('a:2')]))).toEqual(['one']);
  });

  it('that is not there is neither edited nor removed; edits after a removal come too late', () => {
    expect(titles(after([added('one'), edited('a:9', 'x'), removed('b:1')]))).toEqual(['one']);
    expect(titles(after([added('one'), removed('a:1'), edited('a:1', 'x')]))).toEqual([]);
    expect(fold(NOBODY, logOf([removed('a:1')])).milestones.size).toBe(0);
  });

  it('is found in whichever milestone it belongs to', () => {
    const other: Fact = { t: 'evidence', milestone: 'o', fields: evidence({ title: 'o' }) };
    const facts = [added('m'), other, edited('a:2', 'O')];
    expect(titles(after(facts))).toEqual(['m']);
    expect(titles(after(facts, 'o'))).toEqual(['O']);
  });

  it('that is redacted is gone with its text, and so is a redacted edit', () => {
    const log = logOf([started, added('secret'), redact('a:2')]);
    expect(JSON.stringify([...fold(NOBODY, log).milestones])).not.toContain('secret');
    expect(titles(after([added('one'), edited('a:1', 'secret'), redact('a:2')]))).toEqual(['one']);
  });

  it('from a damaged file has text in every field and nothing else', () => {
    const fields = { title: 5, note: 'kept', extra: 'dropped' } as unknown as EvidenceFields;
    expect(after([{ t: 'evidence', milestone, fields }]).evidence[0]?.fields).toEqual({
      ...evidence({ title: '', date: '', note: 'kept' }),
    });
  });
});
