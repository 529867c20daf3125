/** Checking in: how is it going? The answer decides when Cairn asks again. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { checkinDay } from '../../domain/milestones/outcomes.ts';
import { Answers, type Answer } from './Answers.tsx';
import type { OpenMilestone } from './create-milestone.ts';
import { dayWords } from './words.ts';

const ANSWERS: readonly Answer<2 | 3 | 4>[] = [
  { rating: 2, name: 'No progress, or not now' },
  { rating: 3, name: 'Some progress' },
  { rating: 4, name: 'Great progress' },
];

export const CheckIn = (props: {
  readonly open: OpenMilestone;
  readonly opensAtFirst: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  let button!: HTMLButtonElement;
  // Read once: an address that asks for the check-in opens it.
  // eslint-disable-next-line solid/reactivity
  const [isOpen, setOpen] = createSignal(props.opensAtFirst);
  const isDue = () => (props.open.standing().next?.day ?? Infinity) <= cairn.today();
  const answer = async (rating: 2 | 3 | 4): Promise<void> => {
    const { save, standing, milestone } = props.open;
    const fact = { t: 'milestone-checkin', milestone: milestone.id, rating } as const;
    const isSaved = await save(
      fact,
      () =>
        `Checked in. The next check-in is ${dayWords(standing().progress.checkin.dueDay, cairn.today())}.`,
    );
    if (!isSaved) return;
    setOpen(false);
    button.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button"
        classList={{ primary: isDue() && !isOpen() }}
        aria-expanded={isOpen()}
        onClick={() => setOpen(!isOpen())}
      >
        Check in
      </button>
      <Show when={isOpen()}>
        <div ref={intoView} class="checkin-answers">
          <Answers
            question="How is it going?"
            answers={ANSWERS}
            daysAfter={(rating) => checkinDay(props.open.asked(), rating) - cairn.today()}
            onAnswer={(rating) => void answer(rating)}
          />
        </div>
      </Show>
    </>
  );
};

/** On a phone the answers would open below the edge. */
const intoView = (answers: HTMLElement): void => {
  requestAnimationFrame(() => answers.scrollIntoView({ block: 'nearest' }));
};
