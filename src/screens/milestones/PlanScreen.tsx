/** The target, and the plan back from it: what to start when, and an early word when the date does not hold. */
import { A } from '@solidjs/router';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate, isoDate } from '../../domain/calendar/study-day.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import {
  AT_A_TIME,
  plan,
  type Plan,
  type PlannedMilestone,
  type Start,
} from '../../domain/milestones/plan.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { setting } from '../../domain/settings/settings.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { dateOfDay } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';
import { createDetails } from './overview.ts';
import { recordWithUndo } from './record.ts';
import { RoomHead } from './RoomHead.tsx';
import { StageOptions } from './StageOptions.tsx';
import './plan.css';

const GROUPS: readonly { readonly start: Start; readonly title: string }[] = [
  { start: 'under-way', title: 'Under way' },
  { start: 'overdue', title: 'Best begun before now' },
  { start: 'this-quarter', title: 'Start this quarter' },
  { start: 'next-quarter', title: 'Start next quarter' },
  { start: 'later', title: 'Later' },
];

const PlanScreen = (): JSX.Element => {
  const cairn = useCairn();
  const details = createDetails(cairn);
  const made = createMemo(() =>
    plan({
      learner: cairn.learner(),
      day: cairn.today(),
      stages: cairn.index.graph.stages.map(({ id }) => id),
      milestones: shownMilestones(cairn.index.graph, portfolioOf(cairn.learner())),
      contents: details.contents(),
    }),
  );
  return (
    <div class="plan stack loose">
      <RoomHead title="Plan">
        <p class="soft">
          A role and a date, and the way back from it. The weeks are usual times beside other work,{' '}
          {AT_A_TIME} milestones at a time: estimates, not promises.
        </p>
      </RoomHead>
      <Target />
      <Show
        when={made().milestones.length > 0}
        fallback={
          <div class="empty">
            <CairnStones stones={5} />
            <h2>Nothing left up to this stage</h2>
            <p>
              Every milestone is achieved. <A href="/milestones/packet">Gather them in a packet</A>.
            </p>
          </div>
        }
      >
        <VerdictBanner plan={made()} today={cairn.today()} />
        <Show when={made().target} fallback={<Undated plan={made()} />}>
          <For each={GROUPS}>{(group) => <Group {...group} plan={made()} />}</For>
        </Show>
      </Show>
    </div>
  );
};

const Target = (): JSX.Element => {
  const cairn = useCairn();
  const [problem, setProblem] = createSignal('');
  const settings = () => cairn.learner().settings;
  const role = () => portfolioOf(cairn.learner()).career.role;
  const setRole = (text: string): void => {
    const { career } = portfolioOf(cairn.learner());
    if (text === career.role) return;
    const fields = { ...career, role: text };
    void recordWithUndo(cairn, [{ t: 'portfolio', what: 'career', about: '', fields }], () =>
      text ? `Role: ${text}` : 'No role noted.',
    );
  };
  const setDate = (text: string): void => {
    const day = dayOfIsoDate(text);
    if (text === settings().targetDate) return;
    if (text !== '' && (day === undefined || day <= cairn.today())) {
      setProblem('Not saved. Choose a day after today, or none.');
      return;
    }
    setProblem('');
    void recordWithUndo(cairn, [setting('targetDate', text)], () =>
      day === undefined ? 'No target date.' : `Target date: ${dateOfDay(day)}`,
    );
  };
  return (
    <section class="panel plan-target" aria-labelledby="target-title">
      <h2 id="target-title">Target</h2>
      <div class="field">
        <label for="plan-stage">Stage</label>
        <select
          id="plan-stage"
          class="input"
          onChange={(event) => {
            const { value } = event.currentTarget;
            void recordWithUndo(cairn, [setting('targetStage', value)], () => 'Target changed.');
          }}
        >
          <StageOptions chosen={settings().targetStage} />
        </select>
      </div>
      <div class="field">
        <label for="plan-role">Role, in your words</label>
        <input
          id="plan-role"
          class="input"
          type="text"
          autocomplete="off"
          maxlength="200"
          value={role()}
          onChange={(event) => setRole(event.currentTarget.value.trim())}
        />
      </div>
      <div class="field">
        <label for="plan-date">Date</label>
        <input
          id="plan-date"
          class="input"
          type="date"
          min={isoDate(cairn.today() + 1)}
          max="9999-12-31"
          value={settings().targetDate}
          aria-invalid={problem() ? true : undefined}
          aria-describedby="plan-date-problem"
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <p id="plan-date-problem" class="problem" role="alert">
          {problem()}
        </p>
      </div>
    </section>
  );
};

