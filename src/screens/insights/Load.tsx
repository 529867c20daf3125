/** The reviews of the next two weeks, as they are planned today. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { cardsMet } from '../../domain/progress/cards-by-strength.ts';
import { loadAhead } from '../../domain/progress/forecast.ts';
import { medianAnswerTime } from '../../domain/study/session.ts';
import { duration, plural } from '../../ui/format.ts';
import { initial, shortDay } from './day-names.ts';
import { Panel } from './Panel.tsx';

const DAYS = 14;
/** Share of the chart's height that the highest bar takes; its number stands above it. */
const TALLEST = 88;

interface Bar {
  readonly day: number;
  readonly name: string;
  readonly letter: string;
  readonly reviews: number;
  /** Today and the highest keep their number where there is no room for all. */
  readonly isKey: boolean;
}

export const Load = (): JSX.Element => {
  const cairn = useCairn();
  const met = createMemo(() => cardsMet(cairn.index, cairn.learner()));
  const load = createMemo(() =>
    loadAhead({ ...cairn.learner(), cards: met() }, cairn.today(), DAYS),
  );
  const total = (): number => load().reduce((sum, n) => sum + n, 0);
  const most = (): number => Math.max(...load());
  const overdue = createMemo(() => {
    const { suspended } = cairn.learner();
    return [...met()].filter(([id, card]) => card.dueDay < cairn.today() && !suspended.has(id))
      .length;
  });
  const bars = (): readonly Bar[] => {
    const peak = load().indexOf(most());
    return load().map((reviews, i) => ({
      day: cairn.today() + i,
      name: i === 0 ? 'Today' : shortDay(cairn.today() + i),
      letter: initial(cairn.today() + i),
      reviews,
      isKey: reviews > 0 && (i === 0 || i === peak),
    }));
  };
  const limit = (): number => cairn.learner().settings.reviewsPerDay;
  const daysOverLimit = (): number => load().filter((n) => n > limit()).length;
  const says = (): string => {
    if (total() === 0) return 'No reviews are planned for the next 14 days.';
    const time = duration(total() * medianAnswerTime(cairn.learner()));
    const peak = bars()[load().indexOf(most())]?.name ?? '';
    return `${plural(total(), 'review')} over 14 days, ${time} at your pace. Most: ${peak}, ${most()}.`;
  };

  return (
    <Panel id="load-title" title="The next two weeks" says={says()}>
      <figure class="load" role="img" aria-label={`Bar chart of reviews by day. ${says()}`}>
        <Bars bars={bars()} most={most()} />
      </figure>
      <Show when={overdue() > 0}>
        <p class="hint">
          {plural(overdue(), 'review')} of today’s {overdue() === 1 ? 'has' : 'have'} waited since
          earlier. That does no harm: the ones most at risk come first.
        </p>
      </Show>
      <Show when={daysOverLimit() > 0}>
        <p class="hint">
          More than your limit of {limit()} a day on {plural(daysOverLimit(), 'day')}: what is above
          it moves on.
        </p>
      </Show>
      <p class="hint">New cards, and cards you forget, will add to it.</p>
      <details class="insight-table">
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Reviews</th>
            </tr>
          </thead>
          <tbody>
            <For each={bars()}>
              {(bar) => (
                <tr>
                  <th scope="row">{bar.name}</th>
                  <td>{bar.reviews}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </Panel>
  );
};

const Bars = (props: { readonly bars: readonly Bar[]; readonly most: number }): JSX.Element => {
  const height = (bar: Bar): number => (TALLEST * bar.reviews) / Math.max(1, props.most);
  const slot = 100 / DAYS;
  return (
    <>
      <svg class="load-bars" width="100%" aria-hidden="true">
        <line class="ground" x1="0" x2="100%" y1="100%" y2="100%" />
        <For each={props.bars}>
          {(bar, i) => (
            <g classList={{ today: i() === 0, key: bar.isKey }}>
              <rect
                x={`${slot * (i() + 0.14)}%`}
                y={`${100 - height(bar)}%`}
                width={`${slot * 0.72}%`}
                height={`${height(bar)}%`}
                rx="4"
              >
                <title>{`${bar.name}: ${plural(bar.reviews, 'review')}`}</title>
              </rect>
              <Show when={bar.reviews > 0}>
                <text x={`${slot * (i() + 0.5)}%`} y={`${100 - height(bar)}%`} dy="-0.4em">
                  {bar.reviews}
                </text>
              </Show>
            </g>
          )}
        </For>
      </svg>
      <div class="load-days" aria-hidden="true">
        <For each={props.bars}>
          {(bar, i) => <span classList={{ today: i() === 0 }}>{bar.letter}</span>}
        </For>
      </div>
    </>
  );
};
