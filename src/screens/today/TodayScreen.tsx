/** Today: what to do now, and how long it takes. */
import { A } from '@solidjs/router';
import { createMemo, For, lazy, Show, Suspense, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { eventId } from '../../domain/log/event.ts';
import { setting, type Settings } from '../../domain/settings/settings.ts';
import { standings } from '../../domain/progress/standing.ts';
import { frontier } from '../../domain/study/frontier.ts';
import { newCardsLeft } from '../../domain/study/new-cards-left.ts';
import { pacesFor } from '../../domain/study/catch-up.ts';
import { dueOn } from '../../domain/study/queue.ts';
import { paceOn } from '../../domain/study/review-limit.ts';
import { medianAnswerTime } from '../../domain/study/session.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { Contours } from '../../ui/Contours.tsx';
import { longDate } from '../../ui/dates.ts';
import { duration, plural, relativeDay } from '../../ui/format.ts';
import { AskingToday } from '../milestones/AskingToday.tsx';
import { Beside } from './Beside.tsx';
import { Climb } from './Climb.tsx';
import { NextUp } from './NextUp.tsx';
import { Paces } from './Paces.tsx';
import './today.css';

// Seldom there, and not worth waiting for.
const GoesOn = lazy(() => import('./GoesOn.tsx').then((m) => ({ default: m.GoesOn })));

const GOES_ON = 'goes-on';

const LENGTHS = [
  { minutes: 5, name: '5 minutes', short: '5 min' },
  { minutes: 10, name: '10 minutes', short: '10 min' },
  { minutes: 20, name: '20 minutes', short: '20 min' },
  { minutes: 0, name: 'No limit', short: 'No limit' },
] as const;

const TodayScreen = (): JSX.Element => {
  const cairn = useCairn();
  const standing = createMemo(() => standings(cairn.index, cairn.learner(), cairn.today()));
  const open = createMemo(() => frontier(cairn.index, cairn.learner(), standing()));
  const due = createMemo(() => dueOn(cairn.index, cairn.learner(), cairn.today()));
  const fresh = createMemo(() =>
    Math.min(due().newAllowance, newCardsLeft(open(), cairn.learner(), standing(), cairn.today())),
  );
  const known = (): number => due().steps.length + due().reviews.length;
  const waiting = (): number => known() + fresh();
  /** Time for all of it, but no more than the box. A new card is answered once for each of its steps. */
  const sitting = (): number => {
    const { learningSteps, sessionMinutes } = cairn.learner().settings;
    const answers = known() + fresh() * Math.max(1, learningSteps.length);
    const time = Math.max(60_000, answers * medianAnswerTime(cairn.learner()));
    return sessionMinutes === 0 ? time : Math.min(time, sessionMinutes * 60_000);
  };
  const paces = createMemo(() => pacesFor(cairn.learner(), due().dueInAll, cairn.today()));
  const pace = () => paceOn(cairn.learner().settings, cairn.today());
  const endPace = async (): Promise<void> => {
    const [event] = await cairn.record(setting('catchUp', null));
    if (event) cairn.notify('Catching up ended', () => void cairn.undo(eventId(event)));
  };
  const tally = () => cairn.learner().days.get(cairn.today());

  return (
    <div class="today">
      <header class="today-head">
        <h1>Today</h1>
        <p class="soft">{longDate(cairn.today())}</p>
      </header>

      <section class="today-start panel" aria-labelledby="start-title">
        <Contours />
        <Show when={waiting() > 0} fallback={<AllDone answers={tally()?.answers ?? 0} />}>
          <Show
            when={paces().length > 0}
            fallback={
              <h2 id="start-title" class="today-count">
                <span class="number today-figure">{waiting()}</span>{' '}
                {waiting() === 1 ? 'card' : 'cards'} for today
              </h2>
            }
          >
            <Paces paces={paces()} due={due().dueInAll} />
          </Show>
          <dl class="today-parts">
            <div>
              <dt>To review</dt>
              <dd class="number">{known()}</dd>
            </div>
            <div>
              <dt>New</dt>
              <dd class="number">{fresh()}</dd>
            </div>
            <div>
              <dt>This session</dt>
              <dd>about {duration(sitting())}</dd>
            </div>
          </dl>
          <Show when={pace()}>
            {(plan) => (
              <p class="small soft today-pace">
                <span>
                  Catching up: {plan().perDay} reviews a day, the most at risk first, until{' '}
                  {relativeDay(plan().until, cairn.today())}. {plural(due().dueInAll, 'review')}{' '}
                  {due().dueInAll === 1 ? 'is' : 'are'} due in all.
                </span>{' '}
                <button type="button" class="button quiet" onClick={() => void endPace()}>
                  End this pace
                </button>
              </p>
            )}
          </Show>
          <Show when={!pace() && paces().length === 0 && due().dueInAll > due().reviews.length}>
            <p class="small soft">
              {plural(due().dueInAll, 'review')} are due in all. Today's limit keeps it to{' '}
              {due().reviews.length}, the most at risk first; the rest waits.
            </p>
          </Show>
          <SessionLength
            value={cairn.learner().settings.sessionMinutes}
            onChange={(minutes) => void cairn.setSetting('sessionMinutes', minutes)}
          />
          <A href="/study" class="button primary large wide" aria-describedby={GOES_ON}>
            Start session
          </A>
        </Show>
        <Suspense>
          <GoesOn id={waiting() > 0 ? GOES_ON : undefined} />
        </Suspense>
      </section>

      <div class="today-aside">
        <AskingToday />
        <Beside />
        <NextUp skills={open()} standing={standing()} />
        <Climb standing={standing()} />
      </div>
    </div>
  );
};

const SessionLength = (props: {
  readonly value: Settings['sessionMinutes'];
  readonly onChange: (minutes: number) => void;
}): JSX.Element => (
  <div role="radiogroup" aria-label="Session length" class="segments even">
    <For each={LENGTHS}>
      {({ minutes, name, short }) => (
        <label>
          <input
            type="radio"
            name="session-length"
            value={minutes}
            aria-label={name}
            checked={props.value === minutes}
            onChange={() => props.onChange(minutes)}
          />
          <span aria-hidden="true">{short}</span>
        </label>
      )}
    </For>
  </div>
);

const AllDone = (props: { readonly answers: number }): JSX.Element => (
  <div class="empty today-done">
    <CairnStones stones={Math.max(1, Math.min(5, Math.ceil(props.answers / 10)))} />
    <h2 id="start-title">All done for today</h2>
    <p>
      {props.answers > 0
        ? `${plural(props.answers, 'answer')} given. What you know rests until it is due.`
        : 'Nothing is due. Start a skill from the map if you like.'}
    </p>
    <A href="/map" class="button">
      Choose a skill on the map
    </A>
  </div>
);

export default TodayScreen;
