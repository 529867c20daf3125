/** The story card of an achieved milestone: tell it aloud in a minute, then say how that went. */
import { createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import type { Rating } from '../../domain/log/event.ts';
import { storyDay } from '../../domain/milestones/outcomes.ts';
import { shortInterval } from '../../ui/interval.ts';
import type { OpenMilestone } from './create-milestone.ts';
import { dayWords } from './words.ts';

const RATINGS: readonly {
  readonly rating: Rating;
  readonly name: string;
  readonly hint: string;
}[] = [
  { rating: 1, name: 'Again', hint: 'could not' },
  { rating: 2, name: 'Hard', hint: 'with gaps' },
  { rating: 3, name: 'Good', hint: 'told it' },
  { rating: 4, name: 'Easy', hint: 'by heart' },
];

const SECONDS = 60;

export const StoryCard = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  const due = () => props.open.standing().progress.story.dueDay;
  const [wanted, setWanted] = createSignal(false);
  const isOpen = () => wanted() || due() <= cairn.today();
  let heading!: HTMLHeadingElement;

  const rate = async (rating: Rating): Promise<void> => {
    const { milestone, save } = props.open;
    const isSaved = await save(
      { t: 'milestone-recalled', milestone: milestone.id, what: 'story', rating },
      () => `Noted. Tell it again ${dayWords(due(), cairn.today())}.`,
    );
    if (!isSaved) return;
    setWanted(false);
    heading.focus();
  };

  return (
    <section class="panel stack story" aria-labelledby="story-title">
      <h2 ref={heading} id="story-title" tabindex="-1">
        Tell it in 60 seconds
      </h2>
      <Show
        when={isOpen()}
        fallback={
          <>
            <p class="soft">Next {dayWords(due(), cairn.today())}.</p>
            <button type="button" class="button" onClick={() => setWanted(true)}>
              Tell it now
            </button>
          </>
        }
      >
        <p class="story-prompt">{props.open.content()?.story}</p>
        <Minute />
        <div class="story-ratings" role="group" aria-label="How well did you tell it?">
          <For each={RATINGS}>
            {({ rating, name, hint }) => (
              <button
                type="button"
                class="story-rating"
                data-rating={rating}
                onClick={() => void rate(rating)}
              >
                <span class="story-rating-name">{name}</span>{' '}
                <span class="number">
                  {shortInterval(storyDay(props.open.asked(), rating) - cairn.today(), 0)}
                </span>{' '}
                <span class="soft">{hint}</span>
              </button>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
};

/** A minute by the clock, for those who want one. */
const Minute = (): JSX.Element => {
  const cairn = useCairn();
  const [left, setLeft] = createSignal<number>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => clearInterval(timer);
  const start = (): void => {
    stop();
    const end = cairn.now() + SECONDS * 1000;
    setLeft(SECONDS);
    timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((end - cairn.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) stop();
    }, 250);
  };
  onCleanup(stop);
  return (
    <div class="minute">
      <svg class="minute-line" viewBox="0 0 60 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="60" height="4" />
        <rect class="fill" width={SECONDS - (left() ?? SECONDS)} height="4" />
      </svg>
      <button type="button" class="button quiet" onClick={start}>
        {left() === undefined ? 'Start the minute' : 'Start anew'}
      </button>
      <span class="small soft number" role="timer">
        <Show when={left() !== undefined}>
          {left() === 0 ? 'The minute is over.' : `${left() ?? ''} s left`}
        </Show>
      </span>
    </div>
  );
};
