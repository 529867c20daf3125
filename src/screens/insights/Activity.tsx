/** What was done in the last twelve weeks. A record, not a score: gaps are just days without study. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { recentWeeks, type ActivityWeek } from '../../domain/progress/activity.ts';
import { duration, plural } from '../../ui/format.ts';
import { dayAndMonth, month, shortDay, weekday } from './day-names.ts';
import { Panel } from './Panel.tsx';

const WEEKS = 12;
const LEVELS = [0, 1, 2, 3, 4] as const;
/** Any week, from a Monday on. */
const A_WEEK = [4, 5, 6, 7, 8, 9, 10] as const;

export const Activity = (): JSX.Element => {
  const cairn = useCairn();
  const weeks = createMemo(() => recentWeeks(cairn.learner().days, cairn.today(), WEEKS));
  const sum = (of: (week: ActivityWeek) => number): number =>
    weeks().reduce((total, week) => total + of(week), 0);
  const says = (): string =>
    `${plural(
      sum((week) => week.answers),
      'answer',
    )} on ${plural(
      sum((week) => week.daysStudied),
      'day',
    )}, ${duration(sum((week) => week.took))} in all.`;

  return (
    <Panel id="activity-title" title="The last twelve weeks" says={says()}>
      <div class="heat" role="img" aria-label={`Calendar of days studied. ${says()}`}>
        <Days />
        <For each={weeks()}>{(week, i) => <Week week={week} isFirst={i() === 0} />}</For>
      </div>
      <p class="heat-scale hint" aria-hidden="true">
        less <For each={LEVELS}>{(level) => <span class="stone" data-level={level} />}</For> more
      </p>
      <details class="insight-table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col">Days</th>
              <th scope="col">Answers</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            <For each={weeks().toReversed()}>
              {(week) => (
                <tr>
                  <th scope="row">{dayAndMonth(week.monday)}</th>
                  <td>{week.daysStudied}</td>
                  <td>{week.answers}</td>
                  <td>{week.answers > 0 ? duration(week.took) : '–'}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </Panel>
  );
};

/** Names of the weekdays down the side: every other one, from Monday. */
const Days = (): JSX.Element => (
  <div class="heat-week heat-names">
    <span class="heat-month" />
    <For each={A_WEEK}>{(day, i) => <span>{i() % 2 === 0 ? weekday(day) : ''}</span>}</For>
  </div>
);

const Week = (props: { readonly week: ActivityWeek; readonly isFirst: boolean }): JSX.Element => {
  /** A month's name stands over the week in which it begins. */
  const name = (): string => {
    const { monday } = props.week;
    return props.isFirst || month(monday) !== month(monday - 7) ? month(monday) : '';
  };
  return (
    <div class="heat-week">
      <span class="heat-month">{name()}</span>
      <For each={props.week.days}>
        {(day) => (
          <span
            class="stone"
            data-level={day.level}
            title={`${shortDay(day.day)}: ${day.answers > 0 ? plural(day.answers, 'answer') : 'no study'}`}
          />
        )}
      </For>
      <Show when={props.week.days.length < 7}>
        <span class="heat-ahead" />
      </Show>
    </div>
  );
};
