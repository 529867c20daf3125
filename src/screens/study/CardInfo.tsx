/** What the memory model knows of a card, in plain words. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { schedulerFor } from '../../domain/progress/fold.ts';
import { dateTime, percent, plural, relativeDay } from '../../ui/format.ts';
import { Modal } from '../../ui/Modal.tsx';

export const CardInfo = (props: {
  readonly card: Card;
  readonly onClose: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const memory = () => {
    const card = cairn.learner().cards.get(props.card.id);
    return card && card.reps > 0 ? card : undefined;
  };
  const recall = (): number => {
    const card = memory();
    return card ? schedulerFor(cairn.learner().settings).retrievability(card, cairn.today()) : 0;
  };
  return (
    <Modal title="Card info" onClose={props.onClose}>
      <Show when={memory()} fallback={<p>You have not answered this card yet.</p>}>
        {(card) => (
          <dl class="facts">
            <dt>Chance to recall today</dt>
            <dd>{percent(recall())}</dd>
            <dt>Stability</dt>
            <dd>{plural(Math.round(card().stability * 10) / 10, 'day')} until it falls to 90 %</dd>
            <dt>Difficulty</dt>
            <dd>{card().difficulty.toFixed(1)} of 10</dd>
            <dt>Answered</dt>
            <dd>
              {plural(card().reps, 'time')}, forgotten {plural(card().lapses, 'time')}
            </dd>
            <dt>Last answered</dt>
            <dd>{dateTime(card().last)}</dd>
            <dt>Due</dt>
            <dd>
              {card().dueAt > 0
                ? dateTime(card().dueAt)
                : relativeDay(card().dueDay, cairn.today())}
            </dd>
          </dl>
        )}
      </Show>
      <p class="hint">Card {props.card.id}</p>
    </Modal>
  );
};