const monthOf = (day: number): string =>
  new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    day * 86_400_000,
  );

const VerdictBanner = (props: { readonly plan: Plan; readonly today: number }): JSX.Element => {
  const weeks = () => Math.round(Math.abs((props.plan.target ?? 0) - props.plan.doneBy) / 7);
  const said = (): { readonly title: string; readonly text: string } => {
    const by = `What is left, ${plural(props.plan.milestones.length, 'milestone')}, takes until about ${monthOf(props.plan.doneBy)}.`;
    switch (props.plan.verdict) {
      case 'open':
        return { title: 'No date yet', text: `${by} Set a date to see what to start when.` };
      case 'roomy':
        return {
          title: 'The date holds',
          text: `${by} That leaves about ${plural(weeks(), 'week')} to spare.`,
        };
      case 'tight':
        return {
          title: 'The date holds, with little to spare',
          text: `${by} That leaves about ${plural(weeks(), 'week')}. Starting the next one early makes room.`,
        };
      case 'late':
        return {
          title: 'This date is early for what is left',
          text: `${by} That is about ${plural(weeks(), 'week')} past it. A later date would fit, or fewer milestones: hide those that your employer does not ask for.`,
        };
    }
  };
  return (
    <section
      class="banner plan-verdict"
      classList={{ warn: props.plan.verdict === 'late' }}
      aria-labelledby="verdict-title"
    >
      <div class="grow">
        <h2 id="verdict-title">{said().title}</h2>
        <p>
          {said().text}{' '}
          <Show when={props.plan.verdict === 'late'}>
            <A href="/milestones/ladder">Arrange the milestones</A>
          </Show>
        </p>
      </div>
    </section>
  );
};

const Undated = (props: { readonly plan: Plan }): JSX.Element => (
  <section class="stack tight" aria-labelledby="undated-title">
    <h2 id="undated-title">In this order</h2>
    <ol class="list plan-list">
      <For each={props.plan.milestones}>{(one) => <Planned one={one} dated={false} />}</For>
    </ol>
  </section>
);

const Group = (props: {
  readonly start: Start;
  readonly title: string;
  readonly plan: Plan;
}): JSX.Element => {
  const own = () => props.plan.milestones.filter(({ start }) => start === props.start);
  return (
    <Show when={own().length > 0}>
      <section class="stack tight" aria-labelledby={`plan-${props.start}`}>
        <h2 id={`plan-${props.start}`}>{props.title}</h2>
        <ol class="list plan-list">
          <For each={own()}>
            {(one) => <Planned one={one} dated={props.start !== 'under-way'} />}
          </For>
        </ol>
      </section>
    </Show>
  );
};

const Planned = (props: {
  readonly one: PlannedMilestone;
  readonly dated: boolean;
}): JSX.Element => {
  const cairn = useCairn();
  const stage = () => cairn.index.stage(props.one.milestone.stage)?.title ?? '';
  const weeks = () =>
    props.one.start === 'under-way'
      ? `about ${plural(props.one.weeks, 'week')} left`
      : `usually ${plural(props.one.weeks, 'week')}`;
  return (
    <li data-stage={props.one.milestone.stage}>
      <A class="list-link" href={`/milestones/${props.one.milestone.id}`}>
        <span class="grow">
          {props.one.milestone.title}
          <span class="small soft plan-when">
            {stage()} · {weeks()}
            <Show when={props.dated}> · begin by {dateOfDay(props.one.latestStart)}</Show>
          </span>
        </span>
      </A>
    </li>
  );
};

export default PlanScreen;
