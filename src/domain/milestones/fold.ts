/** The part of the fold that concerns milestones. */
import { dayOfIsoDate, type StudyDay } from '../calendar/study-day.ts';
import type { MilestoneId } from '../curriculum/types.ts';
import { eventId, type EvidenceFields, type KnownEvent } from '../log/event.ts';
import { UNSEEN } from '../memory/scheduler.ts';
import type { MilestoneProgress } from '../progress/learner.ts';
import type { Settings } from '../settings/settings.ts';
import {
  afterAttestation,
  afterCheckin,
  afterStory,
  firstAttestation,
  firstCheckin,
  firstStory,
} from './schedule.ts';

export type MilestoneEvent = Extract<
  KnownEvent,
  { readonly t: `milestone-${string}` | `evidence${string}` }
>;
type EvidenceChange = Extract<MilestoneEvent, { readonly t: `evidence-${string}` }>;

export const NOT_STARTED: MilestoneProgress = {
  startedAt: 0,
  achievedAt: 0,
  evidence: [],
  checkin: UNSEEN,
  story: UNSEEN,
  attestation: UNSEEN,
};

/** Applies one event to the milestones, in place. Anything done on a milestone also starts it. */
export const foldMilestone = (
  milestones: Map<MilestoneId, MilestoneProgress>,
  event: MilestoneEvent,
  time: number,
  day: StudyDay,
  settings: Settings,
): void => {
  if (event.t === 'evidence-edited' || event.t === 'evidence-removed') {
    return changeEvidence(milestones, event);
  }
  const before = milestones.get(event.milestone) ?? NOT_STARTED;
  const started = before.startedAt
    ? before
    : { ...before, startedAt: time, checkin: firstCheckin(day) };
  milestones.set(event.milestone, advance(started, event, time, day, settings));
};

const advance = (
  so: MilestoneProgress,
  event: Exclude<MilestoneEvent, EvidenceChange>,
  time: number,
  day: StudyDay,
  settings: Settings,
): MilestoneProgress => {
  const id = event.milestone;
  switch (event.t) {
    case 'milestone-started':
      return so;
    case 'milestone-checkin': {
      const target = dayOfIsoDate(settings.targetDate);
      const left = target === undefined ? undefined : target - day;
      return { ...so, checkin: afterCheckin(id, so.checkin, event.rating, time, day, left) };
    }
    case 'evidence': {
      const fields = textFields(event.fields);
      const piece = { id: eventId(event), milestone: id, fields, addedAt: time };
      return { ...so, evidence: [...so.evidence, piece] };
    }
    case 'milestone-achieved':
      return so.achievedAt
        ? so
        : { ...so, achievedAt: time, story: firstStory(day), attestation: firstAttestation(day) };
    case 'milestone-recalled':
      return event.what === 'attestation'
        ? { ...so, attestation: afterAttestation(id, so.attestation, event.rating, time, day) }
        : { ...so, story: afterStory(id, so.story, event.rating, time, day) };
  }
};

const changeEvidence = (
  milestones: Map<MilestoneId, MilestoneProgress>,
  event: EvidenceChange,
): void => {
  for (const [id, progress] of milestones) {
    if (!progress.evidence.some((piece) => piece.id === event.evidence)) continue;
    const evidence =
      event.t === 'evidence-removed'
        ? progress.evidence.filter((piece) => piece.id !== event.evidence)
        : progress.evidence.map((piece) =>
            piece.id === event.evidence ? { ...piece, fields: textFields(event.fields) } : piece,
          );
    milestones.set(id, { ...progress, evidence });
    return;
  }
};

/** Evidence from a restored file may lack a field or hold something else in it; the screens rely on text. */
const textFields = (fields: Readonly<Record<keyof EvidenceFields, unknown>>): EvidenceFields => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    title: text(fields.title),
    date: text(fields.date),
    criterion: text(fields.criterion),
    link: text(fields.link),
    note: text(fields.note),
    witnesses: text(fields.witnesses),
  };
};
