/** Insights: what the log says so far, and what is planned. No streaks, no promises. */
import { A } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { Activity } from './Activity.tsx';
import { Calibration } from './Calibration.tsx';
import { Load } from './Load.tsx';
import { Recall } from './Recall.tsx';
import { Strength } from './Strength.tsx';
import { Time } from './Time.tsx';
import { Tracks } from './Tracks.tsx';
import './insights.css';

const InsightsScreen = (): JSX.Element => {
  const cairn = useCairn();
  const hasReviews = createMemo(() =>
    [...cairn.learner().days.values()].some(({ answers }) => answers > 0),
  );
  return (
    <div class="insights">
      <h1>Insights</h1>
      <Show when={hasReviews()} fallback={<NothingYet />}>
        <Recall />
        <Load />
        <Activity />
        <Strength />
        <Tracks />
        <Calibration />
        <Time />
      </Show>
    </div>
  );
};

const NothingYet = (): JSX.Element => (
  <div class="empty insights-empty">
    <CairnStones stones={1} />
    <h2>Nothing to tell yet</h2>
    <p>
      After your first answers, this is where you see how well you remember, what the next two weeks
      bring, and what you know of each track.
    </p>
    <A href="/study" class="button primary">
      Answer the first cards
    </A>
  </div>
);

export default InsightsScreen;
