/** What asks for a word today, longest waiting first; or what comes next. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { relativeDay } from '../../ui/format.ts';
import type { Row } from './overview.ts';
import { nextWords, TASKS } from './words.ts';

/** More than this would be a wall, not a word. */
const SHOWN = 3;

export const Attention = (props: {
  readonly rows: readonly Row[];
  readonly today: number;
}): JSX.Element => {
  const asking = () =>
    props.rows
      .filter(({ next }) => next !== undefined)
      .toSorted((a, b) => (a.next?.day ?? 0) - (b.next?.day ?? 0));
  const due = () => asking().filter(({ next }) => (next?.day ?? Infinity) <= props.today);
  return (
    <section class="stack tight attention" aria-labelledby="attention-title">
      <h2 id="attention-title">Asking for attention today</h2>
      <Show when={due().length > 0} fallback={<Calm next={asking()[0]} today={props.today} />}>
        <ul class="list">
          <For each={due().slice(0, SHOWN)}>
            {(row) => <Asking row={row} today={props.today} />}
          </For>
        </ul>
        <Show when={due().length > SHOWN}>
          <details class="attention-more">
            <summary>{due().length - SHOWN} more</summary>
            <ul class="list">
              <For each={due().slice(SHOWN)}>
                {(row) => <Asking row={row} today={props.today} />}
              </For>
            </ul>
          </details>
        </Show>
      </Show>
    </section>
  );
};

/** The link says what to do; the milestone's own link, named by its title, is in its stage. */
const Asking = (props: { readonly row: Row; readonly today: number }): JSX.Element => {
  const task = () => props.row.next?.task ?? 'checkin';
  const since = () => `due ${relativeDay(props.row.next?.day ?? props.today, props.today)}`;
  const href = () =>
    `/milestones/${props.row.milestone}${task() === 'checkin' ? '?now=checkin' : ''}`;
  return (
    <li class="asking">
      <div class="grow">
        <p id={`asking-${props.row.milestone}`} class="asking-title">
          {props.row.title}
        </p>
        <p class="small soft">{since()}</p>
      </div>
      <A class="button" href={href()} aria-describedby={`asking-${props.row.milestone}`}>
        {task() === 'attestation' ? 'Still true?' : TASKS[task()]}
      </A>
    </li>
  );
};

const Calm = (props: { readonly next: Row | undefined; readonly today: number }): JSX.Element => (
  <Show when={props.next}>
    {(row) => (
      <p class="soft">
        Nothing today.{' '}
        <Show when={row().next}>
          {(next) => (
            <>
              Next, for “{row().title}”: {lowerFirst(nextWords(next(), props.today))}.
            </>
          )}
        </Show>
      </p>
    )}
  </Show>
);

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
