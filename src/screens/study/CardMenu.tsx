/** What "More actions" offers on the card that is up. */
import type { JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import type { CardDialog } from './CardActions.tsx';
import { BURIED, flagDeed, SUSPENDED, type Do } from './card-deeds.ts';

export const CardMenu = (props: {
  readonly card: Card;
  /** Records a fact, and says what was done. */
  readonly act: Do;
  readonly open: (dialog: CardDialog) => void;
}): JSX.Element => {
  const cairn = useCairn();
  const flagged = (): boolean => cairn.learner().flagged.has(props.card.id);
  return (
    <div class="menu card-menu" role="group" aria-label="Actions on this card">
      <button type="button" onClick={() => props.act({ t: 'bury', card: props.card.id }, BURIED)}>
        <span class="grow">Bury until tomorrow</span>
        <kbd class="keyboard-only">B</kbd>
      </button>
      <button
        type="button"
        onClick={() => props.act({ t: 'suspend', card: props.card.id, on: true }, SUSPENDED)}
      >
        <span class="grow">Suspend</span>
        <kbd class="keyboard-only">S</kbd>
      </button>
      <button type="button" onClick={() => props.act(...flagDeed(cairn.learner(), props.card.id))}>
        <span class="grow">{flagged() ? 'Remove flag' : 'Flag'}</span>
        <kbd class="keyboard-only">F</kbd>
      </button>
      <button type="button" onClick={() => props.open('edit')}>
        <span class="grow">Edit</span>
        <kbd class="keyboard-only">E</kbd>
      </button>
      <button type="button" onClick={() => props.open('info')}>
        <span class="grow">Card info</span>
        <kbd class="keyboard-only">I</kbd>
      </button>
      <button type="button" onClick={() => props.open('report')}>
        Report a problem
      </button>
      <button type="button" onClick={() => props.open('shortcuts')}>
        <span class="grow">Keyboard shortcuts</span>
        <kbd class="keyboard-only">?</kbd>
      </button>
    </div>
  );
};
