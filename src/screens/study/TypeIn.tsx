/** A field for a short exact answer, and what differs once the answer shows. It never rates: people do that themselves. */
import { createSignal, For, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Card } from '../../domain/curriculum/types.ts';
import type { Stretch } from '../../domain/text/difference.ts';
import { compareTyped, isTypable } from '../../domain/text/typed-answer.ts';
import type { StudySession } from './create-session.ts';

export const TypeIn = (props: {
  readonly card: Card;
  /** The answer as the card shows it: the person's own wording, or the card's. */
  readonly answer: string;
  readonly session: StudySession;
}): JSX.Element => {
  const [typed, setTyped] = createSignal('');
  return (
    <Show when={isTypable({ ...props.card, answerText: props.answer })}>
      <Show
        when={props.session.revealed()}
        fallback={<Field session={props.session} onType={setTyped} />}
      >
        <Show when={typed().trim()}>
          <Compared typed={typed()} answer={props.answer} />
        </Show>
      </Show>
    </Show>
  );
};

const Field = (props: {
  readonly session: StudySession;
  readonly onType: (text: string) => void;
}): JSX.Element => {
  const cairn = useCairn();
  let input!: HTMLInputElement;
  // After the card, which takes the focus in a frame of its own.
  onMount(() => requestAnimationFrame(() => setTimeout(() => setTimeout(() => input.focus()))));
  const check = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!cairn.learner().settings.askConfidence) props.session.reveal();
    else document.querySelector<HTMLElement>('.confidence button')?.focus();
  };
  /** Lets go of the field, so that keys are shortcuts again. */
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') input.closest('article')?.focus();
  };
  return (
    <form class="type-in" onSubmit={check}>
      <label class="visually-hidden" for="type-in">
        Type the answer
      </label>
      <input
        ref={input}
        id="type-in"
        class="input"
        type="text"
        placeholder="Type the answer"
        aria-describedby="card-prompt"
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="done"
        onInput={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <button type="submit" class="button">
        Check
      </button>
    </form>
  );
};

const Compared = (props: { readonly typed: string; readonly answer: string }): JSX.Element => {
  const result = () => compareTyped(props.typed, props.answer);
  return (
    <div class="typed" role="group" aria-label="What you typed">
      <p class="typed-verdict" data-right={result().isRight}>
        {result().isRight
          ? 'The same as the answer.'
          : 'Not the same: yours is struck out, what the answer has is underlined.'}
      </p>
      <p class="typed-line">
        <For each={result().stretches}>{(stretch) => <Part stretch={stretch} />}</For>
      </p>
    </div>
  );
};

const Part = (props: { readonly stretch: Stretch }): JSX.Element => (
  <Show when={props.stretch.kind !== 'same'} fallback={<span>{props.stretch.text}</span>}>
    <Show when={props.stretch.kind === 'gone'} fallback={<ins>{props.stretch.text}</ins>}>
      <del>{props.stretch.text}</del>
    </Show>
  </Show>
);
