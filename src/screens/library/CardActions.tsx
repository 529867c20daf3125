/** What can be done with a card on its page, as in a session. Nothing is asked first: each can be undone. */
import { createSignal, lazy, Match, Show, Suspense, Switch, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import { isPutOff } from '../../domain/progress/card-state.ts';
import { useAct } from './record-act.ts';

const EditCard = lazy(() => import('../study/EditCard.tsx').then((m) => ({ default: m.EditCard })));
const ReportProblem = lazy(() =>
  import('../study/ReportProblem.tsx').then((m) => ({ default: m.ReportProblem })),
);

export const CardActions = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const act = useAct();
  const id = () => props.card.id;
  const suspended = () => cairn.learner().suspended.has(id());
  const flagged = () => cairn.learner().flagged.has(id());
  const [dialog, setDialog] = createSignal<'edit' | 'report'>();
  const close = (): void => {
    setDialog();
  };
  const putOff = () => isPutOff(cairn.learner(), id(), cairn.today());
  return (
    <>
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
        <button type="button" class="button" onClick={() => setDialog('edit')}>
          Edit
        </button>
        <button type="button" class="button" onClick={() => setDialog('report')}>
          Report a problem
        </button>
      </div>
      <Suspense>
        <Switch>
          <Match when={dialog() === 'edit'}>
            <EditCard card={props.card} onClose={close} />
          </Match>
          <Match when={dialog() === 'report'}>
            <ReportProblem card={props.card} onClose={close} />
          </Match>
        </Switch>
      </Suspense>
    </>
  );
};
