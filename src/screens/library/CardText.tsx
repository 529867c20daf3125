/** The card itself, prompt and answer, as it is asked: in the person's own wording where there is one. */
import { createMemo, createResource, For, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { loadReference } from '../../app/content.ts';
import type { Card, ChoiceOption, CompiledHtml, Source } from '../../domain/curriculum/types.ts';
import { ownOptions, type OwnOption } from '../../domain/progress/own-wording.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Prose } from '../../ui/Prose.tsx';

// Few cards have been reworded.
const OwnWording = lazy(() => import('./OwnWording.tsx').then((m) => ({ default: m.OwnWording })));

export const CardText = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const own = () => cairn.learner().edits.get(props.card.id) ?? {};
  const optionWords = createMemo(() => ownOptions(props.card, own()));
  return (
    <article class="panel cardpage-card" aria-label="Card">
      <section aria-labelledby="prompt-title">
        <h2 id="prompt-title" class="eyebrow">
          Prompt
        </h2>
        <Wording text={own().prompt} html={props.card.prompt} class="cardpage-prompt" />
      </section>
      <section class="cardpage-answer" aria-labelledby="answer-title">
        <h2 id="answer-title" class="eyebrow">
          {props.card.options ? 'Options' : 'Answer'}
        </h2>
        <Show
          when={props.card.options}
          fallback={<Wording text={own().answer} html={props.card.answer} />}
        >
          {(options) => (
            <ul class="cardpage-options" aria-label="Options">
              <For each={options()}>
                {(option, i) => <Option option={option} own={optionWords()[i()] ?? {}} />}
              </For>
            </ul>
          )}
        </Show>
      </section>
      <Show when={own().note ?? props.card.note}>
        <section aria-labelledby="note-title">
          <h2 id="note-title" class="eyebrow">
            Note
          </h2>
          <Wording text={own().note} html={props.card.note} class="cardpage-note" />
        </section>
      </Show>
      <Show when={cairn.learner().edits.has(props.card.id)}>
        <Suspense>
          <OwnWording card={props.card} />
        </Suspense>
      </Show>
      <Sources card={props.card} />
    </article>
  );
};

const Wording = (props: {
  readonly text: string | undefined;
  readonly html: CompiledHtml | undefined;
  readonly class?: string;
}): JSX.Element => (
  <Show
    when={props.text}
    fallback={
      <Show when={props.html}>{(html) => <Prose html={html()} class={props.class ?? ''} />}</Show>
    }
  >
    <div class={`prose cardpage-own ${props.class ?? ''}`}>{props.text}</div>
  </Show>
);

const Option = (props: { readonly option: ChoiceOption; readonly own: OwnOption }): JSX.Element => (
  <li class="cardpage-option" classList={{ right: props.option.correct }}>
    <span class="cardpage-option-mark">
      <Show when={props.option.correct}>
        <CheckIcon />
        <span class="visually-hidden">Right option: </span>
      </Show>
    </span>
    <div>
      <Wording text={props.own.text} html={props.option.html} />
      <Wording text={props.own.why} html={props.option.why} class="cardpage-why" />
    </div>
  </li>
);

const Sources = (props: { readonly card: Card }): JSX.Element => {
  const [reference] = createResource(loadReference);
  const source = (id: string): Source | undefined =>
    reference.state === 'ready' ? reference().sources.find((one) => one.id === id) : undefined;
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title" class="eyebrow">
        Sources
      </h2>
      <ul class="cardpage-sources">
        <For each={props.card.citations} fallback={<li>None given.</li>}>
          {(citation) => (
            <li>
              <SourceTitle id={citation.source} source={source(citation.source)} />
              <Show when={citation.locator}>, {citation.locator}</Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

const SourceTitle = (props: {
  readonly id: string;
  readonly source: Source | undefined;
}): JSX.Element => (
  <Show when={props.source} fallback={props.id}>
    {(source) => (
      <>
        {source().author},{' '}
        <Show when={/^https?:\/\//.test(source().url)} fallback={source().title}>
          <a href={source().url} target="_blank" rel="noopener noreferrer">
            {source().title}
          </a>
        </Show>{' '}
        ({source().year})
      </>
    )}
  </Show>
);
