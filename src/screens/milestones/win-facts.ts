/** The facts that concern wins. */
import type { MilestoneId } from '../../domain/curriculum/types.ts';
import type { EventId, EvidenceFields, Fact } from '../../domain/log/event.ts';

export const logged = (fields: EvidenceFields): Fact => ({
  t: 'portfolio',
  what: 'win',
  about: '',
  fields: { ...fields, criterion: '' },
});

export const edited = (win: EventId, fields: EvidenceFields): Fact => ({
  t: 'portfolio',
  what: 'edited',
  about: win,
  fields: { ...fields, criterion: '' },
});

export const removed = (entry: EventId): Fact => ({
  t: 'portfolio',
  what: 'removed',
  about: entry,
  fields: {},
});

export const filed = (win: EventId, milestone: MilestoneId, criterion: string): Fact => ({
  t: 'portfolio',
  what: 'filed',
  about: win,
  fields: { milestone, criterion, on: true },
});

export const unfiled = (win: EventId, milestone: MilestoneId): Fact => ({
  t: 'portfolio',
  what: 'filed',
  about: win,
  fields: { milestone, criterion: '', on: false },
});
