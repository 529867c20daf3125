/** What is known of a card: memory, forgetting curve, next dates, history. The same as on its page in the library. */
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Outcome } from '../../domain/study/outcomes.ts';
import { Modal } from '../../ui/Modal.tsx';
import { CardHistory } from '../library/CardHistory.tsx';
import { CardMemoryPanel } from '../library/CardMemoryPanel.tsx';
import { NextDates } from '../library/NextDates.tsx';
import '../library/card.css';

export const CardInfo = (props: {
  readonly card: Card;
  readonly outcomes: readonly Outcome[];
  readonly onClose: () => void;
}): JSX.Element => (
  <Modal title="Card info" onClose={props.onClose}>
    <CardMemoryPanel card={props.card} />
    <NextDates id={props.card.id} outcomes={props.outcomes} />
    <CardHistory id={props.card.id} />
    <p class="hint">
      Card <code>{props.card.id}</code>.{' '}
      <A href={`/library/cards/${props.card.id}`}>Open its page</A>
    </p>
  </Modal>
);
