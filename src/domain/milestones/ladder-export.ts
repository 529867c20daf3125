/** A ladder and one's own milestones as a file that can be imported again. */
import type { LadderDocument, OwnMilestoneFields } from './ladder.ts';

/** What is exported, in the order of the file. */
const contentOf = (
  ladder: LadderDocument | undefined,
  own: ReadonlyMap<string, OwnMilestoneFields>,
): object => ({
  ...ladder,
  ...(own.size > 0 && { milestones: [...own].map(([id, fields]) => ({ id, ...fields })) }),
});

export const ladderJson = (...parts: Parameters<typeof contentOf>): string =>
  `${JSON.stringify(contentOf(...parts), undefined, 2)}\n`;

/** YAML: lists and fields by indentation, every text in double quotes, as JSON writes it and YAML reads it. */
export const ladderYaml = (...parts: Parameters<typeof contentOf>): string =>
  `${block(contentOf(...parts), '').join('\n')}\n`;

const block = (value: unknown, indent: string): readonly string[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const lines = block(item, `${indent}  `);
      const [first = ''] = lines;
      return [`${indent}- ${first.trimStart()}`, ...lines.slice(1)];
    });
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => {
      const isScalar = typeof inner !== 'object' || inner === null;
      const isEmpty = Array.isArray(inner) && inner.length === 0;
      if (isScalar || isEmpty) return [`${indent}${name}: ${JSON.stringify(inner)}`];
      return [`${indent}${name}:`, ...block(inner, `${indent}  `)];
    });
  }
  return [`${indent}${JSON.stringify(value)}`];
};
