/**
 * The draft of a promotion packet, from what is on record. Every word of it is the person's or the curriculum's: where
 * nothing is on record, nothing is written. Dates are ISO dates, so that it reads the same everywhere.
 */
import { dayOfIsoDate, isoDate, type StudyDay } from '../calendar/study-day.ts';
import type { Competency, Milestone, MilestoneContent, MilestoneId } from '../curriculum/types.ts';
import type { Learner } from '../progress/learner.ts';
import { newestFirst } from './evidence.ts';
import type { Audience, PacketDocument, PacketSection } from './packet.ts';
import type { Plan } from './plan.ts';
import { inbox, piecesOf, portfolioOf, type PacketVersion, type Piece } from './portfolio.ts';
import type { CompetencyReadiness, Step } from './readiness.ts';

export interface DraftInput {
  readonly learner: Learner;
  /** The study day of a moment, ms. */
  readonly dayOf: (time: number) => StudyDay;
  readonly stage: { readonly id: string; readonly title: string };
  readonly audience: Audience;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly milestones: readonly Milestone[];
  readonly contents: ReadonlyMap<MilestoneId, MilestoneContent>;
  readonly competencies: readonly Competency[];
  readonly readiness: readonly CompetencyReadiness[];
  readonly plan: Plan;
}

/** What each audience gets: a committee decides on what was shown, and sees no plans and no notes of talks. */
const SECTIONS: Readonly<Record<Audience, readonly string[]>> = {
  self: ['summary', 'evidence', 'stories', 'growth', 'gaps', 'reviews', 'career'],
  manager: ['summary', 'evidence', 'stories', 'growth', 'gaps', 'reviews'],
  committee: ['summary', 'evidence', 'stories', 'growth'],
};

/** A packet to edit and save. Sections without anything on record are left out, but for the person's own summary. */
export const draftPacket = (input: DraftInput): PacketDocument => {
  const { stage, audience, from, to, learner } = input;
  const previous = portfolioOf(learner).packets.at(-1);
  const written: readonly PacketSection[] = [
    { id: 'summary', title: 'Summary', text: sectionText(previous, 'summary') },
    { id: 'evidence', title: 'Evidence by competency', text: evidenceText(input) },
    { id: 'stories', title: 'Stories', text: storiesText(input) },
    { id: 'growth', title: 'Since the last packet', text: growthText(input, previous) },
    { id: 'gaps', title: 'Gaps and plan', text: gapsText(input) },
    { id: 'reviews', title: 'Reviews', text: reviewsText(learner) },
    { id: 'career', title: 'Degrees, years and the ladder', text: careerText(learner) },
  ];
  const sections = written.filter(
    ({ id, text }) => SECTIONS[audience].includes(id) && (text !== '' || id === 'summary'),
  );
  const title =
    previous?.document.stage === stage.id
      ? previous.document.title
      : `Promotion packet: ${stage.title}`;
  return { title, stage: stage.id, audience, from, to, sections };
};

const sectionText = (packet: PacketVersion | undefined, id: string): string =>
  packet?.document.sections.find((section) => section.id === id)?.text ?? '';

/** Text that is no Markdown, as Markdown that shows it. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~&!]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');

const isWithin = (date: string, { from, to }: DraftInput): boolean => from <= date && date <= to;

const paragraphs = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');

interface Achieved {
  readonly milestone: Milestone;
  /** ISO date. */
  readonly on: string;
}

const achievedIn = (input: DraftInput): readonly Achieved[] =>
  input.milestones.flatMap((milestone) => {
    const at = input.learner.milestones.get(milestone.id)?.achievedAt ?? 0;
    return at > 0 ? [{ milestone, on: isoDate(input.dayOf(at)) }] : [];
  });

const evidenceText = (input: DraftInput): string => {
  const { milestones, contents, competencies, learner } = input;
  const told = new Map<MilestoneId, string>();
  const pieces = new Map(
    milestones.map(({ id }) => [
      id,
      piecesOf(learner, id).filter(({ fields }) => isWithin(fields.date, input)),
    ]),
  );
  const achieved = new Map(achievedIn(input).map(({ milestone, on }) => [milestone.id, on]));
  const sections = competencies.map(({ id, title }) => {
    const own = milestones.filter(
      (one) =>
        contents.get(one.id)?.competencies.includes(id) && (pieces.get(one.id)?.length ?? 0) > 0,
    );
    if (own.length === 0) return '';
    const parts = own.map((one) => {
      const name = `**${escapeMarkdown(one.title)}**`;
      const elsewhere = told.get(one.id);
      if (elsewhere !== undefined) return `${name}: see ${elsewhere}.`;
      told.set(one.id, title);
      const on = achieved.get(one.id);
      const state = on === undefined ? 'in progress' : `achieved ${on}`;
      return `${name} (${state})\n\n${list(pieces.get(one.id) ?? [], contents.get(one.id))}`;
    });
    return paragraphs([`### ${title}`, ...parts]);
  });
  const loose = inbox(portfolioOf(learner)).filter(({ fields }) => isWithin(fields.date, input));
  const others = loose.length > 0 ? `### Further wins\n\n${list(loose, undefined)}` : '';
  return paragraphs([...sections, others]);
};

