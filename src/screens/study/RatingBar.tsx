/** The ratings, each with the interval that it will commit: four, or two, or the one that a picked option comes to. */
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Rating } from '../../domain/log/event.ts';
import type { CardMemory } from '../../domain/memory/scheduler.ts';
import { shortInterval } from '../../ui/interval.ts';
import type { StudySession } from './create-session.ts';

interface Choice {
  readonly rating: Rating;
  readonly name: string;
}

const FOUR: readonly Choice[] = [
  { rating: 1, name: 'Again' },
  { rating: 2, name: 'Hard' },
  { rating: 3, name: 'Good' },
  { rating: 4, name: 'Easy' },
];
const TWO: readonly Choice[] = [
  { rating: 1, name: 'Fail' },
  { rating: 3, name: 'Pass' },
];

const intervalOf = (memory: CardMemory | undefined): string =>
  memory
    ? shortInterval(
        memory.dueDay - memory.lastDay,
        Math.round((memory.dueAt - memory.last) / 60_000),
      )
    : '';

export const RatingBar = (props: { readonly session: StudySession }): JSX.Element => {
  const cairn = useCairn();
  let group!: HTMLDivElement;
  const [isOwn, setOwn] = createSignal(false);
  const graded = () => (isOwn() ? undefined : props.session.graded());
  const choices = (): readonly Choice[] => {
    const all = cairn.learner().settings.ratingButtons === 'two' ? TWO : FOUR;
    return graded() ? all.filter(({ rating }) => rating === graded()) : all;
  };
  const rateMyself = (): void => {
    setOwn(true);
    // The button that had the focus is gone.
    group.querySelector('button')?.focus();
  };
  return (
    <div ref={group} class="ratings" role="group" aria-label="How well did you know it?">
      <For each={choices()}>
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
      <Show when={graded()}>
        <button type="button" class="rating" onClick={rateMyself}>
          Rate it myself
        </button>
      </Show>
    </div>
  );
};
