/** Milestones: the proof of the climb, stage by stage. */
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { inbox, portfolioOf } from '../../domain/milestones/portfolio.ts';
import { Attention } from './Attention.tsx';
import { createOverview, fromHere, type StageRows } from './overview.ts';
import { StageCairns } from './StageCairns.tsx';
import { StageGroup } from './StageGroup.tsx';
import './milestones.css';

const MilestonesScreen = (): JSX.Element => {
  const cairn = useCairn();
  const climb = createOverview(cairn);
  const settings = () => cairn.learner().settings;
  const rows = () => climb().flatMap((one) => one.rows);
  const isBegun = () => rows().some(({ state }) => state !== 'not-started');
  const stages = () =>
    fromHere(
      cairn.index.graph.stages.map((stage) => ({ stage })),
      settings().stage,
    ).map(({ stage }) => stage.id);
  const group = (id: string): StageRows | undefined => climb().find(({ stage }) => stage.id === id);

  return (
    <div class="milestones">
      <header class="milestones-head">
        <div class="stack milestones-lead">
          <div class="stack tight">
            <h1>Milestones</h1>
            <p class="soft">
              Proof of what you can do, with its evidence. Each one you achieve is a stone that
              stays.
            </p>
          </div>
          <Rooms />
          <Show when={rows().length > 0}>
            <Show when={isBegun()} fallback={<FirstStone />}>
              <Attention rows={rows()} today={cairn.today()} />
            </Show>
          </Show>
        </div>
        <Show when={rows().length > 0}>
          <StageCairns climb={climb()} here={settings().stage} />
        </Show>
      </header>
      <Show
        when={rows().length > 0}
        fallback={
          <div class="empty">
            <h2>No milestones in this curriculum</h2>
            <p>
              They are kept in its milestones folder. The skills and their cards are on the map.
            </p>
          </div>
        }
      >
        <div class="stages">
          <For each={stages()}>
            {(id) => (
              <Show when={group(id)}>
                {(one) => (
                  <StageGroup
                    group={one()}
                    place={placeOf(id, settings().stage, settings().targetStage)}
                    opens={id === stages()[0] || one().inProgress + one().refreshing > 0}
                    today={cairn.today()}
                  />
                )}
              </Show>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
};

/** The rooms beside the list. */
const Rooms = (): JSX.Element => {
  const cairn = useCairn();
  const waiting = () => inbox(portfolioOf(cairn.learner())).length;
  return (
    <nav class="rooms" aria-label="Milestones">
      <A href="/milestones/wins">Wins{waiting() > 0 ? ` (${waiting()})` : ''}</A>
      <A href="/milestones/readiness">Readiness</A>
      <A href="/milestones/plan">Plan</A>
      <A href="/milestones/packet">Packet</A>
      <A href="/milestones/ladder">Your ladder</A>
    </nav>
  );
};

const placeOf = (stage: string, here: string, goal: string): 'here' | 'goal' | undefined => {
  if (stage === here) return 'here';
  return stage === goal ? 'goal' : undefined;
};

const FirstStone = (): JSX.Element => (
  <section class="stack tight" aria-labelledby="first-stone">
    <h2 id="first-stone">Nothing started yet</h2>
    <p class="soft">
      Pick one below that your work is heading for anyway. Starting it costs nothing: after a week
      Cairn asks how it goes.
    </p>
  </section>
);

export default MilestonesScreen;
