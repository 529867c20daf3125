/** Attesting a perishable milestone again. There is no "no": what is no longer true stays due until it is. */
import { createSignal, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { attestationDay } from '../../domain/milestones/outcomes.ts';
import { Answers, type Answer } from './Answers.tsx';
import type { OpenMilestone } from './create-milestone.ts';
import { dayWords } from './words.ts';

const ANSWERS: readonly Answer<2 | 3 | 4>[] = [
  { rating: 2, name: 'Mostly, it is getting old' },
  { rating: 3, name: 'Yes, still true' },
  { rating: 4, name: 'Yes, and done again since' },
];

export const StillTrue = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  let heading!: HTMLHeadingElement;
  const due = () => props.open.standing().progress.attestation.dueDay;
  const [wanted, setWanted] = createSignal(false);
  const isOpen = () => wanted() || due() <= cairn.today();
  const attest = async (rating: 2 | 3 | 4): Promise<void> => {
    const { milestone, save } = props.open;
    const isSaved = await save(
      { t: 'milestone-recalled', milestone: milestone.id, what: 'attestation', rating },
      () => `Attested. Asked again ${dayWords(due(), cairn.today())}.`,
    );
    if (!isSaved) return;
    setWanted(false);
    heading.focus();
  };
  return (
    <section class="panel stack" aria-labelledby="still-true-title">
      <h2 ref={heading} id="still-true-title" tabindex="-1">
        Still true?
      </h2>
      <Show
        when={isOpen()}
        fallback={
          <>
            <p class="soft">Asked next {dayWords(due(), cairn.today())}.</p>
            <button type="button" class="button" onClick={() => setWanted(true)}>
              Attest it now
            </button>
          </>
        }
      >
        <Answers
          question="Could you show the same today, with fresh work?"
          answers={ANSWERS}
          daysAfter={(rating) => attestationDay(props.open.asked(), rating) - cairn.today()}
          onAnswer={(rating) => void attest(rating)}
        />
        <p class="small soft">
          If not, leave it open: add new evidence when you have done it again, and attest it then.
        </p>
      </Show>
    </section>
  );
};
