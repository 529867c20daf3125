/** A slider through time: the map as it was on a past day, and as it may be on one to come. */
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { paceOf } from '../../domain/study/pace.ts';
import { openLogWorker, type LogWorker } from '../../storage/log-client.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { plural, relativeDay } from '../../ui/format.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Choice } from './Choice.tsx';
import { useMap } from './map-state.ts';
import './time.css';

/** So far ahead, days. */
const AHEAD = 365;
/** The slider rests this long, ms, before a day is worked out. */
const REST_MS = 120;

const TimeBar = (props: { readonly onClose: () => void }): JSX.Element => {
  const cairn = useCairn();
  const map = useMap();
  const today = cairn.today();
  const first = Math.min(today - 1, ...cairn.learner().days.keys());
  const [day, setDay] = createSignal(today);
  const [keepsPace, setKeepsPace] = createSignal(true);
  const [failed, setFailed] = createSignal(false);
  const pace = paceOf(cairn.learner(), today);
  const hasPace = pace.answers > 0;
  let bar!: HTMLElement;
  let slider!: HTMLInputElement;
  let asked = 0;
  let log: LogWorker | undefined;

  const show = async (): Promise<void> => {
    const ask = ++asked;
    const wanted = day();
    setFailed(false);
    if (wanted === today) return map.setDay(undefined);
    let worker: LogWorker | undefined;
    try {
      worker = log ??= openLogWorker();
      const shown = await worker.showDay({
        graph: cairn.index.graph,
        today,
        day: wanted,
        keepsPace: keepsPace() && hasPace,
      });
      // Only the last one asked for is shown.
      if (ask === asked) map.setDay({ ...shown, day: wanted, isAhead: wanted > today });
    } catch {
      // The next move opens a new one.
      worker?.close();
      if (log === worker) log = undefined;
      if (ask === asked) setFailed(true);
    }
  };
  let rest: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      [day, keepsPace],
      () => {
        clearTimeout(rest);
        rest = setTimeout(() => void show(), REST_MS);
      },
      { defer: true },
    ),
  );
  // The bar lies over what is below; the map it is about comes to stand above it.
  onMount(() => {
    slider.focus();
    document.querySelector('.progression, .world')?.scrollIntoView({ block: 'nearest' });
  });
  onCleanup(() => {
    clearTimeout(rest);
    asked++;
    log?.close();
    map.setDay(undefined);
  });

  /** Back to where it was opened; the map stays where it was scrolled to. */
  const close = (): void => {
    const opener = document.querySelector<HTMLElement>('.map-extras [aria-pressed]');
    props.onClose();
    opener?.focus({ preventScroll: true });
  };
  onMount(() => bar.addEventListener('keydown', ({ key }) => key === 'Escape' && close()));

  const words = (): string =>
    day() === today ? 'Today' : `${dateOfDay(day())}, ${relativeDay(day(), today)}`;
  const basis = (): string => {
    if (failed()) return 'The log could not be read just now. Move the slider to try again.';
    if (day() < today) return 'As it was, from your log.';
    if (day() === today) return 'As it is.';
    if (!hasPace)
      return 'No answers in the last four weeks, so there is no pace to keep: this is if you stop.';
    return keepsPace()
      ? `Likely, not promised: ${plural(Math.round(pace.answers), 'answer')} and ${round(pace.fresh)} new cards a day, as in the last four weeks.`
      : 'If you stop today: what you know by then, as the memory model has it.';
  };

  return (
    <section ref={bar} class="time-bar panel" aria-label="The map in time">
      <div class="time-day">
        <output for="time-slider">{words()}</output>
        <p class="soft small">{basis()}</p>
      </div>
      <Show when={hasPace && day() > today}>
        <div class="time-pace">
          <Choice
            label="From today on"
            names={{ keep: 'Keep my pace', stop: 'Stop today' }}
            chosen={keepsPace() ? 'keep' : 'stop'}
            onChoose={(one) => setKeepsPace(one === 'keep')}
          />
        </div>
      </Show>
      <button
        type="button"
        class="button quiet icon-only time-close"
        aria-label="Back to today"
        onClick={close}
      >
        <CloseIcon />
      </button>
      <div class="time-line" style={{ '--today': (today - first) / (today + AHEAD - first) }}>
        <input
          ref={slider}
          id="time-slider"
          type="range"
          list="time-today"
          aria-label="Day"
          aria-valuetext={words()}
          min={first}
          max={today + AHEAD}
          value={day()}
          onInput={(event) => setDay(event.currentTarget.valueAsNumber)}
        />
        <datalist id="time-today" aria-label="Where the slider catches">
          <option value={today}>Today</option>
        </datalist>
        <span class="time-today" aria-hidden="true">
          Today
        </span>
      </div>
    </section>
  );
};

const round = (x: number): string => (x < 10 ? x.toFixed(1) : String(Math.round(x)));

export default TimeBar;
