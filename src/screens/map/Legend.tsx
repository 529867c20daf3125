/** How to read the map. */
import { For, type JSX } from 'solid-js';
import { SHOWN_STATES } from '../../domain/progress/tally.ts';
import { STATE_MEANINGS, STATE_NAMES } from '../../ui/skill-words.ts';
import { HereMark, PeakFlag } from './marks.tsx';
import { LoneStone } from './SkillStones.tsx';

export const Legend = (): JSX.Element => (
  <section class="map-legend stack tight" aria-labelledby="map-legend-title">
    <h2 id="map-legend-title">How to read it</h2>
    <p class="soft small">
      Every stone is a skill, the firmest at the bottom. The number below says how many of them are
      ready.
    </p>
    <ul>
      <For each={SHOWN_STATES}>
        {(state) => (
          <li data-stage="entry">
            <LoneStone state={state} />
            <span>
              <strong>{STATE_NAMES[state]}</strong> {STATE_MEANINGS[state]}
            </span>
          </li>
        )}
      </For>
      <li>
        <span class="map-due number" aria-hidden="true">
          5
        </span>
        <span>
          <strong>Due</strong> cards to review today
        </span>
      </li>
      <li>
        <HereMark />
        <span>
          <strong>You are here</strong> your next step
        </span>
      </li>
      <li data-stage="entry">
        <PeakFlag raised />
        <span>
          <strong>Milestones</strong> achieved, of all at that stage
        </span>
      </li>
    </ul>
  </section>
);
