/** A question about a milestone, with its answers and the day that each leads to. */
import { For, type JSX } from 'solid-js';
import type { Rating } from '../../domain/log/event.ts';
import { plural } from '../../ui/format.ts';

export interface Answer<R extends Rating = Rating> {
  readonly rating: R;
  readonly name: string;
  /** A word more on what is meant. */
  readonly hint?: string;
}

export const Answers = <R extends Rating>(props: {
  readonly question: string;
  readonly answers: readonly Answer<R>[];
  /** Days until it is asked again. */
  readonly daysAfter: (rating: R) => number;
  readonly onAnswer: (rating: R) => void;
}): JSX.Element => (
  <div role="group" aria-label={props.question} class="answers">
    <p class="answers-question" aria-hidden="true">
      {props.question}
    </p>
    <For each={props.answers}>
      {(answer) => (
        <button
          type="button"
          class="button answer-button"
          data-rating={answer.rating}
          onClick={() => props.onAnswer(answer.rating)}
        >
          <span class="answer-name">{answer.name}</span>{' '}
          <span class="small soft">
            {answer.hint ? `${answer.hint}, ` : ''}again in{' '}
            {plural(props.daysAfter(answer.rating), 'day')}
          </span>
        </button>
      )}
    </For>
  </div>
);
