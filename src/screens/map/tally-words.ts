/** What a tally says in words, in a cell, above the trail and above the table. */
import type { Tally } from '../../domain/progress/tally.ts';
import { plural } from '../../ui/format.ts';

/** `2 of 4 skills ready (1 mastered), 1 learning, 5 cards due` */
export const tallyWords = ({ skills, ready, byState, due }: Tally): string => {
  const { mastered, learning, fading, assumed } = byState;
  return [
    `${ready} of ${plural(skills, 'skill')} ready${mastered ? ` (${mastered} mastered)` : ''}`,
    learning && `${learning} learning`,
    fading && `${fading} fading`,
    assumed && `${assumed} taken as known`,
    due && `${plural(due, 'card')} due`,
  ]
    .filter(Boolean)
    .join(', ');
};
