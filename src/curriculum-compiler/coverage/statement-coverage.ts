import type { NoteSource, SourceCurriculum } from '../source/model.ts';
import { EvidenceSearch } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { cardPassage, claimPassage, milestonePassages, skillPassages } from './passages.ts';
import type { Passage } from './passages.ts';

/** How a statement is treated: a card or a claim names it; some text shares its words; nothing but a tag; nothing. */
export type Treatment = 'named' | 'matched' | 'tagged' | 'uncovered';

export interface Carrier {
  readonly id: string;
  readonly title: string;
  /** Cards of a skill, since a statement may ask for the whole of it. */
  readonly cards?: number;
  /** The best matching passages of it. */
  readonly evidence: readonly Evidence[];
}

export interface StatementCoverage {
  readonly id: string;
  readonly text: string;
  readonly treatment: Treatment;
  /** Cards and claims that name the statement. */
  readonly named: readonly Evidence[];
  readonly skills: readonly Carrier[];
  readonly milestones: readonly Carrier[];
}

/** At this share of a statement's words a passage may well treat it; a person has to judge. */
const MATCH = 0.34;
const SHOWN = 2;

/** What covers each statement, with the passages by which a reviewer can judge whether it is really treated. */
export function statementCoverage(curriculum: SourceCurriculum): readonly StatementCoverage[] {
  const { skills, milestones, claims, statements } = curriculum;
  const passagesOf = new Map<string, readonly Passage[]>([
    ...skills.map((skill) => [skill.id, skillPassages(skill)] as const),
    ...milestones.map((milestone) => [milestone.id, milestonePassages(milestone)] as const),
  ]);
  const texts = [...passagesOf.values()].flat().map(({ text }) => text);
  const search = new EvidenceSearch([...texts, ...statements.map(({ text }) => text)]);
  const notes = skills.flatMap((skill) => skill.notes);

  return statements.map(({ id, text }) => {
    const names = ({ covers }: Pick<NoteSource, 'covers'>): boolean =>
      covers.some(({ value }) => value === id);
    const carriersAmong = (items: readonly Coverer[]): Carrier[] =>
      items.filter(names).map((item) => ({
        id: item.id,
        title: item.title,
        ...(item.notes && { cards: item.notes.flatMap((note) => note.cards).length }),
        evidence: search.rank(text, passagesOf.get(item.id) ?? []).slice(0, SHOWN),
      }));
    const found = {
      named: [
        ...notes.filter(names).map(cardPassage),
        ...claims.filter(names).map(claimPassage),
      ].map((passage) => namedEvidence(search, text, passage)),
      skills: carriersAmong(skills),
      milestones: carriersAmong(milestones),
    };
    return { id, text, treatment: treatmentOf(found), ...found };
  });
}

type Coverer = Pick<NoteSource, 'covers'> & {
  readonly id: string;
  readonly title: string;
  readonly notes?: readonly NoteSource[];
};

// What names the statement is shown even where the two share no word.
const namedEvidence = (search: EvidenceSearch, statement: string, passage: Passage): Evidence => {
  const [ranked] = search.rank(statement, [passage]);
  return ranked ?? { name: passage.name, shown: passage.shown, shared: [], match: 0 };
};

function treatmentOf({
  named,
  skills,
  milestones,
}: Pick<StatementCoverage, 'named' | 'skills' | 'milestones'>): Treatment {
  if (named.length > 0) return 'named';
  const carriers = [...skills, ...milestones];
  if (carriers.length === 0) return 'uncovered';
  const isMatched = carriers.some(({ evidence }) => evidence.some(({ match }) => match >= MATCH));
  return isMatched ? 'matched' : 'tagged';
}
