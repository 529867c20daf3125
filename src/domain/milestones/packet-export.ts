/** A packet as a file, and what changed from one version to another. */
import type { PacketDocument } from './packet.ts';
import type { PacketVersion } from './portfolio.ts';

const AUDIENCES = { self: 'myself', manager: 'my manager', committee: 'the committee' } as const;

/** The packet as one Markdown document. */
export const packetMarkdown = (document: PacketDocument, stage: string): string => {
  const { title, audience, from, to, sections } = document;
  const parts = [
    `# ${title}`,
    `${stage} · ${from} to ${to} · for ${AUDIENCES[audience]}`,
    ...sections
      .filter(({ text }) => text.trim() !== '')
      .flatMap((section) => [`## ${section.title}`, section.text.trim()]),
  ];
  return `${parts.join('\n\n')}\n`;
};

/** The packet with its reviews as JSON, for programs. */
export const packetJson = ({ document, reviews }: PacketVersion, savedOn: string): string =>
  `${JSON.stringify(
    {
      format: 'cairn-packet',
      version: 1,
      savedOn,
      ...document,
      reviews: reviews.map(({ fields }) => fields),
    },
    undefined,
    2,
  )}\n`;

export interface ChangedLine {
  readonly is: 'same' | 'added' | 'gone';
  readonly text: string;
}

export interface ChangedSection {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ChangedLine[];
}

/** Above this many pairs of lines a section counts as rewritten: nobody reads such a comparison. */
const MOST_PAIRS = 1_000_000;

/** Section by section, in the order of the later version; those that are gone come last. */
export const comparePackets = (
  before: PacketDocument,
  after: PacketDocument,
): readonly ChangedSection[] => {
  const gone = before.sections.filter(({ id }) => !after.sections.some((one) => one.id === id));
  return [...after.sections, ...gone].map(({ id, title }) => ({
    id,
    title,
    lines: compareLines(linesOf(before, id), linesOf(after, id)),
  }));
};

const linesOf = ({ sections }: PacketDocument, id: string): readonly string[] => {
  const text = sections.find((section) => section.id === id)?.text.trim() ?? '';
  return text === '' ? [] : text.split('\n');
};

/** The longest common subsequence of lines stays; the rest is gone or added. */
export const compareLines = (
  before: readonly string[],
  after: readonly string[],
): readonly ChangedLine[] => {
  const line = (is: ChangedLine['is']) => (text: string) => ({ is, text });
  if (before.length * after.length > MOST_PAIRS) {
    return [...before.map(line('gone')), ...after.map(line('added'))];
  }
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      lines.push({ is: 'same', text: old });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ is: 'gone', text: old });
      i++;
    } else if (fresh !== undefined) {
      lines.push({ is: 'added', text: fresh });
      j++;
    }
  }
  return lines;
};
