import { withoutQuotes } from './sentences.ts';

const ages =
  /\b\d+\.x\b|\b(?:currently|nowadays|deprecated|at the time of writing)\b|\bas of (?:v|version|\d)|\b(?:latest|newest|recent) (?:versions?|releases?)\b/i;

/** The words by which a text shows that its fact ages. */
export const findAgeing = (prose: string): string | undefined => ages.exec(prose)?.[0];

/** The first of the names, as a word of its own. */
export const findName = (prose: string, names: readonly string[]): string | undefined =>
  names.find((name) => ` ${prose.replace(/[^\p{L}\p{N}.+#-]+/gu, ' ')} `.includes(` ${name} `));

/** "always" or "never": rarely true, and a hint in a choice. */
export const findAbsolute = (prose: string): string | undefined =>
  /\b(?:always|never)\b/i.exec(withoutQuotes(prose))?.[0];
