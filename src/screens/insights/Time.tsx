/** Time spent, and how long an answer takes. */
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { effort, mondayOf, type Effort } from '../../domain/progress/activity.ts';
import { medianAnswerTime } from '../../domain/study/session.ts';
import { duration, plural } from '../../ui/format.ts';
import { Panel } from './Panel.tsx';

export const Time = (): JSX.Element => {
  const cairn = useCairn();
  const since = (day: number): Effort => effort(cairn.learner().days, day, cairn.today());
  const spans = (): readonly { readonly name: string; readonly effort: Effort }[] => [
    { name: 'Today', effort: since(cairn.today()) },
    { name: 'This week', effort: since(mondayOf(cairn.today())) },
    { name: 'Last 30 days', effort: since(cairn.today() - 29) },
    { name: 'In all', effort: since(-Infinity) },
  ];
  const pace = (): number => medianAnswerTime(cairn.learner());

  return (
    <Panel
      id="time-title"
      title="Time spent"
      says={`An answer takes you about ${plural(Math.round(pace() / 1000), 'second')}. Only answering is counted, a minute a card at most.`}
      isWide
    >
      <dl class="time">
        <For each={spans()}>
          {(span) => (
            <div>
              <dt>{span.name}</dt>
              <dd>
                <Show when={span.effort.answers > 0} fallback={<span class="soft">none yet</span>}>
                  <strong class="time-figure number">{duration(span.effort.took)}</strong>
                  <span class="hint number">{plural(span.effort.answers, 'answer')}</span>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Panel>
  );
};
