/** A card: prompt, then the answer under it. */
import { createResource, For, lazy, onMount, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { skillOfCard, type Card, type ChoiceOption } from '../../domain/curriculum/types.ts';
import type { OwnOption } from '../../domain/progress/own-wording.ts';
import { Prose } from '../../ui/Prose.tsx';
import { CheckIcon, CloseIcon } from '../../ui/icons.tsx';
import type { Do } from './card-deeds.ts';
import type { StudySession } from './create-session.ts';
import type { OpenDialog } from './study-dialog.ts';

// Small print under an answer that shows, and what few have switched on: not needed for the first prompt.
const UnderAnswer = lazy(() =>
  import('./UnderAnswer.tsx').then((m) => ({ default: m.UnderAnswer })),
);
const TypeIn = lazy(() => import('./TypeIn.tsx').then((m) => ({ default: m.TypeIn })));

export const CardView = (props: {
  readonly card: Card;
  readonly session: StudySession;
  readonly act: Do;
  readonly open: OpenDialog;
}): JSX.Element => {
  const cairn = useCairn();
  let article!: HTMLElement;
  // In the frame after the first: focusing makes the browser lay out at once, and the card should be seen before that.
  onMount(() =>
    requestAnimationFrame(() => setTimeout(() => article.focus({ preventScroll: true }))),
  );
  const skill = () => cairn.index.skill(skillOfCard(props.card.id));
  const place = () =>
    [cairn.index.track(skill()?.track ?? '')?.title, skill()?.title].filter(Boolean).join(' · ');
  const overlay = () => cairn.learner().edits.get(props.card.id);
  const [own] = createResource(
    () => props.card.options && overlay(),
    async (words) =>
      (await import('../../domain/progress/own-wording.ts')).ownOptions(props.card, words),
  );

  return (
    <article
      ref={article}
      class="card"
      aria-label="Card"
      aria-describedby="card-prompt"
      tabindex="-1"
    >
      <p class="eyebrow stage-place" data-stage={skill()?.stage}>
        {place()}
      </p>
      <div id="card-prompt">
        <Wording text={overlay()?.prompt} html={props.card.prompt} class="card-prompt" />
      </div>
      <Show when={cairn.learner().settings.typeIn}>
        <Suspense>
          <TypeIn
            card={props.card}
            answer={overlay()?.answer ?? props.card.answerText}
            session={props.session}
          />
        </Suspense>
      </Show>
      <Show
        when={own.state !== 'pending' && props.card.options}
        fallback={
          <Show when={props.session.revealed()}>
            <Answer>
              <Wording text={overlay()?.answer} html={props.card.answer} class="card-answer" />
            </Answer>
          </Show>
        }
      >
        {(options) => (
          <>
            <ul class="choices" aria-label="Options">
              <For each={options()}>
                {(option, i) => (
                  <Choice
                    option={option}
                    own={own.latest?.[i()]}
                    picked={props.session.picked() === option}
                    revealed={props.session.revealed()}
                    onPick={() => props.session.pick(option)}
                  />
                )}
              </For>
            </ul>
            <Show when={props.session.revealed()}>
              <Answer>
                <p class="card-verdict">{verdict(props.session.picked())}</p>
              </Answer>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.session.revealed()}>
        <Wording text={overlay()?.note} html={props.card.note} class="card-note" />
        <Suspense>
          <UnderAnswer card={props.card} act={props.act} open={props.open} />
        </Suspense>
      </Show>
    </article>
  );
};

const verdict = (picked: ChoiceOption | undefined): string => {
  if (!picked) return 'The right option is marked.';
  return picked.correct ? 'Right.' : 'Not this one. The right option is marked.';
};

/** The answer takes the focus as it appears, so that it is read out, once, and keys rate it. */
const Answer = (props: { readonly children: JSX.Element }): JSX.Element => {
  let region!: HTMLDivElement;
  onMount(() => {
    region.focus({ preventScroll: true });
    region.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={region}
      class="answer"
      role="region"
      aria-label="Answer"
      aria-describedby="card-answer"
      tabindex="-1"
    >
      <div id="card-answer">{props.children}</div>
    </div>
  );
};

/** The person's own wording where there is one, as plain text. */
const Wording = (props: {
  readonly text: string | undefined;
  readonly html: Card['prompt'] | undefined;
  readonly class?: string;
}): JSX.Element => (
  <>
    {props.text === undefined ? (
      props.html && <Prose html={props.html} class={props.class ?? ''} />
    ) : (
      <div class={`prose own-wording ${props.class ?? ''}`}>{props.text}</div>
    )}
  </>
);

const Choice = (props: {
  readonly option: ChoiceOption;
  readonly own: OwnOption | undefined;
  readonly picked: boolean;
  readonly revealed: boolean;
  readonly onPick: () => void;
}): JSX.Element => (
  <li
    class="choice"
    classList={{
      right: props.revealed && props.option.correct,
      wrong: props.revealed && props.picked && !props.option.correct,
    }}
  >
    <Show
      when={!props.revealed}
      fallback={
        <div class="choice-body">
          <span class="choice-mark">
            <Show when={props.option.correct}>
              <CheckIcon />
              <span class="visually-hidden">Right option: </span>
            </Show>
            <Show when={props.picked && !props.option.correct}>
              <CloseIcon />
              <span class="visually-hidden">Your option, wrong: </span>
            </Show>
          </span>
          <div class="stack tight">
            <Wording text={props.own?.text} html={props.option.html} />
            <Wording text={props.own?.why} html={props.option.why} class="choice-why" />
          </div>
        </div>
      }
    >
      <button
        type="button"
        class="choice-body"
        aria-pressed={props.picked}
        onClick={() => props.onPick()}
      >
        <span class="choice-mark" aria-hidden="true" />
        <Wording text={props.own?.text} html={props.option.html} />
      </button>
    </Show>
  </li>
);