const list = (
  pieces: readonly Pick<Piece, 'fields'>[],
  content: MilestoneContent | undefined,
): string => pieces.map((piece) => `- ${pieceText(piece, content)}`).join('\n');

const pieceText = (
  { fields }: Pick<Piece, 'fields'>,
  content: MilestoneContent | undefined,
): string => {
  const criterion = content?.criteria.find(({ id }) => id === fields.criterion)?.text;
  const title = escapeMarkdown(fields.title);
  const lines = [
    `${fields.date} · ${fields.link ? `[${title}](<${fields.link.replaceAll(/[<>]/g, encodeURIComponent)}>)` : title}`,
    criterion ? `For: ${escapeMarkdown(criterion)}` : '',
    fields.note,
    fields.witnesses ? `Seen by ${escapeMarkdown(fields.witnesses)}.` : '',
  ];
  // Further paragraphs of a list item are indented.
  return lines
    .filter(Boolean)
    .join('\n\n')
    .replaceAll('\n', '\n  ')
    .replaceAll(/\n +\n/g, '\n\n');
};

const storiesText = (input: DraftInput): string => {
  const { stories } = portfolioOf(input.learner);
  return paragraphs(
    achievedIn(input).flatMap(({ milestone }) => {
      const story = stories.get(milestone.id);
      return story === undefined ? [] : [`### ${escapeMarkdown(milestone.title)}`, story];
    }),
  );
};

const growthText = (input: DraftInput, previous: PacketVersion | undefined): string => {
  if (!previous) return '';
  const { learner, milestones, dayOf } = input;
  const since = dayOf(previous.at);
  const isNew = (time: number): boolean => time > previous.at;
  const achieved = milestones.filter(({ id }) =>
    isNew(learner.milestones.get(id)?.achievedAt ?? 0),
  );
  const added = milestones
    .flatMap(({ id }) => piecesOf(learner, id))
    .filter((one) => isNew(one.addedAt));
  const refreshed = milestones.filter(({ id }) => {
    const progress = learner.milestones.get(id);
    return progress !== undefined && isNew(progress.attestation.last);
  });
  return paragraphs([
    `The last packet was saved on ${isoDate(since)}.`,
    achieved.length > 0 ? titles('Achieved since', achieved) : '',
    refreshed.length > 0 ? titles('Shown again since', refreshed) : '',
    added.length > 0
      ? `Evidence since:\n\n${newestFirst(added)
          .map(({ fields }) => `- ${fields.date} · ${escapeMarkdown(fields.title)}`)
          .join('\n')}`
      : '',
  ]);
};

const titles = (what: string, milestones: readonly Milestone[]): string =>
  `${what}:\n\n${milestones.map(({ title }) => `- ${escapeMarkdown(title)}`).join('\n')}`;

const gapsText = ({ readiness, plan }: DraftInput): string => {
  const gaps = readiness.filter(({ steps }) => steps.length > 0);
  const soon = plan.milestones.filter(
    ({ start }) => start === 'under-way' || start === 'overdue' || start === 'this-quarter',
  );
  const target = plan.target === undefined ? '' : `Target date: ${isoDate(plan.target)}.`;
  return paragraphs([
    gaps.length > 0
      ? gaps
          .map(
            ({ competency, steps }) =>
              `- **${competency.title}**: ${steps.map(stepText).join('; ')}`,
          )
          .join('\n')
      : '',
    target,
    plan.target !== undefined && soon.length > 0
      ? titles(
          'Under way or to start this quarter',
          soon.map(({ milestone }) => milestone),
        )
      : '',
  ]);
};

const stepText = (step: Step): string => {
  switch (step.is) {
    case 'study':
      return `study ${escapeMarkdown(step.skill.title)}`;
    case 'evidence':
      return `find evidence for “${escapeMarkdown(step.milestone.title)}”: ${escapeMarkdown(step.criterion)}`;
    case 'achieve':
      return `complete “${escapeMarkdown(step.milestone.title)}”`;
    case 'refresh':
      return `show “${escapeMarkdown(step.milestone.title)}” again`;
    case 'start':
      return `start “${escapeMarkdown(step.milestone.title)}”`;
  }
};

const reviewsText = (learner: Learner): string =>
  portfolioOf(learner)
    .packets.flatMap(({ reviews }) => reviews)
    .map(
      ({ fields: { date, who, role, note } }) =>
        `- ${date} · ${escapeMarkdown(who)} (${role}): ${note.replaceAll('\n', '\n  ')}`,
    )
    .join('\n');

const careerText = (learner: Learner): string => {
  const { career } = portfolioOf(learner);
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Role', career.role],
    ['Employer', career.employer],
    ['Ladder', career.ladder],
    ['Education', career.education],
    ['Experience', career.experience],
  ];
  return paragraphs([
    facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`)
      .join('\n'),
    career.note,
  ]);
};

/** What is wrong with a period, or `undefined`. */
export const periodProblem = (from: string, to: string): string | undefined => {
  const [first, last] = [dayOfIsoDate(from), dayOfIsoDate(to)];
  if (first === undefined || last === undefined) return 'Give both dates of the period.';
  return first > last ? 'The period ends before it begins.' : undefined;
};
