/** What the memory model knows of a card: in words, as a curve, in numbers. */
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { skillOfCard, type Card, type CardId } from '../../domain/curriculum/types.ts';
import type { CardMemory } from '../../domain/memory/scheduler.ts';
import { recallCurve } from '../../domain/memory/recall-curve.ts';
import { isPutOff } from '../../domain/progress/card-state.ts';
import { recallAimedAt, type Settings } from '../../domain/settings/settings.ts';
import { isLeech } from '../../domain/study/leech.ts';
import { schedulerFor } from '../../domain/progress/scheduler-for.ts';
import { DURABLE_DAYS, STEADY_DAYS } from '../../domain/progress/standing.ts';
import { dateOfDay, dateTime } from '../../ui/dates.ts';
import { percent, plural, relativeDay } from '../../ui/format.ts';
import { ForgettingCurve } from './ForgettingCurve.tsx';

export const CardMemoryPanel = (props: { readonly card: Card }): JSX.Element => {
  const cairn = useCairn();
  const memory = () => {
    const card = cairn.learner().cards.get(props.card.id);
    return card && card.reps > 0 ? card : undefined;
  };
  const aside = (): string => {
    if (cairn.learner().suspended.has(props.card.id)) {
      return 'Suspended: it is not asked until you take it back.';
    }
    return isPutOff(cairn.learner(), props.card.id, cairn.today())
      ? 'Put off: it is not asked before tomorrow.'
      : '';
  };
  return (
    <section class="panel cardpage-memory" aria-labelledby="memory-title">
      <h2 id="memory-title">Memory</h2>
      <Show when={aside()}>
        <p class="small cardpage-asleep">{aside()}</p>
      </Show>
      <Show
        when={memory()}
        fallback={
          <p class="soft">
            Not started. You have not answered this card yet; it comes up when its skill does.
          </p>
        }
      >
        {(known) => <Known id={props.card.id} memory={known()} />}
      </Show>
    </section>
  );
};

const Known = (props: { readonly id: CardId; readonly memory: CardMemory }): JSX.Element => {
  const cairn = useCairn();
  const aim = (): number =>
    recallAimedAt(cairn.learner().settings, cairn.index.skill(skillOfCard(props.id))?.track);
  const curve = () => {
    const { memory } = props;
    const { retrievability } = schedulerFor(cairn.learner().settings);
    return recallCurve(memory, (day) => retrievability(memory, day), cairn.today());
  };
  const due = (): string => {
    const { dueAt, dueDay } = props.memory;
    if (dueAt > cairn.now()) return dateTime(dueAt);
    if (dueDay <= cairn.today())
      return dueDay === cairn.today() ? 'today' : `since ${dateOfDay(dueDay)}`;
    return `${dateOfDay(dueDay)}, ${relativeDay(dueDay, cairn.today())}`;
  };
  return (
    <>
      <p class="cardpage-standing">{inWords(props.memory, cairn.learner().settings)}</p>
      <ForgettingCurve curve={curve()} today={cairn.today()} aim={aim()} />
      <dl class="cardpage-facts">
        <div>
          <dt>Chance to recall today</dt>
          <dd>{percent(curve().today.recall)}</dd>
        </div>
        <div>
          <dt>Answered</dt>
          <dd>
            {plural(props.memory.reps, 'time')}, forgotten {plural(props.memory.lapses, 'time')}
          </dd>
        </div>
        <div>
          <dt>Last</dt>
          <dd>
            {dateOfDay(props.memory.lastDay)}, {relativeDay(props.memory.lastDay, cairn.today())}
          </dd>
        </div>
        <div>
          <dt>Next</dt>
          <dd>{due()}</dd>
        </div>
        <div>
          <dt>Stability</dt>
          <dd>{days(props.memory.stability)} until it falls to 90 %</dd>
        </div>
        <div>
          <dt>Difficulty</dt>
          <dd>{props.memory.difficulty.toFixed(1)} of 10</dd>
        </div>
      </dl>
    </>
  );
};

/** Tenths of a day mean something only while there are few days. */
const days = (stability: number): string => {
  if (stability < 1) return 'under a day';
  return plural(stability < 10 ? Math.round(stability * 10) / 10 : Math.round(stability), 'day');
};

const MANY_DAYS = 90;

/** The thresholds are those by which skills count as ready and mastered. */
const inWords = (memory: CardMemory, settings: Settings): string => {
  if (isLeech(memory, settings)) {
    return `Forgotten ${memory.lapses} times. Rewording it, or going back to what it builds on, helps more than another try.`;
  }
  if (memory.phase === 'learning') return 'In its first steps.';
  if (memory.phase === 'relearning') return 'Forgotten last time, and being learned again.';
  if (memory.stability >= MANY_DAYS) return 'Durable: it holds for months.';
  if (memory.stability >= DURABLE_DAYS) return 'Durable: it holds for weeks.';
  if (memory.stability >= STEADY_DAYS) return 'Steady: it holds for days, and can be built on.';
  return 'Fresh: it still fades within days.';
};
