/** What the person is expected to know of each track, with how sure the model is. */
import { createMemo, For, Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { standings } from '../../domain/progress/standing.ts';
import { knowledgeByTrack, type TrackKnowledge } from '../../domain/progress/track-knowledge.ts';
import { Panel } from './Panel.tsx';

/** `17 ± 2`; without the spread where it is less than half a card. */
const expectation = ({ expected, spread }: TrackKnowledge): string => {
  const half = Math.round(spread);
  return `${Math.round(expected)}${half > 0 ? ` ± ${half}` : ''}`;
};

export const Tracks = (): JSX.Element => {
  const cairn = useCairn();
  const tracks = createMemo(() =>
    knowledgeByTrack(cairn.index, standings(cairn.index, cairn.learner(), cairn.today())),
  );
  const all = (): TrackKnowledge => ({
    track: { id: '', title: '' },
    cards: tracks().reduce((sum, one) => sum + one.cards, 0),
    seen: tracks().reduce((sum, one) => sum + one.seen, 0),
    expected: tracks().reduce((sum, one) => sum + one.expected, 0),
    spread: Math.hypot(...tracks().map((one) => one.spread)),
  });

  return (
    <Panel
      id="tracks-title"
      title="What you know, by track"
      says={`Expected to know ${expectation(all())} of ${all().cards.toLocaleString('en')} cards today. Cards you have not met count as unknown, though you may know some.`}
      isWide
    >
      <ul class="tracks">
        <For each={tracks()}>
          {(one) => (
            <li class="track-row">
              <span class="track-name">{one.track.title}</span>
              <span class="track-numbers number">
                <Show when={one.seen > 0} fallback={<span class="soft">not begun</span>}>
                  <span class="visually-hidden">expected to know </span>
                  <strong>{expectation(one)}</strong> of {one.cards}
                </Show>
              </span>
              <TrackBar one={one} />
            </li>
          )}
        </For>
      </ul>
      <p class="hint">Strong: expected to be known. Pale: met. The tick spans the ±.</p>
    </Panel>
  );
};

const TrackBar = (props: { readonly one: TrackKnowledge }): JSX.Element => {
  const along = (cards: number): string =>
    `${(100 * Math.max(0, Math.min(props.one.cards, cards))) / Math.max(1, props.one.cards)}%`;
  const low = (): number => props.one.expected - props.one.spread;
  const high = (): number => Math.min(props.one.seen, props.one.expected + props.one.spread);
  return (
    <svg class="track-bar" width="100%" height="12" aria-hidden="true">
      <rect class="all" width="100%" height="12" />
      <rect class="met" width={along(props.one.seen)} height="12" />
      <rect class="known" width={along(props.one.expected)} height="12" />
      <Show when={props.one.spread >= 0.5}>
        <line class="spread" x1={along(low())} x2={along(high())} y1="6" y2="6" />
      </Show>
    </svg>
  );
};
