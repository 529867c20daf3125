/** Welcome: where do you stand, where to, how long a day. Three questions, then the first card. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { dayOfIsoDate, isoDate } from '../../domain/calendar/study-day.ts';
import { rungOr, rungsOf } from '../../domain/curriculum/rungs.ts';
import type { Stage, StageId } from '../../domain/curriculum/types.ts';
import { setting } from '../../domain/settings/settings.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import './welcome.css';

const MINUTES = [5, 10, 20, 30] as const;

/** New cards a day for a number of minutes. The session's time box, not this, keeps the promise of the minutes. */
const newCardsFor = (minutes: number): number => Math.max(5, minutes);

const WelcomeScreen = (): JSX.Element => {
  const cairn = useCairn();
  const navigate = useNavigate();
  const stages = (): readonly Stage[] => rungsOf(cairn.index.graph);
  const [stage, setStage] = createSignal<StageId>(
    rungOr(stages(), cairn.learner().settings.stage, 'first'),
  );
  const [target, setTarget] = createSignal<StageId>(
    rungOr(stages(), cairn.learner().settings.targetStage, 'last'),
  );
  const [date, setDate] = createSignal(cairn.learner().settings.targetDate);
  const [minutes, setMinutes] = createSignal<number>(cairn.learner().settings.minutesPerDay);
  const [problem, setProblem] = createSignal('');
  let dateField!: HTMLInputElement;

  const targets = (): readonly Stage[] =>
    stages().filter(({ id }) => cairn.index.altitude(id) >= cairn.index.altitude(stage()));
  const chooseStage = (id: StageId): void => {
    setStage(id);
    if (cairn.index.altitude(target()) < cairn.index.altitude(id)) setTarget(id);
  };

  const begin = (event: SubmitEvent): void => {
    event.preventDefault();
    const day = date() === '' ? undefined : dayOfIsoDate(date());
    if (date() !== '' && (day === undefined || day <= cairn.today())) {
      setProblem('Choose a day after today, or leave the date empty.');
      dateField.focus();
      return;
    }
    void cairn
      .record(
        setting('stage', stage()),
        setting('targetStage', target()),
        setting('targetDate', date()),
        setting('minutesPerDay', minutes()),
        setting('sessionMinutes', minutes()),
        setting('newPerDay', newCardsFor(minutes())),
        setting('welcomedAt', cairn.now()),
      )
      .then(() => navigate('/', { replace: true }));
  };

  return (
    <form class="welcome" onSubmit={begin} noValidate>
      <header class="welcome-head">
        <CairnStones stones={5} />
        <h1>Welcome to Cairn</h1>
        <p class="soft">
          {cairn.index.graph.title}: five minutes on the train, one step up the mountain. Everything
          stays on this device, and works offline.
        </p>
      </header>

      <fieldset class="stack tight">
        <legend>
          <h2>Where do you stand?</h2>
        </legend>
        <div class="options">
          <For each={stages()}>
            {(one) => (
              <label>
                <input
                  type="radio"
                  name="stage"
                  value={one.id}
                  checked={stage() === one.id}
                  onChange={() => chooseStage(one.id)}
                />
                <span>
                  <strong>{one.title}</strong>
                  <span class="welcome-summary">{one.summary}</span>
                </span>
              </label>
            )}
          </For>
        </div>
        <p class="hint">
          Skills below your stage count as known until you study them. You can change this later.
        </p>
      </fieldset>

      <fieldset class="stack tight">
        <legend>
          <h2>Minutes a day</h2>
        </legend>
        <div class="segments">
          <For each={MINUTES}>
            {(option) => (
              <label>
                <input
                  type="radio"
                  name="minutes"
                  value={option}
                  checked={minutes() === option}
                  onChange={() => setMinutes(option)}
                />
                {option} min
              </label>
            )}
          </For>
        </div>
        <p class="hint">
          Up to {newCardsFor(minutes())} new cards a day; a session ends within your minutes.
        </p>
      </fieldset>

      <fieldset class="stack tight">
        <legend>
          <h2>Where to?</h2>
        </legend>
        <div class="welcome-target">
          <div class="field">
            <label for="target-stage">Target stage</label>
            <select
              id="target-stage"
              class="input"
              value={target()}
              onChange={(event) => setTarget(event.currentTarget.value)}
            >
              <For each={targets()}>{(one) => <option value={one.id}>{one.title}</option>}</For>
            </select>
          </div>
          <div class="field">
            <label for="target-date">By (optional)</label>
            <input
              ref={dateField}
              id="target-date"
              class="input"
              type="date"
              min={isoDate(cairn.today() + 1)}
              value={date()}
              aria-invalid={problem() !== ''}
              aria-describedby="target-problem"
              onInput={(event) => {
                setDate(event.currentTarget.value);
                setProblem('');
              }}
            />
            <p id="target-problem" class="problem" role="alert">
              <Show when={problem()}>{problem()}</Show>
            </p>
          </div>
        </div>
      </fieldset>

      <div class="welcome-go">
        <button type="submit" class="button primary large wide">
          Begin the climb
        </button>
        <p class="hint welcome-restore">
          Coming from another device?{' '}
          <a href={`${import.meta.env.BASE_URL}settings#restore`}>Restore a backup</a>.
        </p>
      </div>
    </form>
  );
};

export default WelcomeScreen;
