/** Suspend, flag and bury. Nothing is asked first: each can be undone. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { isPutOff } from '../../domain/progress/card-state.ts';
import { useAct } from './record-act.ts';

export const CardActions = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const act = useAct();
  const id = () => props.card.id;
  const suspended = () => cairn.learner().suspended.has(id());
  const flagged = () => cairn.learner().flagged.has(id());
  const putOff = () => isPutOff(cairn.learner(), id(), cairn.today());
  return (
    <div class="cardpage-actions" role="group" aria-label="Actions on this card">
      <button
        type="button"
        class="button"
        onClick={() =>
          act(flagged() ? 'Flag removed' : 'Flagged', { t: 'flag', card: id(), on: !flagged() })
        }
      >
        {flagged() ? 'Remove flag' : 'Flag'}
      </button>
      <button
        type="button"
        class="button"
        onClick={() =>
          act(suspended() ? 'It will be asked again' : 'Suspended: it is not asked any more', {
            t: 'suspend',
            card: id(),
            on: !suspended(),
          })
        }
      >
        {suspended() ? 'Unsuspend' : 'Suspend'}
      </button>
      <Show when={!suspended() && !putOff()}>
        <button
          type="button"
          class="button"
          onClick={() => act('Put off until tomorrow', { t: 'bury', card: id() })}
        >
          Bury until tomorrow
        </button>
      </Show>
    </div>
  );
};
