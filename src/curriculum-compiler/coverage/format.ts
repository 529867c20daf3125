import type { Carrier, StatementCoverage, Treatment } from './statement-coverage.ts';
import type { Evidence } from './evidence.ts';

const meanings: Readonly<Record<Treatment, string>> = {
  named: 'named by a card that treats them, or rendered as a dated claim',
  matched: 'covered by a skill or milestone with a text that shares their words',
  tagged: 'only tagged: no text of what covers them shares enough words',
  uncovered: 'not covered',
};

/** Each statement with what covers it, the passages to judge that by, and a count at the end. */
export function formatCoverage(all: readonly StatementCoverage[]): string {
  return [...all.map(formatStatement), formatCounts(all)].join('\n\n');
}

const formatStatement = ({
  id,
  text,
  treatment,
  named,
  skills,
  milestones,
}: StatementCoverage): string =>
  [
    `${id} [${treatment}] ${text}`,
    ...named.map(({ name, shown }) => `  ${name}: ${shorten(shown)}`),
    ...skills.flatMap((carrier) => formatCarrier('skill', carrier)),
    ...milestones.flatMap((carrier) => formatCarrier('milestone', carrier)),
  ].join('\n');

const formatCarrier = (kind: string, { id, title, cards, evidence }: Carrier): string[] => [
  `  ${kind} ${id}: ${title}${cards === undefined ? '' : ` (${cards} cards)`}`,
  ...evidence.map(formatEvidence),
];

const formatEvidence = ({ name, shown, shared, match }: Evidence): string =>
  `    ${Math.round(100 * match)} % (${shared.join(', ')}) ${name}: ${shorten(shown)}`;

function formatCounts(all: readonly StatementCoverage[]): string {
  const lines = (Object.keys(meanings) as Treatment[]).map((treatment) => {
    const some = all.filter((one) => one.treatment === treatment);
    const isListed = (treatment === 'tagged' || treatment === 'uncovered') && some.length > 0;
    const ids = isListed ? `: ${some.map(({ id }) => id).join(', ')}` : '';
    return `${some.length} ${meanings[treatment]}${ids}`;
  });
  return [`${all.length} statements`, ...lines].join('\n');
}

const shorten = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 159)}…`);
