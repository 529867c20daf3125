/** Fields of portfolio entries, read with care: a restored file or a redaction may have left anything in them. */
import type { MilestoneClass } from '../curriculum/types.ts';
import type { EvidenceFields } from '../log/event.ts';
import type { LadderDocument, OwnMilestoneFields } from './ladder.ts';
import type { Audience, PacketDocument } from './packet.ts';
import type { AttachedFile, CareerFields, ReviewFields } from './portfolio-events.ts';

export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const objects = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const oneOf = <T extends string>(value: unknown, allowed: readonly [T, ...T[]]): T =>
  allowed.find((word) => word === value) ?? allowed[0];

export const evidenceFields = (fields: Fields): EvidenceFields => ({
  title: text(fields['title']),
  date: text(fields['date']),
  criterion: text(fields['criterion']),
  link: text(fields['link']),
  note: text(fields['note']),
  witnesses: text(fields['witnesses']),
});

/** `undefined` for a file that was taken away. */
export const attachedFile = (fields: Fields): AttachedFile | undefined => {
  const hash = text(fields['hash']);
  if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
  const size = number(fields['size'], 0);
  return { hash, name: text(fields['name']), type: text(fields['type']), size };
};

export const reviewFields = (fields: Fields): ReviewFields => ({
  who: text(fields['who']),
  role: oneOf(fields['role'], ['other', 'manager', 'peer']),
  date: text(fields['date']),
  note: text(fields['note']),
});

export const careerFields = (fields: Fields): CareerFields => ({
  role: text(fields['role']),
  employer: text(fields['employer']),
  ladder: text(fields['ladder']),
  education: text(fields['education']),
  experience: text(fields['experience']),
  note: text(fields['note']),
});

/** `undefined` for a packet whose text was redacted. */
export const packetDocument = (fields: Fields): PacketDocument | undefined => {
  const document = fields['document'];
  if (!isObject(document)) return undefined;
  return {
    title: text(document['title']),
    stage: text(document['stage']),
    audience: oneOf<Audience>(document['audience'], ['self', 'manager', 'committee']),
    from: text(document['from']),
    to: text(document['to']),
    sections: objects(document['sections']).map((section) => ({
      id: text(section['id']),
      title: text(section['title']),
      text: text(section['text']),
    })),
  };
};

/** `undefined` for a milestone that was deleted or whose text was redacted. */
export const ownMilestone = (fields: Fields): OwnMilestoneFields | undefined => {
  const title = text(fields['title']);
  if (fields['gone'] === true || title === '') return undefined;
  return {
    title,
    stage: text(fields['stage']),
    class: oneOf<MilestoneClass>(fields['class'], ['one-off', 'durable', 'perishable']),
    summary: text(fields['summary']),
    criteria: objects(fields['criteria']).map(({ id, text: words }) => ({
      id: text(id),
      text: text(words),
    })),
    competencies: texts(fields['competencies']),
    skills: texts(fields['skills']),
    story: text(fields['story']),
    weeks: Math.max(1, number(fields['weeks'], 8)),
  };
};

/** `undefined` for none. */
export const ladderDocument = (fields: Fields): LadderDocument | undefined => {
  const { ladder } = fields as { ladder?: unknown };
  if (!isObject(ladder)) return undefined;
  return {
    name: text(ladder['name']),
    summary: text(ladder['summary']),
    levels: objects(ladder['levels']).map((level) => ({
      id: text(level['id']),
      name: text(level['name']),
      stage: text(level['stage']),
    })),
    themes: objects(ladder['themes']).map((theme) => ({
      id: text(theme['id']),
      name: text(theme['name']),
    })),
    competencies: objects(ladder['competencies']).map((one) => ({
      id: text(one['id']),
      summary: text(one['summary']),
      level: text(one['level']),
      theme: text(one['theme']),
      examples: texts(one['examples']),
    })),
  };
};
