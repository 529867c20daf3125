/** Where the milestone stands, what it asks for next and why then, and what to do about it. */
import { Match, Show, Switch, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { checkinReason } from '../../domain/milestones/outcomes.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { plural } from '../../ui/format.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { CheckIn } from './CheckIn.tsx';
import type { OpenMilestone } from './create-milestone.ts';
import { MilestoneCairn } from './MilestoneCairn.tsx';
import { ATTESTATION_REASON, CHECKIN_REASONS, dayWords, STATES, STORY_REASON } from './words.ts';

export const WhatNow = (props: {
  readonly open: OpenMilestone;
  readonly checksInAtFirst: boolean;
  readonly onAddEvidence: () => void;
}): JSX.Element => {
  const cairn = useCairn();
  const standing = () => props.open.standing();
  const met = () => props.open.criteria().filter(({ evidence }) => evidence.length > 0).length;
  const start = (): void => {
    const fact = { t: 'milestone-started', milestone: props.open.milestone.id } as const;
    void props.open.save(
      fact,
      () =>
        `Started. The first check-in is ${dayWords(standing().progress.checkin.dueDay, cairn.today())}.`,
    );
  };

  return (
    <section class="panel stack what-now" aria-labelledby="what-now-title">
      <div class="what-now-head">
        <MilestoneCairn
          criteria={props.open.content()?.criteria.length ?? 3}
          met={met()}
          state={standing().state}
          size={88}
        />
        <div class="grow">
          <h2 id="what-now-title">{STATES[standing().state]}</h2>
          <Since open={props.open} />
          <Show when={props.open.content()}>
            {(content) => (
              <p class="small soft">
                {met()} of {plural(content().criteria.length, 'criterion', 'criteria')} with
                evidence
              </p>
            )}
          </Show>
        </div>
      </div>
      <Next open={props.open} />
      <div class="row what-now-actions">
        <Show when={standing().state === 'not-started'}>
          <button type="button" class="button primary" onClick={start}>
            Start this milestone
          </button>
        </Show>
        <button type="button" class="button add-evidence" onClick={() => props.onAddEvidence()}>
          <PlusIcon />
          Add evidence
        </button>
        <Show when={standing().state === 'in-progress'}>
          <CheckIn open={props.open} opensAtFirst={props.checksInAtFirst} />
        </Show>
      </div>
    </section>
  );
};

const Since = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  const progress = () => props.open.standing().progress;
  const said = () => {
    if (progress().achievedAt) {
      const day = dateOfDay(cairn.dayOf(progress().achievedAt));
      return props.open.standing().state === 'achieved' ? `on ${day}` : `achieved on ${day}`;
    }
    return progress().startedAt ? `since ${dateOfDay(cairn.dayOf(progress().startedAt))}` : '';
  };
  return (
    <Show when={said()}>
      <p class="small soft">{said()}</p>
    </Show>
  );
};

/** The next dates, each with its reason. */
const Next = (props: { readonly open: OpenMilestone }): JSX.Element => {
  const cairn = useCairn();
  const progress = () => props.open.standing().progress;
  const reason = () => CHECKIN_REASONS[checkinReason(progress().checkin, cairn.learner().settings)];
  return (
    <Switch
      fallback={
        <p class="soft">
          Start it when your work is heading there. After a week Cairn asks how it goes; evidence
          you add counts from the first day.
        </p>
      }
    >
      <Match when={props.open.isAchieved()}>
        <dl class="next-dates">
          <NextDate name="Tell its story" day={progress().story.dueDay} why={STORY_REASON} />
          <Show when={props.open.milestone.class === 'perishable'}>
            <NextDate
              name="Still true?"
              day={progress().attestation.dueDay}
              why={ATTESTATION_REASON}
            />
          </Show>
        </dl>
      </Match>
      <Match when={progress().startedAt}>
        <dl class="next-dates">
          <NextDate name="Next check-in" day={progress().checkin.dueDay} why={reason()} />
        </dl>
      </Match>
    </Switch>
  );
};

const NextDate = (props: {
  readonly name: string;
  readonly day: number;
  readonly why: string;
}): JSX.Element => {
  const cairn = useCairn();
  return (
    <div classList={{ due: props.day <= cairn.today() }}>
      <dt class="small soft">{props.name}</dt>
      <dd>
        <strong class="date">
          {props.day <= cairn.today() ? 'due ' : ''}
          {dayWords(props.day, cairn.today())}
        </strong>
        <span class="small soft why">{props.why}</span>
      </dd>
    </div>
  );
};
