/** The milestones that ask for a word today, as Today shows them beside the cards. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { milestonesDue, type MilestoneStanding } from '../../domain/milestones/standing.ts';
import { relativeDay } from '../../ui/format.ts';
import { ChevronIcon, FlagIcon } from '../../ui/icons.tsx';
import { RowLink } from '../../ui/RowLink.tsx';

const TASKS = {
  checkin: 'Check in, due',
  story: 'Tell its story, due',
  attestation: 'Attest it again, due',
} as const;

export const AskingToday = (): JSX.Element => {
  const cairn = useCairn();
  const shown = createMemo(() => shownMilestones(cairn.index.graph, portfolioOf(cairn.learner())));
  const due = createMemo(() => milestonesDue(shown(), cairn.learner(), cairn.today()));
  const title = (id: string): string => shown().find((one) => one.id === id)?.title ?? '';
  const task = ({ next }: MilestoneStanding): string =>
    `${TASKS[next?.task ?? 'checkin']} ${relativeDay(next?.day ?? cairn.today(), cairn.today())}`;
  return (
    <Show when={due().length > 0}>
      <section class="stack tight" aria-labelledby="milestones-title">
        <h2 id="milestones-title">Milestones that ask for a word</h2>
        <ul class="list">
          <For each={due()}>
            {(one) => (
              <li>
                <RowLink
                  href={`/milestones/${one.milestone}`}
                  title={title(one.milestone)}
                  more={task(one)}
                  mark={<FlagIcon />}
                  end={<ChevronIcon />}
                />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
