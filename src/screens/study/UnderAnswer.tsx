/** Under an answer: where it comes from, whether the original has moved on, and help with a card that will not stay. */
import { createMemo, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { ownTexts } from '../../domain/progress/own-wording.ts';
import { isLeech } from '../../domain/study/leech.ts';
import type { Do } from './card-deeds.ts';
import { Sources } from './Sources.tsx';
import type { OpenDialog } from './study-dialog.ts';

const LeechHelp = lazy(() => import('./LeechHelp.tsx').then((m) => ({ default: m.LeechHelp })));

export const UnderAnswer = (props: {
  readonly card: Card;
  readonly act: Do;
  readonly open: OpenDialog;
}): JSX.Element => {
  const cairn = useCairn();
  const isChanged = createMemo(() =>
    ownTexts(props.card, cairn.learner().edits.get(props.card.id)).some(
      ({ before }) => before !== undefined,
    ),
  );
  const lapses = createMemo(() => {
    const { cards, settings } = cairn.learner();
    const memory = cards.get(props.card.id);
    return memory && isLeech(memory, settings) ? memory.lapses : 0;
  });
  return (
    <>
      <Sources card={props.card} />
      <Show when={isChanged()}>
        <p class="card-changed">
          <span>The original of this card has changed since you reworded it.</span>
          <button type="button" class="button" onClick={() => props.open('edit')}>
            Compare
          </button>
        </p>
      </Show>
      <Show when={lapses()}>
        {(count) => (
          <Suspense>
            <LeechHelp card={props.card} lapses={count()} act={props.act} open={props.open} />
          </Suspense>
        )}
      </Show>
    </>
  );
};
