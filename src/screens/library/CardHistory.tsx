/** Every answer to a card, newest first. */
import { createResource, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { CardId } from '../../domain/curriculum/types.ts';
import { answersTo, type Answer } from '../../domain/progress/card-history.ts';
import { dateTime } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';

/** Shown before one asks for all of them. */
const FIRST = 5;
const NAMES = ['', 'Again', 'Hard', 'Good', 'Easy'] as const;

export const CardHistory = (props: { readonly id: CardId }): JSX.Element => {
  const cairn = useCairn();
  const [isAll, setAll] = createSignal(false);
  // Read anew with each answer: by the number of repetitions, which an undo changes as well.
  const [answers] = createResource(
    () => [props.id, cairn.learner().cards.get(props.id)?.reps] as const,
    async ([id]) => answersTo(id, await cairn.store.readAll(), cairn.index.graph.retired),
  );
  const shown = (): readonly Answer[] => {
    const list = answers.state === 'ready' ? answers() : [];
    return isAll() ? list : list.slice(0, FIRST);
  };
  return (
    <section class="stack tight" aria-labelledby="history-title">
      <h2 id="history-title">History</h2>
      <Switch fallback={<div class="skeleton card-history-skeleton" aria-hidden="true" />}>
        <Match when={answers.state === 'errored'}>
          <p class="soft">The log could not be read just now. Nothing is lost; open this again.</p>
        </Match>
        <Match when={answers()?.length === 0}>
          <p class="soft">No answers yet.</p>
        </Match>
        <Match when={answers()}>
          {(list) => (
            <>
              <ol class="card-history" aria-label={plural(list().length, 'answer')}>
                <For each={shown()}>
                  {(answer) => (
                    <li>
                      <span class="card-history-rating" data-rating={answer.rating}>
                        {NAMES[answer.rating]}
                      </span>
                      <span class="soft">{about(answer)}</span>
                      <span class="soft number">{dateTime(answer.at)}</span>
                    </li>
                  )}
                </For>
              </ol>
              <Show when={!isAll() && list().length > FIRST}>
                <button type="button" class="button quiet" onClick={() => setAll(true)}>
                  Show all {list().length} answers
                </button>
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
};

const about = (answer: Answer): string =>
  [
    `${Math.max(1, Math.round(answer.took / 1000))} s`,
    answer.confidence === undefined ? '' : `${answer.confidence} % sure`,
    answer.isCram ? 'cram' : '',
  ]
    .filter(Boolean)
    .join(', ');
