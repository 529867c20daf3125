/** What the entries of the log amount to: the wins and where they are filed, stories, packets, the person's own ladder. */
import type { MilestoneId, StageId } from '../curriculum/types.ts';
import type { EventId, EvidenceFields } from '../log/event.ts';
import type { Evidence, Learner } from '../progress/learner.ts';
import {
  attachedFile,
  careerFields,
  evidenceFields,
  ladderDocument,
  ownMilestone,
  packetDocument,
  reviewFields,
  text,
  texts,
  type Fields,
} from './entry-fields.ts';
import type { LadderDocument, OwnMilestoneFields } from './ladder.ts';
import { newestFirst } from './evidence.ts';
import type { PacketDocument } from './packet.ts';
import type { AttachedFile, CareerFields, Entry, ReviewFields } from './portfolio-events.ts';

export interface Win {
  readonly id: EventId;
  readonly fields: EvidenceFields;
  /** When it was logged, ms since the epoch. */
  readonly addedAt: number;
  /** The milestones it proves, each with the criterion that it meets there, or ''. */
  readonly filed: ReadonlyMap<MilestoneId, string>;
}

export interface Review {
  readonly id: EventId;
  readonly fields: ReviewFields;
}

export interface PacketVersion {
  readonly id: EventId;
  readonly at: number;
  readonly document: PacketDocument;
  /** Oldest first by their dates. */
  readonly reviews: readonly Review[];
}

export interface Portfolio {
  /** In the order in which they were logged. */
  readonly wins: ReadonlyMap<EventId, Win>;
  /** By evidence or win. */
  readonly files: ReadonlyMap<EventId, AttachedFile>;
  readonly stories: ReadonlyMap<MilestoneId, string>;
  readonly career: CareerFields;
  /** Oldest first. */
  readonly packets: readonly PacketVersion[];
  readonly own: ReadonlyMap<MilestoneId, OwnMilestoneFields>;
  readonly hidden: ReadonlySet<MilestoneId>;
  readonly order: ReadonlyMap<StageId, readonly MilestoneId[]>;
  readonly ladder: LadderDocument | undefined;
}

const known = new WeakMap<readonly Entry[], Portfolio>();

/** The portfolio of a learner; worked out once for each state. */
export const portfolioOf = ({ portfolio }: Pick<Learner, 'portfolio'>): Portfolio => {
  let found = known.get(portfolio);
  if (!found) known.set(portfolio, (found = readEntries(portfolio)));
  return found;
};

interface Written {
  readonly entry: Entry;
  fields: Fields;
}

const readEntries = (entries: readonly Entry[]): Portfolio => {
  /** Wins, packets and reviews: the ones that can be edited and removed. */
  const written = new Map<EventId, Written>();
  const filed = new Map<EventId, Map<MilestoneId, string>>();
  const files = new Map<EventId, AttachedFile>();
  const stories = new Map<MilestoneId, string>();
  const own = new Map<MilestoneId, OwnMilestoneFields>();
  const hidden = new Set<MilestoneId>();
  const order = new Map<StageId, readonly MilestoneId[]>();
  let career: Fields = {};
  let ladder: LadderDocument | undefined;
  for (const entry of entries) {
    const { what, about, fields } = entry;
    switch (what) {
      case 'win':
      case 'packet':
      case 'review':
        written.set(entry.id, { entry, fields });
        break;
      case 'edited': {
        const target = written.get(about);
        if (target) target.fields = fields;
        break;
      }
      case 'removed':
        written.delete(about);
        break;
      case 'filed':
        file(filed, about, fields);
        break;
      case 'attached':
        setOrDelete(files, about, attachedFile(fields));
        break;
      case 'story':
        setOrDelete(stories, about, text(fields['text']) || undefined);
        break;
      case 'milestone':
        setOrDelete(own, about, ownMilestone(fields));
        break;
      case 'hidden':
        if (fields['on'] === true) hidden.add(about);
        else hidden.delete(about);
        break;
      case 'order':
        order.set(about, texts(fields['order']));
        break;
      case 'career':
        career = fields;
        break;
      case 'ladder':
        ladder = ladderDocument(fields);
        break;
      // What a later version writes is kept in the log and left out here.
    }
  }
  return {
    ...collect(written, filed),
    files,
    stories,
    career: careerFields(career),
    own,
    hidden,
    order,
    ladder,
  };
};

const collect = (
  written: ReadonlyMap<EventId, Written>,
  filed: ReadonlyMap<EventId, ReadonlyMap<MilestoneId, string>>,
): Pick<Portfolio, 'wins' | 'packets'> => {
  const wins = new Map<EventId, Win>();
  const packets: PacketVersion[] = [];
  const reviews = new Map<EventId, Review[]>();
  for (const [id, { entry, fields }] of written) {
    if (entry.what === 'win') {
      const places = filed.get(id) ?? new Map<MilestoneId, string>();
      wins.set(id, { id, fields: evidenceFields(fields), addedAt: entry.at, filed: places });
    } else if (entry.what === 'review') {
      const ofPacket = reviews.get(entry.about) ?? [];
      reviews.set(entry.about, [...ofPacket, { id, fields: reviewFields(fields) }]);
    }
  }
  for (const [id, { entry, fields }] of written) {
    const document = entry.what === 'packet' ? packetDocument(fields) : undefined;
    if (!document) continue;
    const own = (reviews.get(id) ?? []).toSorted((a, b) => compare(a.fields.date, b.fields.date));
    packets.push({ id, at: entry.at, document, reviews: own });
  }
  return { wins, packets };
};

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

const setOrDelete = <K, V>(map: Map<K, V>, key: K, value: V | undefined): void => {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
};

const file = (
  filed: Map<EventId, Map<MilestoneId, string>>,
  win: EventId,
  fields: Fields,
): void => {
  const places = filed.get(win) ?? new Map<MilestoneId, string>();
  const milestone = text(fields['milestone']);
  setOrDelete(places, milestone, fields['on'] === true ? text(fields['criterion']) : undefined);
  filed.set(win, places);
};

/** Wins that prove no milestone yet, newest first. */
export const inbox = ({ wins }: Portfolio): readonly Win[] =>
  newestFirst([...wins.values()].filter(({ filed }) => filed.size === 0));

/** Evidence of a milestone, whether it was added there or filed there later. */
export interface Piece extends Evidence {
  readonly isWin: boolean;
  readonly file: AttachedFile | undefined;
}

/** All evidence of a milestone, newest first. */
export const piecesOf = (learner: Learner, milestone: MilestoneId): readonly Piece[] => {
  const { wins, files } = portfolioOf(learner);
  const added = learner.milestones.get(milestone)?.evidence ?? [];
  const pieces = added.map((piece) => ({ ...piece, isWin: false, file: files.get(piece.id) }));
  for (const { id, fields, addedAt, filed } of wins.values()) {
    const criterion = filed.get(milestone);
    if (criterion === undefined) continue;
    const evidence = { id, milestone, fields: { ...fields, criterion }, addedAt };
    pieces.push({ ...evidence, isWin: true, file: files.get(id) });
  }
  return newestFirst(pieces);
};
