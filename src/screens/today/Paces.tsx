/** After a break: the paces at which to take what has waited, instead of a wall of it. */
import { For, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { eventId } from '../../domain/log/event.ts';
import { setting } from '../../domain/settings/settings.ts';
import { catchUpAt, type Pace } from '../../domain/study/catch-up.ts';
import { medianAnswerTime } from '../../domain/study/session.ts';
import { duration, plural } from '../../ui/format.ts';

export const Paces = (props: {
  readonly paces: readonly Pace[];
  /** Reviews that are due. */
  readonly due: number;
}): JSX.Element => {
  const cairn = useCairn();
  const timeFor = (reviews: number): string =>
    duration(Math.max(60_000, reviews * medianAnswerTime(cairn.learner())));
  const limit = (): number => Math.min(props.due, cairn.learner().settings.reviewsPerDay);
  const choose = async (pace: Pace | undefined): Promise<void> => {
    const fact = setting('catchUp', catchUpAt(pace, cairn.today()));
    const [event] = await cairn.record(fact);
    if (!event) return;
    const said = pace ? `${pace.perDay} reviews a day` : 'All of it now';
    cairn.notify(said, () => void cairn.undo(eventId(event)));
  };
  return (
    <>
      <h2 id="start-title" class="today-count">
        <span class="number today-figure">{props.due}</span> reviews have waited for you
      </h2>
      <p class="soft">
        Choose a pace. The cards most at risk come first at any of them, and sessions end when their
        time is up.
      </p>
      <ul class="paces" aria-label="Paces">
        <For each={props.paces}>
          {(pace) => (
            <li>
              <button
                type="button"
                class="button large wide pace"
                onClick={() => void choose(pace)}
              >
                <span>
                  {pace.perDay} a day for {plural(pace.days, 'day')}
                </span>{' '}
                <span class="small pace-time">about {timeFor(pace.perDay)} a day</span>
              </button>
            </li>
          )}
        </For>
        <li>
          <button
            type="button"
            class="button large wide pace"
            onClick={() => void choose(undefined)}
          >
            <span>{limit() < props.due ? `${limit()} a day, your limit` : 'All now'}</span>{' '}
            <span class="small pace-time">about {timeFor(limit())}</span>
          </button>
        </li>
      </ul>
    </>
  );
};
