/** A card in a list: what it asks, and where it stands in memory. */
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { readableMaths } from '../../domain/text/readable-maths.ts';
import { skillOfCard, type Card } from '../../domain/curriculum/types.ts';
import { schedulerFor } from '../../domain/progress/scheduler-for.ts';
import { percent } from '../../ui/format.ts';
import { FlagIcon } from '../../ui/icons.tsx';
import { Ring } from '../../ui/Ring.tsx';
import { Marked } from './Marked.tsx';
import { inShort } from './words.ts';

const NO_WORDS: readonly string[] = [];

export const CardRow = (props: {
  readonly card: Card;
  /** Words to mark; the answer and the card's place are shown with them. */
  readonly words?: readonly string[];
  readonly withPlace?: boolean;
  /** The card is the one on this page. */
  readonly isHere?: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const skill = () => cairn.index.skill(skillOfCard(props.card.id));
  const place = () =>
    [cairn.index.track(skill()?.track ?? '')?.title, skill()?.title].filter(Boolean).join(' · ');
  const own = () => cairn.learner().edits.get(props.card.id);
  const prompt = () => own()?.prompt ?? readableMaths(props.card.promptText);
  const answer = () => own()?.answer ?? readableMaths(props.card.answerText);
  const words = () => props.words ?? NO_WORDS;
  /** Chance of recall today; `undefined` before the first review. */
  const recall = () => {
    const memory = cairn.learner().cards.get(props.card.id);
    if (!memory || memory.reps === 0) return undefined;
    return schedulerFor(cairn.learner().settings).retrievability(memory, cairn.today());
  };
  return (
    <A
      href={`/library/cards/${props.card.id}`}
      class="list-link library-card"
      activeClass=""
      inactiveClass=""
      aria-current={props.isHere ? 'page' : undefined}
    >
      <Ring share={recall() ?? 0} stage={skill()?.stage ?? ''} size={22} />
      <span class="library-card-text">
        <Show when={props.withPlace}>
          <span class="eyebrow">{place()}</span>
        </Show>
        <span class="library-prompt">
          <Marked text={prompt()} words={words()} />
        </span>
        <Show when={words().length > 0}>
          <span class="library-answer">
            <Marked text={answer()} words={words()} />
          </span>
        </Show>
      </span>
      <span class="library-memory">
        <Show when={cairn.learner().flagged.has(props.card.id)}>
          <span class="library-flag">
            <FlagIcon />
            <span class="visually-hidden">Flagged.</span>
          </span>
        </Show>
        <span>
          {inShort(cairn.learner(), props.card.id, cairn.today())}
          <Show when={recall() !== undefined}>
            <span class="library-recall number"> · {percent(recall() ?? 0)} today</span>
          </Show>
        </span>
      </span>
    </A>
  );
};
