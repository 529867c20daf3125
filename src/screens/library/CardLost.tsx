/** An address without a card: one that was retired, or one that never was. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { plural } from '../../ui/format.ts';

/** Successors can be retired in turn; longer chains are not followed. */
const MAX_HOPS = 8;

export const CardLost = (props: { readonly id: CardId }): JSX.Element => {
  const cairn = useCairn();
  const isGone = () => cairn.index.isRetired(props.id);
  const successor = (): CardId | undefined => {
    const { retired } = cairn.index.graph;
    let id: CardId | null = props.id;
    for (let hop = 0; hop < MAX_HOPS && id !== null && Object.hasOwn(retired, id); hop++) {
      id = retired[id] ?? null;
    }
    return id === null || id === props.id ? undefined : id;
  };
  const answers = () => cairn.learner().cards.get(props.id)?.reps ?? 0;
  return (
    <div class="empty">
      <CairnStones stones={2} />
      <h1>Card</h1>
      <Show
        when={isGone()}
        fallback={
          <>
            <h2>There is no such card</h2>
            <p>
              Nothing in the curriculum has the id <code>{props.id}</code>. Perhaps the link was cut
              short.
            </p>
          </>
        }
      >
        <h2>This card was retired</h2>
        <Show
          when={successor()}
          fallback={
            <p>
              It has no successor.{' '}
              {answers() > 0
                ? `Your ${plural(answers(), 'answer')} stay in your log and in every backup.`
                : 'Nothing you recorded is lost.'}
            </p>
          }
        >
          {(next) => (
            <>
              <p>Another card took its place, and everything you knew of it went there.</p>
              <A href={`/library/cards/${next()}`} class="button primary" activeClass="">
                Open its successor
              </A>
            </>
          )}
        </Show>
      </Show>
      <A href="/library" class="button" activeClass="">
        Search the library
      </A>
    </div>
  );
};
