/**
 * The forgetting curve as a drawing. The drawing stretches with its box; labels are HTML beside it, so that they grow with
 * the text size, and the whole has one text alternative.
 */
import { Show, type JSX } from 'solid-js';
import { DAY_MS, type StudyDay } from '../../domain/calendar/study-day.ts';
import type { RecallCurve, RecallPoint } from '../../domain/memory/recall-curve.ts';
import { dateOfDay } from '../../ui/dates.ts';
import { percent, relativeDay } from '../../ui/format.ts';

/** Units of the drawing, both ways. */
const SIZE = 100;
/** A curve that stays above this share is drawn from here up, and its axis says so. */
const HALF = 0.5;

export const ForgettingCurve = (props: {
  readonly curve: RecallCurve;
  readonly today: StudyDay;
  /** Probability of recall that reviews are planned for. */
  readonly aim: number;
}): JSX.Element => {
  const floor = () => (props.curve.end.recall >= HALF ? HALF : 0);
  const x = (day: StudyDay): number => {
    const { start, end } = props.curve;
    return ((day - start.day) / (end.day - start.day)) * SIZE;
  };
  const y = (recall: number): number => ((1 - recall) / (1 - floor())) * SIZE;
  const line = (points: readonly RecallPoint[]): string =>
    points.map(({ day, recall }) => `${round(x(day))} ${round(y(recall))}`).join(' L');
  const past = () => [
    ...props.curve.points.filter(({ day }) => day < props.curve.today.day),
    props.curve.today,
  ];
  const ahead = () => [
    props.curve.today,
    ...props.curve.points.filter(({ day }) => day > props.curve.today.day),
  ];
  /** Where the due day is marked; today has a mark of its own. */
  const dueAt = () =>
    props.curve.due.day > props.curve.today.day ? x(props.curve.due.day) : undefined;

  return (
    <figure class="curve">
      <div class="curve-plot" role="img" aria-label={inWords(props.curve, props.today)}>
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          <path
            class="curve-area"
            d={`M${line(past())} L${round(x(props.curve.today.day))} ${SIZE} L0 ${SIZE}Z`}
          />
          <path class="curve-aim" d={`M0 ${round(y(props.aim))} H${SIZE}`} />
          <Show when={dueAt()}>
            {(at) => (
              <path
                class="curve-due"
                d={`M${round(at())} ${round(y(props.curve.due.recall))} V${SIZE}`}
              />
            )}
          </Show>
          <path class="curve-ahead" d={`M${line(ahead())}`} />
          <path class="curve-past" d={`M${line(past())}`} />
          {/* A line without length and with round ends: a dot that the stretching leaves round. */}
          <path
            class="curve-dot"
            d={`M${round(x(props.curve.today.day))} ${round(y(props.curve.today.recall))} h0.001`}
          />
        </svg>
        <span class="curve-label curve-top">100 %</span>
        <span class="curve-label curve-bottom">{percent(floor())}</span>
        <span class="curve-label curve-aim-label" style={{ top: `${y(props.aim)}%` }}>
          aim {percent(props.aim)}
        </span>
        <span
          class="curve-label curve-now"
          data-side={x(props.curve.today.day) > 55 ? 'below' : 'above'}
          style={{
            left: `${x(props.curve.today.day)}%`,
            top: `${y(props.curve.today.recall)}%`,
          }}
        >
          {percent(props.curve.today.recall)} today
        </span>
      </div>
      <div class="curve-days" aria-hidden="true">
        <Show when={(dueAt() ?? SIZE) > 45}>
          <span class="curve-first">{shortDate(props.curve.start.day)}</span>
        </Show>
        <Show
          when={dueAt()}
          fallback={<span class="curve-last">{shortDate(props.curve.end.day)}</span>}
        >
          {(at) => (
            <span class="curve-due-label" style={{ left: `${at()}%` }}>
              due {shortDate(props.curve.due.day)}
            </span>
          )}
        </Show>
      </div>
    </figure>
  );
};

const shortDate = (day: StudyDay): string =>
  new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    day * DAY_MS,
  );

const round = (value: number): number => Math.round(value * 100) / 100;

const inWords = (curve: RecallCurve, today: StudyDay): string => {
  const stops = [
    `${percent(curve.start.recall)} after the last answer on ${dateOfDay(curve.start.day)}`,
    `${percent(curve.today.recall)} today`,
    curve.due.day > today
      ? `${percent(curve.due.recall)} when it is due, ${relativeDay(curve.due.day, today)}`
      : '',
    `${percent(curve.end.recall)} on ${dateOfDay(curve.end.day)} without an answer before`,
  ];
  return `Forgetting curve: chance to recall ${stops.filter(Boolean).join(', ')}.`;
};
