/** When a card would come back, by the rating given now. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { skillOfCard, type CardId } from '../../domain/curriculum/types.ts';
import type { CardMemory } from '../../domain/memory/scheduler.ts';
import { balancedOutcomes } from '../../domain/study/balance.ts';
import type { Outcome } from '../../domain/study/outcomes.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';
import { shortInterval } from '../../ui/interval.ts';

const NAMES = ['Again', 'Hard', 'Good', 'Easy'] as const;

export const NextDates = (props: {
  readonly id: CardId;
  /** Those on the buttons of a session, where one is open. */
  readonly outcomes?: readonly Outcome[] | undefined;
}): JSX.Element => {
  const cairn = useCairn();
  const outcomes = (): readonly Outcome[] => {
    if (props.outcomes && props.outcomes.length > 0) return props.outcomes;
    const time = cairn.now();
    const track = cairn.index.skill(skillOfCard(props.id))?.track;
    return balancedOutcomes(cairn.learner(), props.id, track, time, cairn.dayOf(time));
  };
  return (
    <section class="stack tight" aria-labelledby="next-title">
      <h2 id="next-title">If you answered now</h2>
      <dl class="cardpage-facts">
        <For each={outcomes()}>
          {({ memory }, i) => (
            <div>
              <dt>{NAMES[i()]}</dt>
              <dd>{back(memory)}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
};

const back = (memory: CardMemory): string => {
  const days = memory.dueDay - memory.lastDay;
  if (days === 0) {
    return `in ${shortInterval(0, Math.round((memory.dueAt - memory.last) / 60_000))}`;
  }
  return `${dateOfDay(memory.dueDay)}, in ${plural(days, 'day')}`;
};
