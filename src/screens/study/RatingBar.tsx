/** The four ratings, each with the interval that it will commit. */
import { For, type JSX } from 'solid-js';
import type { Rating } from '../../domain/log/event.ts';
import type { CardMemory } from '../../domain/memory/scheduler.ts';
import { shortInterval } from '../../ui/format.ts';
import type { StudySession } from './create-session.ts';

const RATINGS: readonly { readonly rating: Rating; readonly name: string }[] = [
  { rating: 1, name: 'Again' },
  { rating: 2, name: 'Hard' },
  { rating: 3, name: 'Good' },
  { rating: 4, name: 'Easy' },
];

const intervalOf = (memory: CardMemory | undefined): string =>
  memory
    ? shortInterval(
        memory.dueDay - memory.lastDay,
        Math.round((memory.dueAt - memory.last) / 60_000),
      )
    : '';

export const RatingBar = (props: { readonly session: StudySession }): JSX.Element => (
  <div class="ratings" role="group" aria-label="How well did you know it?">
    <For each={RATINGS}>
      {({ rating, name }) => (
        <button
          type="button"
          class="rating"
          data-rating={rating}
          onClick={() => void props.session.rate(rating)}
        >
          <span class="rating-name">{name}</span>{' '}
          <span class="rating-interval number">
            {intervalOf(props.session.outcomes()[rating - 1]?.memory)}
          </span>
        </button>
      )}
    </For>
  </div>
);
