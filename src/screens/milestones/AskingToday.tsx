/** The milestones that ask for a word today, as Today shows them beside the cards. */
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { shownMilestones } from '../../domain/milestones/catalogue.ts';
import { portfolioOf } from '../../domain/milestones/portfolio.ts';
import { milestonesDue } from '../../domain/milestones/standing.ts';
import { relativeDay } from '../../ui/format.ts';
import { ChevronIcon, FlagIcon } from '../../ui/icons.tsx';

const TASKS = {
  checkin: 'Check in, due',
  story: 'Tell its story, due',
  attestation: 'Attest it again, due',
} as const;

export const AskingToday = (): JSX.Element => {
  const cairn = useCairn();
  const shown = createMemo(() => shownMilestones(cairn.index.graph, portfolioOf(cairn.learner())));
  const due = createMemo(() => milestonesDue(shown(), cairn.learner(), cairn.today()));
  const title = (id: string) => shown().find((one) => one.id === id)?.title;
  return (
    <Show when={due().length > 0}>
      <section class="stack tight" aria-labelledby="milestones-title">
        <h2 id="milestones-title">Milestones that ask for a word</h2>
        <ul class="list">
          <For each={due()}>
            {(one) => (
              <li>
                <A href={`/milestones/${one.milestone}`} class="list-link">
                  <FlagIcon />
                  <span class="grow">
                    {title(one.milestone)}
                    <span class="small soft today-milestone-task">
                      {TASKS[one.next?.task ?? 'checkin']}{' '}
                      {relativeDay(one.next?.day ?? cairn.today(), cairn.today())}
                    </span>
                  </span>
                  <ChevronIcon />
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
};
